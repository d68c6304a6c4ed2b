import { expect, test } from 'vitest';
import type { Safety } from './judgement.ts';
import { bySafety, worstSafety } from './safety-order.ts';

const one = (code: string, safety: Safety | null, waitingDays: number) => ({
	code,
	safety,
	waitingDays
});

test('MT2 the most unsafe first, never judged before safe, then who waits longest, then the code', () => {
	const cases = [
		one('26-0007', 'safe', 300),
		one('26-0006', null, 3),
		one('26-0005', null, 20),
		one('26-0004', 'undetermined', 1),
		one('26-0003', 'structurally-unsafe', 2),
		one('26-0002', 'structurally-unsafe', 2),
		one('26-0001', 'acutely-unsafe', 0)
	];
	expect(cases.toSorted(bySafety).map(({ code }) => code)).toEqual([
		'26-0001',
		'26-0002',
		'26-0003',
		'26-0004',
		'26-0005',
		'26-0006',
		'26-0007'
	]);
});

test('MT2 of several children the worst counts, and one without a judgement is not safe', () => {
	expect(worstSafety(['safe', 'acutely-unsafe', null])).toBe('acutely-unsafe');
	expect(worstSafety(['safe', null])).toBeNull();
	expect(worstSafety(['safe', 'undetermined'])).toBe('undetermined');
	expect(worstSafety(['safe', 'safe'])).toBe('safe');
	expect(worstSafety([])).toBeNull();
});
