import { describe, expect, test } from 'vitest';
import { mayOpenItem, mayRun, type TableRole } from './visibility.ts';

const roles: (TableRole | null)[] = ['chair', 'deputy', 'member', null];

describe('who may open an item', () => {
	test('AG9 a case item: its participants, chair and deputy; not a member who was not invited', () => {
		const open = (isParticipant: boolean) =>
			roles.filter((role) => mayOpenItem({ role, isParticipant }));
		expect(open(true)).toEqual(roles);
		expect(open(false)).toEqual(['chair', 'deputy']);
	});

	test('AG9 a general item: the members of the table, no guests', () => {
		for (const isParticipant of [true, false]) {
			const open = roles.filter((role) => mayOpenItem({ role, isParticipant, kind: 'general' }));
			expect(open).toEqual(['chair', 'deputy', 'member']);
		}
	});

	test('AG10 chair and deputy run the meeting', () => {
		expect(roles.filter(mayRun)).toEqual(['chair', 'deputy']);
	});
});
