import type { TalkStep } from './meldcode-steps.ts';

/** A talk with parents or child, in its newest version (R16). */
export interface Talk {
	caregiverIds: readonly string[];
	childIds: readonly string[];
	status: 'planned' | 'held' | 'not-held';
	/** The day for which it is planned, or on which it was held. */
	on: string;
}

/**
 * How step 3 stands: a talk with a parent and one with a child, held or not held for reasons of safety. A
 * child too young to talk with is seen.
 */
export function talkStep(talks: readonly Talk[], straight: boolean): TalkStep {
	if (straight) return 'not-needed';
	const settled = talks.filter(({ status }) => status !== 'planned');
	const withParent = settled.some(({ caregiverIds }) => caregiverIds.length > 0);
	const withChild = settled.some(({ childIds }) => childIds.length > 0);
	if (withParent && withChild) return 'done';
	return talks.some(({ status }) => status === 'planned') ? 'planned' : 'open';
}

/** Its day has passed, and nobody said how it went. */
export function isOverdue({ status, on }: Pick<Talk, 'status' | 'on'>, today: string): boolean {
	return status === 'planned' && on < today;
}

/** The newest version of each, in the order in which they began; `rows` oldest first. */
export function newestVersions<T extends { talkId: string }>(rows: readonly T[]): T[] {
	return [...new Map(rows.map((row) => [row.talkId, row])).values()];
}
