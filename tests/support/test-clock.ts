import type { Clock } from '#lib/server/clock.ts';

/** Tuesday 24 November 2026, half past nine in the Netherlands: the CJG intake is under way. */
export const TUESDAY_MORNING = new Date('2026-11-24T08:30:00.000Z');

export class TestClock implements Clock {
	#now: number;
	constructor(start = TUESDAY_MORNING) {
		this.#now = start.getTime();
	}
	now(): Date {
		return new Date(this.#now);
	}
	advance(ms: number): void {
		this.#now += ms;
	}
}
