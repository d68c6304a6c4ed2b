import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atMeeting } from '../at-meeting.ts';
import { nextPosition } from './place-on-agenda.ts';

/** An item without a case, for all members of the table. */
export const addGeneralItem: UseCase<CheckedInput<'item.add-general'>, { itemId: string }> = async (
	work,
	input
) => {
	const at = await atMeeting(work, input.meetingId);
	if (!at.ok) return at;
	const { meeting, seat } = at.value;
	if (meeting.status === 'closed') return fail('meeting-closed');
	const itemId = work.id();
	await work.store.agenda.add({
		id: itemId,
		meetingId: meeting.id,
		kind: 'general',
		title: input.title,
		presenterId: work.actor.personId,
		minutes: input.minutes,
		position: nextPosition(await work.store.agenda.ofMeeting(meeting.id))
	});
	await work.log({ event: 'add-item', objectKind: 'item', objectId: itemId, ground: seat.role });
	work.touch(`meeting:${meeting.id}`);
	return ok({ itemId });
};
