import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import type { Work } from '../work.ts';
import type { OpenCaseItem } from './assessment/open-case-item.ts';

/**
 * At which items of the case something was recorded that the actor may know (CK1). What was recorded at
 * another does not exist for him or her, not even to be changed.
 */
export async function knownAtCase(work: Work, at: OpenCaseItem): Promise<ReadonlySet<string>> {
	const { agenda } = work.store;
	const dated = await agenda.datedOfCase(at.caseId);
	const parts = await agenda.participantsOf(dated.map(({ item }) => item.id));
	const own = new Set(
		parts.filter((part) => part.personId === work.actor.personId).map((part) => part.itemId)
	);
	return itemsKnown(
		dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() })),
		own,
		at.runs
	);
}

/** A record of this case that the actor may know; null when there is none, or it is not known here. */
export async function knownRecord<T extends { caseId: string; itemId: string }>(
	work: Work,
	at: OpenCaseItem,
	record: T | null | undefined
): Promise<T | null> {
	if (!record || record.caseId !== at.caseId) return null;
	return (await knownAtCase(work, at)).has(record.itemId) ? record : null;
}
