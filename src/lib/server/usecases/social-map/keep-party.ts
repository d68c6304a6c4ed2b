import { fail, ok, type Result } from '#lib/domain/result.ts';
import { checkParty, CONTACT_ROLES } from '#lib/domain/social-map.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { PartyContact } from '../../store/social-map.ts';
import type { UseCase, Work } from '../../work.ts';
import { keptParty, mayKeep, partyChanged } from './at-party.ts';

type Values = CheckedInput<'party.add'>;

/** A new party on the map; who adds it has looked it over today. */
export const addParty: UseCase<Values, { partyId: string }> = async (work, input) => {
	const { organisationId } = input;
	const id = work.id();
	work.about(
		organisationId
			? { objectKind: 'organisation', objectId: organisationId }
			: { objectKind: 'party', objectId: id }
	);
	const checked = await check(work, input);
	if (!checked.ok) return checked;
	await work.store.socialMap.add({
		id,
		...factsOf(work, input),
		reviewedOn: work.today,
		reviewedBy: work.actor.personId,
		revision: 0
	});
	await setContacts(work, id, input, []);
	await partyChanged(work, { id, revision: 0 }, 'party.add');
	return ok({ partyId: id });
};

export const changeParty: UseCase<CheckedInput<'party.change'>> = async (work, input) => {
	const found = await keptParty(work, input);
	if (!found.ok) return found;
	const { party, contacts } = found.value;
	const checked = await check(work, input);
	if (!checked.ok) return checked;
	await work.store.socialMap.change(party.id, factsOf(work, input));
	await setContacts(work, party.id, input, contacts);
	await partyChanged(work, party, 'party.change');
	return ok();
};

/** All of it still holds (SM4). */
export const reviewParty: UseCase<CheckedInput<'party.reviewed'>> = async (work, input) => {
	const found = await keptParty(work, input);
	if (!found.ok) return found;
	const { party } = found.value;
	await work.store.socialMap.change(party.id, {
		reviewedOn: work.today,
		reviewedBy: work.actor.personId
	});
	await partyChanged(work, party, 'party.reviewed');
	return ok();
};

export const removeParty: UseCase<CheckedInput<'party.remove'>> = async (work, input) => {
	const found = await keptParty(work, input);
	if (!found.ok) return found;
	await work.store.socialMap.remove(input.partyId);
	await work.log({
		event: 'party.remove',
		objectKind: 'party',
		objectId: input.partyId,
		ground: 'administrator'
	});
	return ok();
};

/** Whose party it may become, whether its people are here, and whether it can be so at all. */
async function check(work: Work, input: Values): Promise<Result<void>> {
	const { people } = work.store;
	const { organisationId } = input;
	if (!mayKeep(work.actor, organisationId)) return fail('not-found');
	if (organisationId && !(await people.organisation(organisationId))) return fail('not-found');
	for (const role of CONTACT_ROLES) {
		const personId = input[role]?.personId;
		if (!personId) continue;
		const colleague = await people.find(personId);
		if (!colleague || colleague.person.disabledAt) return fail('unknown-person');
	}
	return checkParty(input, work.today);
}

function factsOf({ today }: Work, input: Values) {
	const { name, kind, organisationId, offers, ageFrom, ageTo, contractFrom, contractUntil } = input;
	return {
		...{ name, kind, organisationId, offers, ageFrom, ageTo, contractFrom, contractUntil },
		waiting: input.waiting,
		waitingOn: input.waiting === '' ? null : (input.waitingOn ?? today)
	};
}

/** A face belongs to a person: with another name in its place it goes. */
async function setContacts(
	{ store }: Work,
	partyId: string,
	input: Values,
	before: readonly PartyContact[]
): Promise<void> {
	for (const role of CONTACT_ROLES) {
		const next = input[role];
		const was = before.find((one) => one.role === role);
		const stays = next !== null && was?.name === next.name;
		if (was?.photoId && !stays) await store.socialMap.removePhoto(was.photoId);
		if (next === null) await store.socialMap.removeContact(partyId, role);
		else
			await store.socialMap.setContact({
				...{ partyId, role, ...next },
				photoId: stays ? (was?.photoId ?? null) : null
			});
	}
}
