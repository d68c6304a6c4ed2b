import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atCaseItem } from '../at-item.ts';
import { giveGrounds } from '../grounds/give-grounds.ts';
import { rolesStandOtherwise } from '../coordination/gone.ts';
import { changed } from '../running-item.ts';
import { takeOut } from './take-out.ts';

/** Presenter or chair asks a professional to this one item; from then it exists for him or her. */
export const invite: UseCase<CheckedInput<'item.invite'>> = async (work, { itemId, personId }) => {
	const at = await atCaseItem(work, itemId);
	if (!at.ok) return at;
	const { item, meeting, runs } = at.value;
	if (!runs && item.presenterId !== work.actor.personId) return fail('presenter-only');
	if (meeting.status === 'closed') return fail('meeting-closed');
	const colleague = await work.store.people.find(personId);
	if (!colleague || colleague.person.disabledAt) return fail('unknown-person');
	if (await work.store.agenda.participant(itemId, personId)) return ok();
	const { caseId } = at.value;
	const grounds = await giveGrounds(work, { id: itemId, caseId }, [colleague]);
	if (!grounds.ok) return grounds;
	await work.store.agenda.invite({
		itemId,
		personId,
		organisationId: colleague.organisation.id,
		invitedBy: work.actor.personId,
		invitedAt: work.now
	});
	await changed(work, at.value, 'invite');
	await rolesStandOtherwise(work, personId);
	work.touch(`person:${personId}`);
	return ok();
};

/** Takes someone out of the item: it is gone for that person at once, on every open screen. */
export const uninvite: UseCase<CheckedInput<'item.uninvite'>> = async (work, input) => {
	const at = await atCaseItem(work, input.itemId);
	if (!at.ok) return at;
	const { item, meeting, runs } = at.value;
	if (!runs && item.presenterId !== work.actor.personId) return fail('presenter-only');
	// Access can always be withdrawn; once the record is fixed that is the chair's to do.
	if (!runs && meeting.status === 'closed') return fail('chair-only');
	if (!(await work.store.agenda.participant(input.itemId, input.personId)))
		return fail('not-found');
	await takeOut(work, item, [input.personId]);
	await changed(work, at.value, 'uninvite');
	return ok();
};
