import { holdsBsn } from '#lib/domain/bsn.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { laterItem, newestKnown, type Version } from '#lib/domain/versions.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase } from '../at-open-case.ts';
import { type KnownItems, knownToActor } from '../known-items.ts';

/** The most of each on one case: every one makes the view of the case longer. */
export const MOST = { network: 20, involvements: 60 } as const;

export interface AtFamily extends KnownItems {
	at: OpenCaseItem;
}

/** An open case with what the actor may know of it. */
export async function atFamily(
	work: Work,
	itemId: string
): Promise<Result<AtFamily, 'not-found' | 'case-closed'>> {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	return ok({ at: at.value, ...(await knownToActor(work, at.value.caseId)) });
}

/** The record as the actor knows it, if that is also the version that he or she changes. */
export function theVersion<T extends Version>(
	versions: readonly T[],
	known: ReadonlySet<string>,
	recordId: string,
	expected: string
): Result<T, 'not-found' | 'stale'> {
	const found = newestKnown(versions, known).find((one) => one.recordId === recordId);
	if (!found) return fail('not-found');
	return found.id === expected ? ok(found) : fail('stale', { revision: found.id });
}

/**
 * What every version says: which one, by whom, and at which item: the latest of where it is said, of what
 * it changes, and of the people it is about, so that nobody learns of one of them by it (FA8).
 */
export async function versionOf(
	work: Work,
	{ at, order }: AtFamily,
	before: Version | null,
	about: readonly string[] = []
) {
	const members = about.length > 0 ? await work.store.family.members(at.caseId) : [];
	const items = members.filter(({ recordId }) => about.includes(recordId));
	return {
		id: work.id(),
		recordId: before?.recordId ?? work.id(),
		caseId: at.caseId,
		itemId: [...(before ? [before] : []), ...items].reduce(
			(latest, { itemId }) => laterItem(order, latest, itemId),
			at.item.id
		),
		recordedBy: work.actor.personId,
		recordedAt: work.now
	};
}

export function withoutBsn(...texts: string[]): Result<void, 'bsn-in-text'> {
	return texts.some(holdsBsn) ? fail('bsn-in-text') : ok();
}
