import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import type { Work } from '../work.ts';

export interface KnownToActor {
	/** Items at which something was recorded that the actor may know (CK1). */
	known: ReadonlySet<string>;
	/** All items of the case, oldest first. */
	order: string[];
}

/** Which part of a case who acts may know: what is recorded elsewhere does not exist for him or her. */
export async function knownToActor(work: Work, caseId: string): Promise<KnownToActor> {
	const { store, actor } = work;
	const dated = await store.agenda.datedOfCase(caseId);
	const order = dated.map(({ item }) => item.id);
	const parts = await store.agenda.participantsOf(order);
	const own = new Set(
		parts.filter((part) => part.personId === actor.personId).map(({ itemId }) => itemId)
	);
	const tableId = (await store.cases.find(caseId))?.tableId;
	const seat = tableId ? await store.tables.seat(tableId, actor.personId) : null;
	const items = dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() }));
	return { known: itemsKnown(items, own, seat !== null && seat.role !== 'member'), order };
import type { OpenCaseItem } from './assessment/open-case-item.ts';

/** At which items of the case something was recorded that the actor may know (CK1). */
export async function knownToActor(
	{ store, actor }: Work,
	{ caseId, runs }: OpenCaseItem
): Promise<ReadonlySet<string>> {
	const parts = await store.agenda.participantsOf(dated.map(({ item }) => item.id));
	const mine = parts.filter((part) => part.personId === actor.personId);
	return itemsKnown(
		dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() })),
		new Set(mine.map(({ itemId }) => itemId)),
		runs
	);
}
