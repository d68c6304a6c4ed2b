import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIVERY_STATUSES, PARK_AFTER, hasArrived, isParked, nextAttempt } from './retry.ts';

describe('trying a delivery again', () => {
	test('AC15 waits 5 s, 30 s, 2 min, 10 min, 1 h, 6 h, 24 h', () => {
		const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => nextAttempt(attempts, () => 0.5));
		expect(waits).toEqual([5, 30, 120, 600, 3600, 21_600, 86_400]);
	});

	test('AC15 the jitter is a fifth either way, whole seconds, also for odd counts', () => {
		const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		fc.assert(
			fc.property(fc.integer({ min: -2, max: 100 }), chance, (attempts, random) => {
				const middle = nextAttempt(attempts, () => 0.5);
				const wait = nextAttempt(attempts, () => random);
				expect(Number.isInteger(wait)).toBe(true);
				expect(wait).toBeGreaterThanOrEqual(Math.floor(middle * 0.8));
				expect(wait).toBeLessThanOrEqual(Math.ceil(middle * 1.2));
			})
		);
	});

	test('AC16 a partner that is off for 24 hours is still reached before the delivery is parked', () => {
		let seconds = 0;
		let attempts = 1;
		while (!isParked(attempts)) {
			seconds += nextAttempt(attempts, () => 0);
			attempts += 1;
		}
		expect(attempts).toBe(PARK_AFTER);
		expect(seconds).toBeGreaterThan(24 * 3600);
	});

	test('AC16 received and read have arrived, the rest has not', () => {
		expect(DELIVERY_STATUSES.filter(hasArrived)).toEqual(['received', 'read']);
	});
});
