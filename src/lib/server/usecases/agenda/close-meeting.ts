import { mayClose, setDone } from '#lib/domain/agenda.ts';
import { ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { runningMeeting } from '../at-meeting.ts';
import { fixRecords } from '../decisions/fix-records.ts';

/** The chair closes the meeting: each case item is done or carried over, and its record is fixed. */
export const closeMeeting: UseCase<CheckedInput<'meeting.close'>> = async (work, { meetingId }) => {
	const at = await runningMeeting(work, meetingId);
	if (!at.ok) return at;
	const items = await work.store.agenda.ofMeeting(meetingId);
	const may = mayClose(at.value.meeting.status, items);
	if (!may.ok) return may;
	for (const item of items) {
		const ended = item.kind === 'general' ? setDone('running', item, work.now) : null;
		if (ended?.ok) {
			const { id, ...values } = ended.value;
			await work.store.agenda.change(id, { ...values, concludedAt: work.now });
		}
		work.touch(`item:${item.id}`);
	}
	await work.store.tables.changeMeeting(meetingId, { status: 'closed', closedAt: work.now });
	await fixRecords(work, meetingId);
	await work.log({
		event: 'close-meeting',
		objectKind: 'meeting',
		objectId: meetingId,
		ground: at.value.seat.role
	});
	work.touch(`meeting:${meetingId}`, `table:${at.value.table.id}`);
	return ok();
};
