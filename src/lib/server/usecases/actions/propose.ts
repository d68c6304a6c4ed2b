import { checkAction } from '#lib/domain/action.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import { announceAction } from '../../outbox/announce.ts';
import type { Action } from '../../store/actions.ts';
import type { Work } from '../../work.ts';
import { atCaseItem, groundOf } from '../at-item.ts';
import { refreshDecisions } from '../decisions/refresh-decisions.ts';
import { checkNames } from './check-names.ts';
import { chosenOwner, peopleAt } from './owner.ts';
import { touchAction } from './touch-action.ts';

/** Someone at the item proposes who does what; the owner, in the room or not, answers. */
export async function propose(
	work: Work,
	input: CheckedInput<'action.propose'>
): Promise<Result<{ actionId: string }>> {
	const at = await atCaseItem(work, input.itemId);
	if (!at.ok) return at;
	const { caseId, meeting, table, runs } = at.value;
	if (meeting.status === 'closed' && !runs) return fail('meeting-closed');
	if ((await work.store.cases.find(caseId))?.closedAt) return fail('case-closed');
	const sound = checkAction(input);
	if (!sound.ok) return sound;
	if (input.due < work.today) return fail('date-in-past');
	const place = { itemId: input.itemId, tableId: table.id };
	const owner = await chosenOwner(work, place, input);
	if (!owner.ok) return owner;
	const colleagues = (await peopleAt(work.store, place)).map((one) => one.person.name);
	const named = await checkNames(work, caseId, { ...input, owner: owner.value.name, colleagues });
	if (!named.ok) return named;

	const action: Action = {
		id: work.id(),
		itemId: input.itemId,
		caseId,
		title: input.title.trim(),
		ownerOrganisationId: owner.value.organisationId,
		ownerPersonId: owner.value.personId,
		agreedOwner: owner.value.words,
		due: input.due,
		tellTo: input.tellTo,
		questionId: input.questionId ?? null,
		status: 'proposed',
		reason: null,
		doneOn: null,
		result: null,
		revision: 1,
		statusRevision: 1,
		proposedBy: work.actor.personId,
		createdAt: work.now,
		updatedAt: work.now
	};
	await work.store.actions.add(action);
	await work.store.actions.addEvent({
		id: work.id(),
		actionId: action.id,
		kind: 'propose',
		at: work.now,
		personId: work.actor.personId,
		detail: { owner: owner.value.words, due: action.due }
	});
	await work.log({
		event: 'action-propose',
		objectKind: 'action',
		objectId: action.id,
		caseId,
		ground: groundOf(at.value)
	});
	await touchAction(work, action);
	await announceAction(work, action, 'action-assigned');
	await refreshDecisions(work, action.itemId);
	return ok({ actionId: action.id });
}
