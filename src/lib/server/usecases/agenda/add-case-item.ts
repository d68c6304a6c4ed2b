import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { UseCase, Work } from '../../work.ts';
import { atMeeting } from '../at-meeting.ts';
import { groundsOfNew } from '../grounds/give-grounds.ts';
import { nextPosition } from './place-on-agenda.ts';

/**
 * A member puts a case on the agenda, with why and what is new, and with who takes part. The presenter
 * and the chair always take part.
 */
export const addCaseItem: UseCase<CheckedInput<'item.add-case'>, { itemId: string }> = async (
	work,
	input
) => {
	const at = await atMeeting(work, input.meetingId);
	if (!at.ok) return at;
	const { meeting, seat } = at.value;
	if (meeting.status === 'closed') return fail('meeting-closed');
	const items = await work.store.agenda.ofMeeting(meeting.id);
	const may = await mayBring(work, input.caseId, meeting.tableId, seat.role !== 'member');
	if (!may.ok) return may;
	if (await isThere(work, items, input.caseId, seat.role !== 'member'))
		return fail('already-on-agenda');
	const always = [
		work.actor.personId,
		...(await work.store.tables.seats(meeting.tableId)).flatMap((one) =>
			one.role === 'chair' ? one.personId : []
		)
	];
	const invited = new Set([...input.participants, ...always]);
	const people = await work.store.people.findMany([...invited]);
	if (people.length !== invited.size || people.some((one) => one.person.disabledAt))
		return fail('unknown-person');

	const itemId = work.id();
	await work.store.agenda.add({
		id: itemId,
		meetingId: meeting.id,
		kind: 'case',
		caseId: input.caseId,
		reason: input.reason,
		news: input.news,
		presenterId: work.actor.personId,
		minutes: input.minutes,
		position: nextPosition(items)
	});
	const item = { id: itemId, caseId: input.caseId };
	const grounds = await groundsOfNew(work, item, people, always);
	if (!grounds.ok) return grounds;
	for (const { person, organisation } of people) {
		await work.store.agenda.invite({
			itemId,
			personId: person.id,
			organisationId: organisation.id,
			invitedBy: work.actor.personId,
			invitedAt: work.now
		});
		work.touch(`person:${person.id}`);
	}
	await work.log({
		event: 'add-case-item',
		objectKind: 'item',
		objectId: itemId,
		caseId: input.caseId,
		ground: seat.role
	});
	work.touch(`meeting:${meeting.id}`, `item:${itemId}`);
	return ok({ itemId });
};

/** One's own case: just opened (not yet on any agenda), or one takes part in it already. */
async function mayBring(
	work: Work,
	caseId: string,
	tableId: string,
	runs: boolean
): Promise<Result<void>> {
	const found = await work.store.cases.find(caseId);
	work.about({ objectKind: 'case', objectId: caseId, caseId: found ? caseId : null });
	if (!found || found.tableId !== tableId) return fail('not-found');
	if (found.closedAt) return fail('case-closed');
	const earlier = await work.store.agenda.ofCase(caseId);
	if (runs || earlier.length === 0) return ok();
	for (const item of earlier)
		if (await work.store.agenda.participant(item.id, work.actor.personId)) return ok();
	return fail('not-found');
}

/**
 * Whether the case is on this agenda as far as the actor may know: an item one takes no part in does
 * not exist (VI2). The chair sees both and takes one off.
 */
async function isThere(
	work: Work,
	items: readonly AgendaItem[],
	caseId: string,
	runs: boolean
): Promise<boolean> {
	for (const item of items)
		if (
			item.caseId === caseId &&
			item.status !== 'carried-over' &&
			(runs || (await work.store.agenda.participant(item.id, work.actor.personId)))
		)
			return true;
	return false;
}
