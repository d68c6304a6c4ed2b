/** What may change in a family so that an assessment no longer fits (R11). */
export const FAMILY_CHANGES = [
	'separation',
	'new-partner',
	'move',
	'birth',
	'death',
	'cooperation',
	'other'
] as const;
export type FamilyChange = (typeof FAMILY_CHANGES)[number];

/**
 * The changes that ask for a new assessment: recorded after the newest complete one, and nobody said why
 * none is needed. Before the first assessment there is none to renew. Moments in milliseconds.
 */
export function openChanges<T extends { recordedAt: number; notNeeded: boolean }>(
	changes: readonly T[],
	assessedAt: readonly number[]
): T[] {
	if (assessedAt.length === 0) return [];
	const last = Math.max(...assessedAt);
	return changes.filter(({ recordedAt, notNeeded }) => !notNeeded && recordedAt > last);
}
