import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { makeInvitation } from './invite-person.ts';

export interface FirstAdministrator {
	email: string;
	name: string;
	/** Where he or she works; made when it is not there. */
	organisationName: string;
}

/**
 * An administrator of everything, with a one-time link. For one who is there already it is a new link:
 * the way back in for who has the server. Nobody else is made one.
 */
export async function makeFirstAdministrator(
	work: Work,
	input: FirstAdministrator & { tokenHash: string }
): Promise<Result<void, 'email-invalid' | 'email-taken'>> {
	const { email, name, organisationName, tokenHash } = input;
	if (!/^[^\s@]+@[^\s@]+$/.test(email.trim()) || !name.trim()) return fail('email-invalid');
	const known = await work.store.people.byEmail(email);
	if (known && (known.person.administers !== 'everything' || known.person.disabledAt))
		return fail('email-taken');
	const personId = known?.person.id ?? work.actor.personId;
	if (!known)
		await work.store.people.add({
			id: personId,
			organisationId: await organisationNamed(work, organisationName.trim()),
			name: name.trim(),
			function: 'beheerder',
			email,
			administers: 'everything',
			createdAt: work.now
		});
	await makeInvitation(work, personId, tokenHash);
	await work.log({
		event: 'administrator.create',
		objectKind: 'person',
		objectId: personId,
		ground: 'server'
	});
	return ok();
}

async function organisationNamed({ store, id }: Work, name: string): Promise<string> {
	const known = (await store.people.organisations()).find((one) => one.name === name);
	if (known) return known.id;
	const organisationId = id();
	await store.people.addOrganisation({
		id: organisationId,
		name,
		kind: 'other',
		underMeldcode: false
	});
	return organisationId;
}
