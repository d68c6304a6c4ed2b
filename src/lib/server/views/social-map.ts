import { type ContactRole, marksOf } from '#lib/domain/social-map.ts';
import type { ContactView, PartyView } from '#lib/protocol/views/social-map.ts';
import type { Repositories } from '../store/repositories.ts';
import type { StoredParty } from '../store/social-map.ts';
import { mayKeep } from '../usecases/social-map/at-party.ts';
import type { Actor } from '../work.ts';

/** The whole map, by name. A municipality has dozens of parties, so it goes out in one piece. */
export async function socialMap(
	store: Repositories,
	actor: Actor,
	today: string
): Promise<PartyView[]> {
	const views = (await store.socialMap.all()).map((one) => partyView(one, actor, today));
	return views.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** One party, for who may change something of it; null for anyone else. */
export async function partyToChange(
	store: Repositories,
	actor: Actor,
	partyId: string,
	today: string
): Promise<PartyView | null> {
	const found = await store.socialMap.find(partyId);
	const view = found && partyView(found, actor, today);
	return view && (view.mayKeep || view.contact?.mayChange || view.liaison?.mayChange) ? view : null;
}

function partyView({ party, contacts }: StoredParty, actor: Actor, today: string): PartyView {
	const { id, name, kind, organisationId, offers, waiting, waitingOn, revision } = party;
	const { ageFrom, ageTo, contractFrom, contractUntil, reviewedOn } = party;
	const keeps = mayKeep(actor, party.organisationId);
	const contact = (role: ContactRole): ContactView | null => {
		const found = contacts.find((one) => one.role === role);
		if (!found) return null;
		const { function: does, phone, email, personId, photoId } = found;
		return {
			...{ role, personId, name: found.name, function: does, phone, email },
			photo: photoId && `/sociale-kaart/foto/${photoId}`,
			mayChange: keeps || personId === actor.personId
		};
	};
	return {
		...{ id, name, kind, organisationId, offers, revision },
		...{ ageFrom, ageTo, contractFrom, contractUntil, reviewedOn },
		waiting: waiting === '' || waitingOn === null ? null : { text: waiting, on: waitingOn },
		contact: contact('contact'),
		liaison: contact('liaison'),
		marks: marksOf(party, today),
		mayKeep: keeps
	};
}
