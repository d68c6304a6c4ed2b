import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';

/** The items at which something was recorded that the actor may know (CK1), newest first. */
export async function knownItems({ store, actor }: Work, at: OpenCaseItem): Promise<string[]> {
	const dated = await store.agenda.datedOfCase(at.caseId);
	const parts = await store.agenda.participantsOf(dated.map(({ item }) => item.id));
	const own = parts.filter((one) => one.personId === actor.personId).map(({ itemId }) => itemId);
	const items = dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() }));
	const known = itemsKnown(items, new Set(own), at.runs);
	return items.flatMap(({ id }) => (known.has(id) ? id : [])).toReversed();
}
