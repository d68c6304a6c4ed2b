import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	RISK,
	SAFETY,
	checkJointJudgement,
	checkJudgement,
	closingBlocks,
	mayJudge,
	mayReveal,
	visibleJudgements,
	type Judgement,
	type Risk,
	type Safety
} from './judgement.ts';
import { INSTRUMENT } from './instrument.ts';

const hilde: Judgement = {
	childId: 'daan',
	personId: 'hilde',
	organisationId: 'cjg',
	safety: 'structurally-unsafe',
	grade: 4,
	risk: 'high',
	safetyReason: 'Het geweld gaat door.',
	riskReason: 'Niemand kijkt mee.'
};
const roos: Judgement = { ...hilde, personId: 'roos', safety: 'acutely-unsafe', grade: 2 };

describe('one judgement', () => {
	test('JU1 safety and risk are the words of H31 and H32', () => {
		const options = (id: string) =>
			INSTRUMENT.sections
				.flatMap((section) => section.questions)
				.find((each) => each.id === id)
				?.answer?.options?.map((each) => each.id);
		expect([...SAFETY]).toEqual(options('H31'));
		expect([...RISK]).toEqual(options('H32'));
	});

	test('JU2 a whole grade from 0 to 10 and both reasons', () => {
		expect(checkJudgement(hilde)).toEqual({ ok: true });
		for (const grade of [0, 10]) expect(checkJudgement({ ...hilde, grade }).ok).toBe(true);
		for (const grade of [-1, 11, 4.5, NaN, Infinity]) {
			expect(checkJudgement({ ...hilde, grade })).toMatchObject({ error: 'grade-out-of-range' });
		}
		for (const blank of [{ safetyReason: ' ' }, { riskReason: '' }]) {
			expect(checkJudgement({ ...hilde, ...blank })).toMatchObject({ error: 'reason-required' });
		}
		const long = 'x'.repeat(5000);
		expect(checkJudgement({ ...hilde, riskReason: long })).toMatchObject({ error: 'too-long' });
		const unknown = 'fine' as Safety;
		expect(checkJudgement({ ...hilde, safety: unknown })).toMatchObject({
			error: 'unknown-choice'
		});
	});

	test('JU2 the joint judgement has a motivation', () => {
		const joint = { safety: 'safe', grade: 8, risk: 'low', motivation: 'Drie mensen zagen haar.' };
		const typed = { ...joint, safety: 'safe' as const, risk: 'low' as const };
		expect(checkJointJudgement(typed).ok).toBe(true);
		expect(checkJointJudgement({ ...typed, motivation: '' })).toMatchObject({
			error: 'reason-required'
		});
	});
});

describe('the reveal', () => {
	const people = ['hilde', 'roos', 'wim'];

	test('instrument rule 4 all present have submitted, during the item: it becomes visible by itself', () => {
		const state = { present: people, byChair: false, live: true };
		expect(mayReveal({ ...state, submittedBy: people })).toBe(true);
		expect(mayReveal({ ...state, submittedBy: [...people, 'yusuf'] })).toBe(true);
		expect(mayReveal({ ...state, submittedBy: ['hilde', 'roos'] })).toBe(false);
		expect(mayReveal({ ...state, submittedBy: [] })).toBe(false);
	});

	test('instrument rule 4 never by itself before the item, or with fewer than two present', () => {
		expect(mayReveal({ submittedBy: people, present: people, byChair: false, live: false })).toBe(
			false
		);
		for (const present of [[], ['hilde'], ['hilde', 'hilde']]) {
			expect(mayReveal({ submittedBy: people, present, byChair: false, live: true })).toBe(false);
		}
	});

	test('instrument rule 4 the chair may reveal once there is a judgement', () => {
		const state = { present: people, byChair: true, live: true };
		expect(mayReveal({ ...state, submittedBy: ['wim'] })).toBe(true);
		expect(mayReveal({ ...state, submittedBy: [] })).toBe(false);
	});

	test('instrument rule 4 before the reveal a view holds nothing of another, whoever looks', () => {
		const secret = fc.string({ minLength: 12, unit: 'grapheme-ascii' });
		fc.assert(
			fc.property(secret, fc.constantFrom(...SAFETY), (reason, safety) => {
				const others = [{ ...roos, safetyReason: `~${reason}~`, safety, grade: 2 }];
				const view = visibleJudgements([hilde, ...others], 'hilde', false);
				expect(view).toEqual({ own: hilde, others: [], submittedBy: ['hilde', 'roos'] });
				expect(visibleJudgements(others, 'hilde', false)).toEqual({
					own: null,
					others: [],
					submittedBy: ['roos']
				});
			})
		);
	});

	test('instrument rule 4 after the reveal all are visible and none can be changed', () => {
		expect(visibleJudgements([hilde, roos], 'hilde', true)).toEqual({
			own: hilde,
			others: [roos],
			submittedBy: ['hilde', 'roos']
		});
		expect(mayJudge(true)).toMatchObject({ error: 'already-revealed' });
		expect(mayJudge(false).ok).toBe(true);
	});
});

describe('closing a case', () => {
	test.each<[Safety, Risk, string[]]>([
		['safe', 'low', []],
		['safe', 'raised', []],
		['safe', 'undetermined', []],
		['safe', 'high', ['high-risk']],
		['undetermined', 'low', ['undetermined']],
		['undetermined', 'high', ['undetermined', 'high-risk']],
		['structurally-unsafe', 'low', ['unsafe']],
		['acutely-unsafe', 'high', ['unsafe', 'high-risk']]
	])('instrument rule 5 %s with risk %s: blocked by %j', (safety, risk, expected) => {
		expect(closingBlocks([{ safety, risk }])).toEqual(expected);
	});

	test('instrument rule 5 one child that is not established keeps the whole case open', () => {
		const safe = { safety: 'safe' as const, risk: 'low' as const };
		expect(closingBlocks([safe, { safety: 'undetermined', risk: 'low' }])).toEqual([
			'undetermined'
		]);
		expect(closingBlocks([safe, null])).toEqual(['no-joint-judgement']);
		expect(closingBlocks([])).toEqual(['no-joint-judgement']);
	});
});
