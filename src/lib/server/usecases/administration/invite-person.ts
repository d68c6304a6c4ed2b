import type { CheckedInput } from '#lib/protocol/commands.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administerPerson } from './administrator.ts';

/** How long a one-time link works, in milliseconds. */
export const INVITATION_LIFE = 7 * 24 * 3_600_000;

/** A new one-time link to choose a password; an earlier one stops working. */
export async function invitePerson(
	work: Work,
	{ personId, tokenHash }: CheckedInput<'person.invite'>
): Promise<Result<void, 'not-found' | 'disabled'>> {
	const found = await administerPerson(work, personId);
	if (!found.ok) return found;
	if (found.value.disabledAt) return fail('disabled');
	await makeInvitation(work, personId, tokenHash);
	await work.log({
		event: 'person.invite',
		objectKind: 'person',
		objectId: personId,
		ground: 'administrator'
	});
	return ok();
}

export async function makeInvitation(
	work: Pick<Work, 'store' | 'now' | 'id'> & { actor: Pick<Work['actor'], 'personId'> },
	personId: string,
	tokenHash: string
): Promise<void> {
	await work.store.people.endInvitations(personId, work.now);
	await work.store.people.addInvitation({
		id: work.id(),
		tokenHash,
		personId,
		invitedBy: work.actor.personId,
		expiresAt: new Date(work.now.getTime() + INVITATION_LIFE)
	});
}
