import type { Repositories } from '../store/repositories.ts';

/**
 * Whether an organisation is told nothing more of an item: it takes part no more at all (archived), or its
 * ground at the item ended (GC5, GC6). One that never was at the item, and owns an action, is told of it.
 */
export async function isToldNoMore(
	store: Repositories,
	organisationId: string,
	itemId: string
): Promise<boolean> {
	const organisation = await store.people.organisation(organisationId);
	if (!organisation || organisation.archivedAt) return true;
	const grounds = await store.grounds.ofItem(itemId);
	const newest = grounds.filter((one) => one.organisationId === organisationId).at(-1);
	return newest !== undefined && newest.endedAt !== null;
}
