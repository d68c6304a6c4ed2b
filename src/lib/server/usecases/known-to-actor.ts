import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import type { Work } from '../work.ts';
import type { OpenCaseItem } from './assessment/open-case-item.ts';

/** At which items of the case something was recorded that the actor may know (CK1). */
export async function knownToActor(
	{ store, actor }: Work,
	{ caseId, runs }: OpenCaseItem
): Promise<ReadonlySet<string>> {
	const dated = await store.agenda.datedOfCase(caseId);
	const parts = await store.agenda.participantsOf(dated.map(({ item }) => item.id));
	const mine = parts.filter((part) => part.personId === actor.personId);
	return itemsKnown(
		dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() })),
		new Set(mine.map(({ itemId }) => itemId)),
		runs
	);
}
