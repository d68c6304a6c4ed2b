import { itemsKnown } from '#lib/domain/case-knowledge.ts';
import type { Repositories } from '../../store/repositories.ts';

/** The items whose records are known at this one: it and those before it (CK1), all for who runs the table (CK2). */
export async function knownAt(
	store: Repositories,
	caseId: string,
	itemId: string,
	runs = false
): Promise<ReadonlySet<string>> {
	const dated = await store.agenda.datedOfCase(caseId);
	const items = dated.map(({ item, startsAt }) => ({ id: item.id, at: startsAt.getTime() }));
	return itemsKnown(items, new Set([itemId]), runs);
}
