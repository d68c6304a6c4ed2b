import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { registeredNamesIn } from '#lib/domain/names.ts';
import { namesOf } from './check-names.ts';
import { findAction } from './find-action.ts';
import { stepAction } from './step-action.ts';

/** Hands an action on to a colleague of the same organisation, who answers for himself or herself. */
export async function handOn(work: Work, input: CheckedInput<'action.hand-on'>): Promise<Result> {
	const found = await findAction(work, input.actionId);
	if (!found.ok) return found;
	const { action } = found.value;
	const colleague = await work.store.people.find(input.personId);
	if (!colleague || colleague.person.disabledAt) return fail('unknown-owner');
	if (colleague.person.id === action.ownerPersonId) return fail('already-owner');
	// The name that could stand while it was the owner's own would now name someone of the family. Which
	// one stays unsaid: who hands on may take no part in the item.
	const names = await namesOf(work, action.caseId);
	if (registeredNamesIn(action.title, names, [colleague.person.name]).length > 0)
		return fail('names-in-title', { names: '', field: 'title' });
	const outcome = await stepAction(
		work,
		input.actionId,
		{
			kind: 'hand-on',
			toPersonId: colleague.person.id,
			toOrganisationId: colleague.organisation.id
		},
		{ to: colleague.person.name }
	);
	return outcome.ok ? ok() : outcome;
}
