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
	work.about(entry);
	return work.actor.administers === 'everything' ? ok() : fail('not-found');
}

/** The organisation, for who may manage its people. */
export async function administerPeopleOf(
	work: Work,
	organisationId: string
): Promise<Result<Organisation, Refused>> {
	work.about({ objectKind: 'organisation', objectId: organisationId });
	const organisation = await work.store.people.organisation(organisationId);
	const may = organisation && mayManagePeopleOf(work.actor, organisationId);
	return may ? ok(organisation) : fail('not-found');
}

/**
 * The person, for who may manage him or her. An organisation's administrator can't touch who
 * administers everything, though they be colleagues: a new link would make the one the other.
 */
export async function administerPerson(
	work: Work,
	personId: string
): Promise<Result<Person, Refused>> {
	work.about({ objectKind: 'person', objectId: personId });
	const found = await work.store.people.find(personId);
	return found && mayManage(work.actor, found.person) ? ok(found.person) : fail('not-found');
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
