import { type Day, daysBetween } from './day.ts';

/** Days in which an escalation should have its answer. */
export const ANSWER_DAYS = 7;

export interface Escalation {
	on: Day;
	answeredOn: Day | null;
}

/** How pressing an escalation is; null: it was answered. */
export function escalationTone({ on, answeredOn }: Escalation, today: Day): 'red' | 'amber' | null {
	if (answeredOn !== null) return null;
	return daysBetween(on, today) > ANSWER_DAYS ? 'red' : 'amber';
}

/** What became of something that the family or its network does itself (R25). */
export const FAMILY_ACTION_STATUSES = ['open', 'done', 'not-done'] as const;
export type FamilyActionStatus = (typeof FAMILY_ACTION_STATUSES)[number];
