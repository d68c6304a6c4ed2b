import { describe, expect, test } from 'vitest';
import type { ScaleChoice } from './instrument.ts';
import { SAFETY } from './judgement.ts';
import { ORGANISATION_KINDS, underMeldcodeByDefault } from './organisation.ts';
import { checkDecision, mayConclude, openDecisions, stepOpens } from './veilig-thuis.ts';

const calm: ScaleChoice[] = ['ruled-out', 'ruled-out', 'ruled-out', 'ruled-out', 'not-checked'];

describe('when the step opens', () => {
	test('instrument rule 3, VT1 any A that counts as observed or suspected opens it', () => {
		for (const counts of ['observed', 'suspected'] as const) {
			for (let place = 0; place < 5; place += 1) {
				expect(stepOpens({ sectionA: calm.with(place, counts), jointSafety: 'safe' })).toBe(true);
			}
		}
		expect(stepOpens({ sectionA: calm, jointSafety: 'safe' })).toBe(false);
		expect(stepOpens({ sectionA: [null, null, null, null, null], jointSafety: null })).toBe(false);
	});

	test('instrument rule 3, VT1 so does a joint judgement of structurally or acutely unsafe', () => {
		const opening = SAFETY.filter((jointSafety) => stepOpens({ sectionA: calm, jointSafety }));
		expect(opening).toEqual(['structurally-unsafe', 'acutely-unsafe']);
	});
});

describe('who decides', () => {
	const organisations = [
		{ id: 'cjg', underMeldcode: true },
		{ id: 'police', underMeldcode: false },
		{ id: 'ggd', underMeldcode: true },
		{ id: 'cjg', underMeldcode: true }
	];

	test('instrument rule 3, VT2 each organisation under the meldcode decides for each child', () => {
		const item = { children: ['daan', 'lotte'], organisations, decisions: [] };
		expect(openDecisions(item)).toEqual([
			{ childId: 'daan', organisationId: 'cjg' },
			{ childId: 'daan', organisationId: 'ggd' },
			{ childId: 'lotte', organisationId: 'cjg' },
			{ childId: 'lotte', organisationId: 'ggd' }
		]);
	});

	test('instrument rule 3, VT2 a decision for one child or by one organisation settles no other', () => {
		const decisions = [
			{ childId: 'daan', organisationId: 'cjg' },
			{ childId: 'lotte', organisationId: 'ggd' },
			{ childId: 'daan', organisationId: 'police' }
		];
		expect(openDecisions({ children: ['daan', 'lotte'], organisations, decisions })).toEqual([
			{ childId: 'daan', organisationId: 'ggd' },
			{ childId: 'lotte', organisationId: 'cjg' }
		]);
		expect(openDecisions({ children: [], organisations, decisions: [] })).toEqual([]);
	});

	test('VT4 only police, Veilig Thuis, the Raad, housing and debt help are outside by default', () => {
		expect(ORGANISATION_KINDS.filter((kind) => !underMeldcodeByDefault(kind))).toEqual([
			'veilig-thuis',
			'police',
			'child-protection-board',
			'housing',
			'debt-help'
		]);
	});
});

describe('a decision', () => {
	const check = (decision: 'advice-asked' | 'reported' | 'not', because: string | null) =>
		checkDecision({ decision, because, decidedOn: '2026-11-24' }, '2026-11-24');

	test('VT5 "not" needs a because; advice and report do not', () => {
		expect(check('advice-asked', null).ok).toBe(true);
		expect(check('reported', null).ok).toBe(true);
		expect(check('not', null)).toMatchObject({ error: 'reason-required' });
		expect(check('not', '  ')).toMatchObject({ error: 'reason-required' });
		expect(check('not', 'Veilig Thuis is al betrokken').ok).toBe(true);
	});

	test('VT5 on a day that exists and has come', () => {
		const on = (decidedOn: string) =>
			checkDecision({ decision: 'reported', because: null, decidedOn }, '2026-11-24');
		expect(on('2026-11-25')).toMatchObject({ error: 'date-in-future' });
		expect(on('gisteren')).toMatchObject({ error: 'date-required' });
	});
});

describe('concluding the item', () => {
	const ready = {
		complete: true,
		missing: 0,
		childrenWithoutJoint: 0,
		textsMissing: 0,
		openDecisions: 0
	};

	test('instrument rule 3 the item cannot be concluded while the step is open', () => {
		expect(mayConclude({ ...ready, openDecisions: 2 })).toEqual({
			ok: false,
			error: 'veilig-thuis-step-open',
			detail: { missing: 0, childrenWithoutJoint: 0, textsMissing: 0, openDecisions: 2 }
		});
		expect(mayConclude(ready).ok).toBe(true);
	});

	test('instrument rule 1 nor with a blank in A–E', () => {
		expect(mayConclude({ ...ready, complete: false, missing: 3 })).toMatchObject({
			error: 'assessment-incomplete',
			detail: { missing: 3 }
		});
	});

	test('instrument rule 2 nor with no adult registered: section C was asked about nobody', () => {
		expect(mayConclude({ ...ready, complete: false })).toMatchObject({
			error: 'family-incomplete'
		});
	});

	test('VT6 nor without a joint judgement of each child (R8)', () => {
		expect(mayConclude({ ...ready, childrenWithoutJoint: 1 })).toMatchObject({
			error: 'no-joint-judgement'
		});
	});
});

test('VT7 an item without what is feared and on which facts (H33, H34) is not concluded', () => {
	const item = { complete: true, missing: 0, childrenWithoutJoint: 0, openDecisions: 0 };
	expect(mayConclude({ ...item, textsMissing: 2 })).toMatchObject({
		ok: false,
		error: 'grounds-missing'
	});
	expect(mayConclude({ ...item, textsMissing: 0 }).ok).toBe(true);
});
