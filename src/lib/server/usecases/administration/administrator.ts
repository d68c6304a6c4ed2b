import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Organisation, Person } from '../../store/people.ts';
import type { AccessEntry, Work } from '../../work.ts';

type Refused = 'not-found';

/**
 * Only who administers everything may go on; for others what is administered does not exist. The
 * refusal is on the access log.
 */
export async function administerEverything(
	work: Work,
	entry: Omit<AccessEntry, 'ground'>
): Promise<Result<void, Refused>> {
	return work.actor.administers === 'everything' ? ok() : refuse(work, entry);
}

/** The organisation, for who may manage its people. */
export async function administerPeopleOf(
	work: Work,
	organisationId: string,
	event: string
): Promise<Result<Organisation, Refused>> {
	const organisation = await work.store.people.organisation(organisationId);
	if (organisation && mayManagePeopleOf(work.actor, organisationId)) return ok(organisation);
	return refuse(work, { event, objectKind: 'organisation', objectId: organisationId });
}

/**
 * The person, for who may manage him or her. An organisation's administrator can't touch who
 * administers everything, though they be colleagues: a new link would make the one the other.
 */
export async function administerPerson(
	work: Work,
	personId: string,
	event: string
): Promise<Result<Person, Refused>> {
	const found = await work.store.people.find(personId);
	if (found && mayManage(work.actor, found.person)) return ok(found.person);
	return refuse(work, { event, objectKind: 'person', objectId: personId });
}

export function mayManagePeopleOf(
	actor: Pick<Work['actor'], 'administers' | 'organisationId'>,
	organisationId: string
): boolean {
	if (actor.administers === 'everything') return true;
	return actor.administers === 'organisation' && actor.organisationId === organisationId;
}

export function mayManage(
	actor: Pick<Work['actor'], 'administers' | 'organisationId'>,
	person: Pick<Person, 'organisationId' | 'administers'>
): boolean {
	if (!mayManagePeopleOf(actor, person.organisationId)) return false;
	return actor.administers === 'everything' || person.administers !== 'everything';
}

async function refuse(
	work: Work,
	entry: Omit<AccessEntry, 'ground'>
): Promise<Result<never, Refused>> {
	await work.log({ ...entry, ground: 'none', outcome: 'refused' });
	return fail('not-found');
}
