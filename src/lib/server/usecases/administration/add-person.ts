import type { CheckedInput } from '#lib/protocol/commands.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administerPeopleOf } from './administrator.ts';
import { makeInvitation } from './invite-person.ts';

/** Adds someone who works for an organisation, with a first one-time link to choose a password. */
export async function addPerson(
	work: Work,
	input: CheckedInput<'person.add'>
): Promise<
	Result<
		{ personId: string },
		'not-found' | 'email-taken' | 'role-too-high' | 'organisation-archived'
	>
> {
	const { tokenHash, ...values } = input;
	const found = await administerPeopleOf(work, input.organisationId);
	if (!found.ok) return found;
	if (found.value.archivedAt) return fail('organisation-archived');
	if (input.administers === 'everything' && work.actor.administers !== 'everything')
		return fail('role-too-high');
	if (await work.store.people.byEmail(input.email)) return fail('email-taken');
	const id = work.id();
	await work.store.people.add({ id, ...values, createdAt: work.now });
	await makeInvitation(work, id, tokenHash);
	await work.log({
		event: 'person.add',
		objectKind: 'person',
		objectId: id,
		ground: 'administrator'
	});
	return ok({ personId: id });
}
