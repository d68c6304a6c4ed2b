import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { ContactRole } from '#lib/domain/social-map.ts';
import type { PartyContact, StoredParty } from '../../store/social-map.ts';
import type { Actor, Work } from '../../work.ts';

type Keeper = Pick<Actor, 'administers' | 'organisationId'>;

/** Whether someone keeps a party of this organisation (SM2); null: a party that is no organisation here. */
export function mayKeep(actor: Keeper, organisationId: string | null): boolean {
	if (actor.administers === 'everything') return true;
	return actor.administers === 'organisation' && actor.organisationId === organisationId;
}

/** A party for who keeps it, as he or she saw it. For others it can't be changed: `not-found`. */
export async function keptParty(
	work: Work,
	{ partyId, expected }: { partyId: string; expected: number }
): Promise<Result<StoredParty, 'not-found' | 'stale'>> {
	const found = await find(work, partyId);
	if (!found || !mayKeep(work.actor, found.party.organisationId)) return fail('not-found');
	return asSeen(found, expected);
}

/** A contact person of a party, for himself and for who keeps the party (SM3). */
export async function ownContact(
	work: Work,
	{ partyId, role, expected }: { partyId: string; role: ContactRole; expected: number }
): Promise<Result<{ contact: PartyContact; revision: number; ground: string }>> {
	const found = await find(work, partyId);
	const contact = found?.contacts.find((one) => one.role === role);
	if (!found || !contact) return fail('not-found');
	const keeps = mayKeep(work.actor, found.party.organisationId);
	if (!keeps && contact.personId !== work.actor.personId) return fail('not-found');
	const seen = asSeen(found, expected);
	if (!seen.ok) return seen;
	const ground = keeps ? 'administrator' : 'contact-person';
	return ok({ contact, revision: found.party.revision, ground });
}

/** The next revision, and a row on the access log: who made the map say this. */
export async function partyChanged(
	work: Work,
	{ id, revision }: { id: string; revision: number },
	event: string,
	ground = 'administrator'
): Promise<void> {
	await work.store.socialMap.change(id, { revision: revision + 1 });
	await work.log({ event, objectKind: 'party', objectId: id, ground });
}

async function find(work: Work, partyId: string): Promise<StoredParty | null> {
	work.about({ objectKind: 'party', objectId: partyId });
	return work.store.socialMap.find(partyId);
}

function asSeen(found: StoredParty, expected: number): Result<StoredParty, 'stale'> {
	const { revision } = found.party;
	return revision === expected ? ok(found) : fail('stale', { revision });
}
