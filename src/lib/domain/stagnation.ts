import type { Day } from './day.ts';
import { daysBetween } from './day.ts';

/** Why help does not come or stops (R30). */
export const STAGNATION_REASONS = ['unwilling', 'unavailable', 'waiting-list', 'other'] as const;
export type StagnationReason = (typeof STAGNATION_REASONS)[number];

/** What is done instead, until a day on which its owner looks back; `works` null: not looked back yet. */
export interface Alternative {
	due: Day;
	works: boolean | null;
}

export type StagnationState =
	/** Nothing was agreed instead, or it did not work. */
	| 'needs-alternative'
	/** Something else is tried. */
	| 'tried'
	/** Its day has come: does it work? */
	| 'look-back'
	| 'over';

/** How a stagnation stands; `alternatives` in the order in which they were agreed. */
export function stagnationState(
	overSince: Day | null,
	alternatives: readonly Alternative[],
	today: Day
): StagnationState {
	if (overSince !== null) return 'over';
	const current = alternatives.at(-1);
	if (!current || current.works === false) return 'needs-alternative';
	return current.due <= today ? 'look-back' : 'tried';
}

/** Why an appointment was not kept, as far as one knows. */
export const MISSED_REASONS = ['unknown', 'cancelled', 'not-shown'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** Two missed appointments within so many days may be avoidance of care (R31). */
export const AVOIDANCE_DAYS = 60;

/** Whether missed appointments may be avoidance of care; over once help has started since. */
export function mayAvoidCare(missedOn: readonly Day[], helpStartedOn: Day | null): boolean {
	const days = missedOn.toSorted();
	const last = days.at(-1);
	if (!last || (helpStartedOn !== null && helpStartedOn >= last)) return false;
	return days.some((day, index) => {
		const next = days[index + 1];
		return next !== undefined && daysBetween(day, next) <= AVOIDANCE_DAYS;
	});
}
