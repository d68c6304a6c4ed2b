import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { PossibleOwners } from '#lib/protocol/my-actions.ts';
import type { Colleague } from '../../store/people.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { Work } from '../../work.ts';

export interface ChosenOwner {
	personId: string | null;
	organisationId: string;
	/** The name that may stand in the title. */
	name: string;
	/** As it stands in the decisions. */
	words: string;
}

interface Place {
	itemId: string;
	tableId: string;
}

/**
 * The owner someone chose: any organisation, or a person who sits at the table or is invited to the
 * item, also one who is not in the room and one of another organisation. Who has no seat does not learn
 * who has one: beside the owner there is already, a guest chooses among who takes part.
 */
export async function chosenOwner(
	work: Work,
	place: Place,
	chosen: { ownerPersonId?: string; ownerOrganisationId: string },
	standing: string | null = null
): Promise<Result<ChosenOwner, 'unknown-owner'>> {
	if (!chosen.ownerPersonId) {
		const organisation = await work.store.people.organisation(chosen.ownerOrganisationId);
		if (!organisation || organisation.archivedAt) return fail('unknown-owner');
		const { id, name } = organisation;
		return ok({ personId: null, organisationId: id, name, words: name });
	}
	const seat = await work.store.tables.seat(place.tableId, work.actor.personId);
	const people =
		seat || chosen.ownerPersonId === standing
			? await peopleAt(work.store, place)
			: await guestsChoice(work.store, place);
	const found = people.find((one) => one.person.id === chosen.ownerPersonId);
	if (found?.organisation.id !== chosen.ownerOrganisationId) return fail('unknown-owner');
	const { person, organisation } = found;
	return ok({
		personId: person.id,
		organisationId: organisation.id,
		name: person.name,
		words: `${person.name} (${organisation.name})`
	});
}

/** Who sits at the table or is invited to the item, and can still sign in. */
export async function peopleAt(store: Repositories, place: Place): Promise<Colleague[]> {
	const seats = await store.tables.seats(place.tableId);
	const participants = await store.agenda.participants(place.itemId);
	const ids = new Set([...seats, ...participants].map((one) => one.personId));
	return (await store.people.findMany([...ids])).filter((one) => !one.person.disabledAt);
}

async function guestsChoice(store: Repositories, place: Place): Promise<Colleague[]> {
	const at = new Set((await store.agenda.participants(place.itemId)).map((one) => one.personId));
	return (await peopleAt(store, place)).filter(({ person }) => at.has(person.id));
}

/** Whom the form offers. Who has no seat is offered who takes part in the item, not the table's members. */
export async function possibleOwners(
	store: Repositories,
	place: Place,
	seated: boolean
): Promise<PossibleOwners> {
	const people = await (seated ? peopleAt : guestsChoice)(store, place);
	const organisations = (await store.people.organisations()).filter((one) => !one.archivedAt);
	return {
		organisations: organisations.map(({ id, name }) => ({ id, name })),
		people: people.map(({ person, organisation }) => ({
			id: person.id,
			name: person.name,
			function: person.function,
			organisationId: organisation.id
		}))
	};
}
