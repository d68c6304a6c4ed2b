import { expect, test } from 'vitest';
import { isOverdue, newestVersions, type Talk, talkStep } from './talk.ts';

const talk = (status: Talk['status'], caregiverIds: string[], childIds: string[]): Talk => ({
	status,
	caregiverIds,
	childIds,
	on: '2026-11-20'
});

test('ME5 step 3 takes a talk with a parent and with a child', () => {
	expect(talkStep([], false)).toBe('open');
	expect(talkStep([talk('planned', ['sandra'], ['lotte'])], false)).toBe('planned');
	expect(talkStep([talk('held', ['sandra'], [])], false)).toBe('open');
	expect(talkStep([talk('held', ['sandra'], []), talk('planned', [], ['lotte'])], false)).toBe(
		'planned'
	);
	expect(talkStep([talk('held', ['sandra'], []), talk('held', [], ['lotte'])], false)).toBe('done');
});

test('ME5, ME16 not held for reasons of safety is an answer too', () => {
	expect(talkStep([talk('not-held', ['sandra'], []), talk('held', [], ['lotte'])], false)).toBe(
		'done'
	);
	expect(talkStep([], true)).toBe('not-needed');
});

test('ME17 a planned talk is late from the day after, and not once there is an outcome', () => {
	expect(isOverdue({ status: 'planned', on: '2026-11-23' }, '2026-11-24')).toBe(true);
	expect(isOverdue({ status: 'planned', on: '2026-11-24' }, '2026-11-24')).toBe(false);
	expect(isOverdue({ status: 'held', on: '2026-11-20' }, '2026-11-24')).toBe(false);
});

test('ME15 of each talk the newest version counts, in the order in which they began', () => {
	const rows = [
		{ talkId: 'a', revision: 1 },
		{ talkId: 'b', revision: 1 },
		{ talkId: 'a', revision: 2 }
	];
	expect(newestVersions(rows)).toEqual([rows[2], rows[1]]);
});
