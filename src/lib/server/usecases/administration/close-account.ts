import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { rolesStandOtherwise } from '../coordination/gone.ts';
import { administerPerson } from './administrator.ts';

interface About {
	personId: string;
}

/** From now on this person can't sign in, and is out of every open page. */
export async function disablePerson(
	work: Work,
	{ personId }: About
): Promise<Result<void, 'not-found' | 'yourself'>> {
	const found = await administerPerson(work, personId);
	if (!found.ok) return found;
	if (personId === work.actor.personId) return fail('yourself');
	await work.store.people.change(personId, { disabledAt: found.value.disabledAt ?? work.now });
	await work.store.people.endInvitations(personId, work.now);
	await work.store.people.revokeFeeds(personId, work.now);
	await signOutEverywhere(work, personId, 'person.disable');
	await rolesStandOtherwise(work, personId);
	return ok();
}

export async function enablePerson(
	work: Work,
	{ personId }: About
): Promise<Result<void, 'not-found'>> {
	const found = await administerPerson(work, personId);
	if (!found.ok) return found;
	await work.store.people.change(personId, { disabledAt: null });
	await log(work, personId, 'person.enable');
	await rolesStandOtherwise(work, personId);
	return ok();
}

export async function endPersonSessions(
	work: Work,
	{ personId }: About
): Promise<Result<void, 'not-found'>> {
	const found = await administerPerson(work, personId);
	if (!found.ok) return found;
	await signOutEverywhere(work, personId, 'person.end-sessions');
	return ok();
}

/** For who lost the phone and the recovery codes: the password alone signs in until a new set-up. */
export async function resetSecondFactor(
	work: Work,
	{ personId }: About
): Promise<Result<void, 'not-found' | 'yourself'>> {
	const found = await administerPerson(work, personId);
	if (!found.ok) return found;
	// For oneself it goes by the account page, which asks for the password.
	if (personId === work.actor.personId) return fail('yourself');
	await work.store.people.change(personId, { totpSecret: null, totpConfirmedAt: null });
	await work.store.people.replaceRecoveryCodes(personId, []);
	await signOutEverywhere(work, personId, 'person.reset-second-factor');
	return ok();
}

async function signOutEverywhere(work: Work, personId: string, event: string): Promise<void> {
	await work.store.sessions.removeOfPerson(personId);
	await log(work, personId, event);
	work.touch(`person:${personId}`);
}

function log(work: Work, personId: string, event: string): Promise<void> {
	return work.log({ event, objectKind: 'person', objectId: personId, ground: 'administrator' });
}
