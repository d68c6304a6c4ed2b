import { describe, expect, test } from 'vitest';
import { type ChildFacts, type ClosingFacts, mayCloseCase, monthsLater } from './closing.ts';
import { openChanges } from './closing-changes.ts';

const TODAY = '2026-11-24';
const contact = (date: string, how: 'seen' | 'spoken' | 'both') => ({
	name: 'Yusuf Aydin',
	function: 'gedragswetenschapper',
	date,
	how
});
const mila: ChildFacts = {
	childId: 'mila',
	birthMonth: '2022-08',
	contacts: [contact('2026-11-20', 'both')],
	joint: { safety: 'safe', risk: 'low', grade: 8, on: '2026-11-24' }
};
const sound: ClosingFacts = {
	children: [mila],
	missing: 0,
	openDecisions: 0,
	openActions: 0,
	onAgenda: 0,
	openChanges: 0
};
const reasons = (facts: Partial<ClosingFacts>, grounds = ['mila']) =>
	mayCloseCase({ ...sound, ...facts }, new Set(grounds), TODAY).map(({ kind }) => kind);
const ofChild = (facts: Partial<ChildFacts>) => reasons({ children: [{ ...mila, ...facts }] });

describe('closing', () => {
	test('CL1 nothing missing: it may close; all that is missing is said at once, per child', () => {
		expect(reasons({})).toEqual([]);
		const sami: ChildFacts = { ...mila, childId: 'sami', contacts: [], joint: null };
		expect(
			mayCloseCase(
				{ ...sound, children: [mila, sami], missing: 3, openActions: 1, onAgenda: 1 },
				new Set(['mila']),
				TODAY
			)
		).toEqual([
			{ kind: 'seen', childId: 'sami', met: false, contact: null },
			{ kind: 'spoken', childId: 'sami', met: false, contact: null },
			{ kind: 'safe', childId: 'sami', met: false, block: 'no-joint-judgement', on: null },
			{ kind: 'grounds', childId: 'sami', met: false },
			{ kind: 'assessment', met: false, count: 3 },
			{ kind: 'actions', met: false, count: 1 },
			{ kind: 'agenda', met: false, count: 1 }
		]);
	});

	test('CL1 a case without children was never assessed', () => {
		expect(reasons({ children: [] })).toEqual(['children']);
	});

	test.each([
		['the 42nd day counts', '2026-10-13', 'both', []],
		['the 43rd no longer', '2026-10-12', 'both', ['seen', 'spoken']],
		['seen and not spoken', '2026-11-20', 'seen', ['spoken']],
		['spoken by telephone is not seen', '2026-11-20', 'spoken', ['seen']]
	] as const)('CL2 %s', (_, date, how, expected) => {
		expect(ofChild({ contacts: [contact(date, how)] })).toEqual(expected);
	});

	test('CL2 below four years seeing is enough; one may see and another speak', () => {
		const seen = [contact('2026-11-20', 'seen')];
		expect(ofChild({ birthMonth: '2022-12', contacts: seen })).toEqual([]);
		expect(ofChild({ birthMonth: '2022-11', contacts: seen })).toEqual(['spoken']);
		expect(ofChild({ contacts: [...seen, contact('2026-11-22', 'spoken')] })).toEqual([]);
	});

	test.each([
		[{ safety: 'undetermined', risk: 'low' }, 'undetermined'],
		[{ safety: 'structurally-unsafe', risk: 'low' }, 'unsafe'],
		[{ safety: 'acutely-unsafe', risk: 'low' }, 'unsafe'],
		[{ safety: 'safe', risk: 'high' }, 'high-risk'],
		[{ safety: 'safe', risk: 'low', on: '2026-10-12' }, 'old-judgement']
	] as const)('CL3 %j keeps it open', (joint, block) => {
		const children = [{ ...mila, joint: { grade: 8, on: TODAY, ...joint } }];
		expect(mayCloseCase({ ...sound, children }, new Set(['mila']), TODAY)).toMatchObject([
			{ kind: 'safe', childId: 'mila', block }
		]);
	});

	test('CL3 no blank question, the texts H33 and H34, the Veilig Thuis step decided', () => {
		expect(reasons({ missing: 1 })).toEqual(['assessment']);
		expect(reasons({}, [])).toEqual(['grounds']);
		expect(reasons({ openDecisions: 2 })).toEqual(['veilig-thuis']);
	});

	test('CL4 open actions, an agenda and an unanswered change keep it open', () => {
		expect(reasons({ openActions: 1 })).toEqual(['actions']);
		expect(reasons({ onAgenda: 1 })).toEqual(['agenda']);
		expect(reasons({ openChanges: 1 })).toEqual(['changes']);
	});

	test.each([
		['2026-11-24', '2027-02-24'],
		['2026-11-30', '2027-02-28'],
		['2026-12-31', '2027-03-31']
	])('CL5 three months after %s is %s', (day, expected) => {
		expect(monthsLater(day, 3)).toBe(expected);
	});
});

describe('CL10 a change asks for a new assessment', () => {
	const moved = { recordedAt: 20, notNeeded: false };

	test.each([
		['after the newest assessment', [10], [moved]],
		['until there is one after it', [10, 30], []],
		['not before the first one', [], []]
	])('%s', (_, assessed, expected) => {
		expect(openChanges([moved], assessed)).toEqual(expected);
	});

	test('or someone said why none is needed', () => {
		expect(openChanges([{ ...moved, notNeeded: true }], [10])).toEqual([]);
	});
});
