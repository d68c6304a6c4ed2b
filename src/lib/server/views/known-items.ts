import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import type { AgendaItem } from '../store/agenda.ts';
import type { Repositories } from '../store/repositories.ts';

export interface KnownItems {
	/** Items at which something was recorded that the viewer may know (CK1). */
	known: ReadonlySet<string>;
	/** The items that the viewer may open, oldest first. */
	own: { item: AgendaItem; startsAt: Date }[];
}

/** Which part of a case someone may know. */
export async function knownItems(
	store: Repositories,
	caseId: string,
	personId: string,
	runs: boolean
): Promise<KnownItems> {
	const dated = await store.agenda.datedOfCase(caseId);
	const parts = await store.agenda.participantsOf(dated.map(({ item }) => item.id));
	const mine = new Set(
		parts.filter((part) => part.personId === personId).map(({ itemId }) => itemId)
	);
	const items = dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() }));
	return {
		known: itemsKnown(items, mine, runs),
		own: dated.filter(({ item }) => runs || mine.has(item.id))
	};
}
