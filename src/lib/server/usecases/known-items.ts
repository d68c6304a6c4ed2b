import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import type { AgendaItem } from '../store/agenda.ts';
import type { Repositories } from '../store/repositories.ts';
import type { Work } from '../work.ts';

export interface KnownItems {
	/** Items at which something was recorded that this person may know (CK1). */
	known: ReadonlySet<string>;
	/** The items that he or she may open, oldest first. */
	own: { item: AgendaItem; startsAt: Date }[];
	/** All items of the case, oldest first. */
	order: string[];
}

/** Which part of a case someone may know: what is recorded elsewhere does not exist for him or her. */
export async function knownItems(
	store: Repositories,
	caseId: string,
	personId: string,
	runs: boolean
): Promise<KnownItems> {
	const dated = await store.agenda.datedOfCase(caseId);
	const order = dated.map(({ item }) => item.id);
	const parts = await store.agenda.participantsOf(order);
	const mine = new Set(
		parts.filter((part) => part.personId === personId).map(({ itemId }) => itemId)
	);
	const items = dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() }));
	return {
		known: itemsKnown(items, mine, runs),
		own: dated.filter(({ item }) => runs || mine.has(item.id)),
		order
	};
}

/** The same, for who acts. */
export async function knownToActor({ store, actor }: Work, caseId: string): Promise<KnownItems> {
	const tableId = (await store.cases.find(caseId))?.tableId;
	const seat = tableId ? await store.tables.seat(tableId, actor.personId) : null;
	return knownItems(store, caseId, actor.personId, seat !== null && seat.role !== 'member');
}

/** A record of this case that who acts may know; null when there is none, or it is not known here. */
export async function knownRecord<T extends { caseId: string; itemId: string }>(
	work: Work,
	{ caseId }: { caseId: string },
	record: T | null | undefined
): Promise<T | null> {
	if (!record || record.caseId !== caseId) return null;
	return (await knownToActor(work, caseId)).known.has(record.itemId) ? record : null;
}
