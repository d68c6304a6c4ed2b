import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCALES, isBlindSpot, type ScaleChoice } from './instrument.ts';
import { outcome, type OutcomeState } from './outcome.ts';

const says = (choice: ScaleChoice) => ({ value: { kind: 'scale' as const, choice } });

type Row = [ScaleChoice, ScaleChoice, OutcomeState, ScaleChoice];

const signal: Row[] = [
	['observed', 'observed', 'agreed', 'observed'],
	['observed', 'suspected', 'difference', 'observed'],
	['observed', 'ruled-out', 'difference', 'observed'],
	['observed', 'not-checked', 'agreed', 'observed'],
	['suspected', 'observed', 'difference', 'observed'],
	['suspected', 'suspected', 'agreed', 'suspected'],
	['suspected', 'ruled-out', 'difference', 'suspected'],
	['suspected', 'not-checked', 'agreed', 'suspected'],
	['ruled-out', 'observed', 'difference', 'observed'],
	['ruled-out', 'suspected', 'difference', 'suspected'],
	['ruled-out', 'ruled-out', 'agreed', 'ruled-out'],
	['ruled-out', 'not-checked', 'agreed', 'ruled-out'],
	['not-checked', 'observed', 'agreed', 'observed'],
	['not-checked', 'suspected', 'agreed', 'suspected'],
	['not-checked', 'ruled-out', 'agreed', 'ruled-out'],
	['not-checked', 'not-checked', 'blind-spot', 'not-checked']
];

const protection: Row[] = [
	['present', 'present', 'agreed', 'present'],
	['present', 'fragile', 'difference', 'fragile'],
	['present', 'absent', 'difference', 'absent'],
	['present', 'unknown', 'agreed', 'present'],
	['fragile', 'present', 'difference', 'fragile'],
	['fragile', 'fragile', 'agreed', 'fragile'],
	['fragile', 'absent', 'difference', 'absent'],
	['fragile', 'unknown', 'agreed', 'fragile'],
	['absent', 'present', 'difference', 'absent'],
	['absent', 'fragile', 'difference', 'absent'],
	['absent', 'absent', 'agreed', 'absent'],
	['absent', 'unknown', 'agreed', 'absent'],
	['unknown', 'present', 'agreed', 'present'],
	['unknown', 'fragile', 'agreed', 'fragile'],
	['unknown', 'absent', 'agreed', 'absent'],
	['unknown', 'unknown', 'blind-spot', 'unknown']
];

describe('two answers to one question', () => {
	test.each(signal)(
		'instrument rule 6 signal: %s beside %s is %s and %s counts',
		(one, other, state, counts) => {
			const differs = state === 'difference';
			expect(outcome([says(one), says(other)], null)).toEqual({ state, counts, differs });
		}
	);

	test.each(protection)(
		'instrument rule 6 protection: %s beside %s is %s and %s counts',
		(one, other, state, counts) => {
			const differs = state === 'difference';
			expect(outcome([says(one), says(other)], null)).toEqual({ state, counts, differs });
		}
	);

	test('instrument rule 6 the two tables hold every pair of answers once', () => {
		for (const [rows, scale] of [
			[signal, SCALES.signal],
			[protection, SCALES.protection]
		] as const) {
			const pairs = scale.choices.flatMap((one) => scale.choices.map((two) => `${one} ${two}`));
			expect(rows.map(([one, two]) => `${one} ${two}`).toSorted()).toEqual(pairs.toSorted());
		}
	});
});

describe("the table's answer", () => {
	test("instrument rule 6 the table's answer counts where people differ, and the difference stays visible", () => {
		expect(outcome([says('observed'), says('ruled-out')], says('ruled-out'))).toEqual({
			state: 'table',
			counts: 'ruled-out',
			differs: true
		});
	});

	test('instrument rule 6 a lone answer the table chose against stays visible', () => {
		expect(outcome([says('observed')], says('ruled-out')).differs).toBe(true);
		expect(outcome([says('observed')], says('observed')).differs).toBe(false);
		expect(outcome([says('not-checked')], says('observed')).differs).toBe(false);
	});

	test('instrument rule 6 "Niet nagegaan" of the table never takes the place of a known answer', () => {
		expect(outcome([says('observed')], says('not-checked'))).toEqual({
			state: 'agreed',
			counts: 'observed',
			differs: false
		});
		expect(outcome([says('absent'), says('present')], says('unknown'))).toEqual({
			state: 'difference',
			counts: 'absent',
			differs: true
		});
	});

	test('AS6 "Niet nagegaan" of the table alone is a blind spot, not a blank', () => {
		expect(outcome([], says('not-checked')).state).toBe('blind-spot');
	});
});

describe('any number of answers', () => {
	const choices = fc.array(fc.constantFrom(...SCALES.signal.choices), { maxLength: 8 });

	test('instrument rule 1 no answer at all is blank and counts as nothing', () => {
		expect(outcome([], null)).toEqual({ state: 'blank', counts: null, differs: false });
	});

	test('instrument rule 6 the order of answers does not matter', () => {
		fc.assert(
			fc.property(choices, (given) => {
				const forth = outcome(given.map(says), null);
				expect(outcome(given.toReversed().map(says), null)).toEqual(forth);
			})
		);
	});

	test('instrument rule 6 one more answer never makes what counts less worrying than it was known to be', () => {
		const worry = ['not-checked', 'ruled-out', 'suspected', 'observed'];
		fc.assert(
			fc.property(choices, fc.constantFrom(...SCALES.signal.choices), (given, extra) => {
				const before = outcome(given.map(says), null).counts ?? 'not-checked';
				const after = outcome([...given, extra].map(says), null).counts ?? 'not-checked';
				expect(worry.indexOf(after)).toBeGreaterThanOrEqual(worry.indexOf(before));
				expect(isBlindSpot(after) && !isBlindSpot(before)).toBe(false);
			})
		);
	});
});
