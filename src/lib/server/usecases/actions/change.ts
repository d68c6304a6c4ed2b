import { checkAction, step } from '#lib/domain/action.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import { announceAction } from '../../outbox/announce.ts';
import type { Action } from '../../store/actions.ts';
import type { Work } from '../../work.ts';
import { refreshDecisions } from '../decisions/refresh-decisions.ts';
import { checkNames } from './check-names.ts';
import { findAction } from './find-action.ts';
import { chosenOwner, peopleAt } from './owner.ts';
import { writeStep } from './step-action.ts';

/**
 * Changes what was agreed: text, owner, date or to whom the result is told. The owner answers again.
 * Everyone at the item may during the meeting, afterwards only who runs the table.
 */
export async function change(
	work: Work,
	input: CheckedInput<'action.change'>
): Promise<Result<{ revision: number }>> {
	const found = await findAction(work, input.actionId);
	if (!found.ok) return found;
	const { action, takesPart, runs, meetingClosed, tableId } = found.value;
	if (!takesPart) return fail('not-yours');
	if (meetingClosed && !runs) return fail('meeting-closed');
	if (action.revision !== input.expected) return fail('stale', { revision: action.revision });
	const sound = checkAction(input);
	if (!sound.ok) return sound;
	if (input.due < work.today) return fail('date-in-past');
	const place = { itemId: action.itemId, tableId };
	const owner = await chosenOwner(work, place, input, action.ownerPersonId);
	if (!owner.ok) return owner;
	const { personId, organisationId, name, words } = owner.value;
	const colleagues = (await peopleAt(work.store, place)).map((one) => one.person.name);
	const named = await checkNames(work, action.caseId, { ...input, owner: name, colleagues });
	if (!named.ok) return named;

	// What the table agrees on is everyone's at the item; the rule's chair stands for the table here.
	const next = step(
		action,
		{ kind: 'reassign', toPersonId: personId, toOrganisationId: organisationId, due: input.due },
		{ personId: work.actor.personId, organisationId: work.actor.organisationId, isChair: true }
	);
	if (!next.ok) return next;
	const after: Action = {
		...action,
		...next.value,
		title: input.title.trim(),
		tellTo: input.tellTo,
		agreedOwner: words,
		revision: action.revision + 1,
		statusRevision: action.statusRevision + 1,
		updatedAt: work.now
	};
	if (same(action, after)) return ok({ revision: action.revision });
	await writeStep(work, found.value, after, 'change', {
		title: after.title,
		owner: words,
		due: after.due,
		tellTo: after.tellTo
	});
	await announceChange(work, action, after);
	await refreshDecisions(work, action.itemId);
	return ok({ revision: after.revision });
}

function same(before: Action, after: Action): boolean {
	return (
		before.status !== 'unowned' &&
		before.status !== 'declined' &&
		before.title === after.title &&
		before.due === after.due &&
		before.tellTo === after.tellTo &&
		before.ownerPersonId === after.ownerPersonId &&
		before.ownerOrganisationId === after.ownerOrganisationId
	);
}

/** Another organisation: the old one takes it off its list, for the new one it is new. */
async function announceChange(work: Work, before: Action, after: Action): Promise<void> {
	if (before.status === 'unowned') return announceAction(work, after, 'action-assigned');
	const moved = before.ownerOrganisationId !== after.ownerOrganisationId;
	if (!moved) return announceAction(work, after, 'action-changed');
	await announceAction(work, after, 'action-assigned', before.ownerOrganisationId);
}
