import { askedInFamily, type ChildAsked } from '#lib/domain/consent.ts';
import type { StoredConsent, StoredCustody, StoredGround } from '../../store/grounds.ts';
import type { Family } from '../../store/cases.ts';
import type { Repositories } from '../../store/repositories.ts';

/** What of custody and consent someone may know, and whose consent is needed with that. */
export interface ConsentAround {
	family: ChildAsked[];
	facts: StoredConsent[];
	custody: StoredCustody[];
	/** How many facts there are about each person. */
	revisions: Record<string, number>;
}

export async function consentAround(
	store: Repositories,
	{ case: { id }, children, caregivers }: Family,
	known: ReadonlySet<string>,
	today: string
): Promise<ConsentAround> {
	const isKnown = ({ itemId }: { itemId: string }) => known.has(itemId);
	const facts = (await store.grounds.consents(id)).filter(isKnown);
	const custody = (await store.grounds.custodies(id)).filter(isKnown);
	const about = [
		...facts.map(({ subjectId }) => subjectId),
		...custody.map(({ caregiverId }) => caregiverId)
	];
	const revisions: Record<string, number> = {};
	for (const subjectId of about) revisions[subjectId] = (revisions[subjectId] ?? 0) + 1;
	const adults = caregivers.map((adult) => adult.id);
	return { family: askedInFamily(children, adults, custody, today), facts, custody, revisions };
}

/** The newest ground of each organisation at an item. */
export function newestGrounds(rows: readonly StoredGround[]): Map<string, StoredGround> {
	return new Map(rows.map((row) => [row.organisationId, row]));
}

/** The organisations of chair and deputy: nobody puts them out of their own table (GC7). */
export async function organisationsRunning(
	store: Repositories,
	tableId: string
): Promise<Set<string>> {
	const seats = (await store.tables.seats(tableId)).filter(({ role }) => role !== 'member');
	const people = await store.people.findMany(seats.map(({ personId }) => personId));
	return new Set(people.map(({ organisation }) => organisation.id));
}
