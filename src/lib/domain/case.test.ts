import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageAt, caseCode, isCaseCode } from './case.ts';
import { isDay } from './day.ts';

describe('a case code', () => {
	test('AG11 is the year and four digits of chance, which do not count up', () => {
		const asked: number[] = [];
		const chance = (below: number) => (asked.push(below), 7714);
		expect(caseCode(2026, chance)).toBe('26-7714');
		expect(asked).toEqual([10_000]);
		expect(caseCode(2105, () => 42)).toBe('05-0042');
	});

	test('AG11 every code it makes is one', () => {
		const year = fc.integer({ min: 2000, max: 2199 });
		fc.assert(
			fc.property(year, fc.integer({ min: 0, max: 9999 }), (when, digits) => {
				expect(isCaseCode(caseCode(when, () => digits))).toBe(true);
			})
		);
		for (const no of ['', '26-771', '26-77145', '2026-7714', '26-77a4', ' 26-7714', '26-7714\n']) {
			expect(isCaseCode(no), no).toBe(false);
		}
	});
});

describe('an age', () => {
	test.each<[string, string, number, number]>([
		['2026-03', '2026-11-24', 0, 8],
		['2021-11', '2026-11-01', 5, 0],
		['2021-12', '2026-11-30', 4, 11],
		['2026-11', '2026-11-24', 0, 0],
		['2027-02', '2026-11-24', 0, 0]
	])('AG12 born %s, on %s: %i years and %i months', (birthMonth, day, years, months) => {
		expect(ageAt(birthMonth, day)).toEqual({ years, months });
	});
});

describe('a day', () => {
	test('AG12 exists on the calendar', () => {
		for (const day of ['2026-11-24', '2028-02-29', '2000-01-01']) expect(isDay(day)).toBe(true);
		for (const no of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', null, undefined]) {
			expect(isDay(no), String(no)).toBe(false);
		}
	});
});
