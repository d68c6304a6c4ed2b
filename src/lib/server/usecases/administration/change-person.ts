import type { CheckedInput } from '#lib/protocol/commands.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { administerPeopleOf, administerPerson } from './administrator.ts';

type Refusal = 'not-found' | 'email-taken' | 'role-too-high' | 'own-role' | 'organisation-archived';

/** Changes what is known of a person, where he or she works and what he or she administers. */
export async function changePerson(
	work: Work,
	{ personId, ...values }: CheckedInput<'person.change'>
): Promise<Result<void, Refusal>> {
	const found = await administerPerson(work, personId);
	if (!found.ok) return found;
	const person = found.value;
	const target = await administerPeopleOf(work, values.organisationId);
	if (!target.ok) return target;
	if (target.value.archivedAt && values.organisationId !== person.organisationId)
		return fail('organisation-archived');
	if (values.administers !== person.administers) {
		// Who takes the own role away could leave nobody to give it back.
		if (personId === work.actor.personId) return fail('own-role');
		if (values.administers === 'everything' && work.actor.administers !== 'everything')
			return fail('role-too-high');
	}
	const namesake = await work.store.people.byEmail(values.email);
	if (namesake && namesake.person.id !== personId) return fail('email-taken');
	await work.store.people.change(personId, values);
	// An open tab knows its person as he or she was: another organisation or role starts anew.
	if (values.organisationId !== person.organisationId || values.administers !== person.administers)
		await work.store.sessions.removeOfPerson(personId);
	await work.log({
		event: 'person.change',
		objectKind: 'person',
		objectId: personId,
		ground: 'administrator'
	});
	work.touch(`person:${personId}`);
	return ok();
}
