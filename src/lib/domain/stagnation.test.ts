import { describe, expect, test } from 'vitest';
import { mayAvoidCare, stagnationState } from './stagnation.ts';

const TODAY = '2026-11-24';

test('RF7 red until there is an alternative, and again when it does not work', () => {
	const tried = { due: '2026-12-08', works: null };
	expect(stagnationState(null, [], TODAY)).toBe('needs-alternative');
	expect(stagnationState(null, [tried], TODAY)).toBe('tried');
	expect(stagnationState(null, [{ ...tried, works: false }], TODAY)).toBe('needs-alternative');
	expect(stagnationState(null, [{ ...tried, works: false }, tried], TODAY)).toBe('tried');
	expect(stagnationState(TODAY, [{ ...tried, works: true }], TODAY)).toBe('over');
});

test('RF7 on its day one looks back, and not before', () => {
	const due = (day: string) => [{ due: day, works: null }];
	expect(stagnationState(null, due('2026-11-25'), TODAY)).toBe('tried');
	expect(stagnationState(null, due(TODAY), TODAY)).toBe('look-back');
	expect(stagnationState(null, due('2026-11-01'), TODAY)).toBe('look-back');
});

describe('RF9 missed appointments', () => {
	test.each([
		[[], false],
		[['2026-11-20'], false],
		[['2026-11-20', '2026-09-21'], true],
		[['2026-09-20', '2026-11-20'], false],
		[['2026-01-01', '2026-11-20', '2026-11-20'], true]
	])('RF9 on %j: %s', (days, avoids) => {
		expect(mayAvoidCare(days, null)).toBe(avoids);
	});

	test('RF9 help that started since ends it, help before does not', () => {
		const days = ['2026-11-02', '2026-11-20'];
		expect(mayAvoidCare(days, '2026-11-20')).toBe(false);
		expect(mayAvoidCare(days, '2026-11-10')).toBe(true);
	});
});
