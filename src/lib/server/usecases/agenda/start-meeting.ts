import { mayStart } from '#lib/domain/agenda.ts';
import { ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { runningMeeting } from '../at-meeting.ts';

/** The chair opens the meeting: from now items can go live and people can be admitted. */
export const startMeeting: UseCase<CheckedInput<'meeting.start'>> = async (work, { meetingId }) => {
	const at = await runningMeeting(work, meetingId);
	if (!at.ok) return at;
	const may = mayStart(at.value.meeting.status);
	if (!may.ok) return may;
	await work.store.tables.changeMeeting(meetingId, { status: 'running', startedAt: work.now });
	await work.log({
		event: 'start-meeting',
		objectKind: 'meeting',
		objectId: meetingId,
		ground: at.value.seat.role
	});
	work.touch(`meeting:${meetingId}`, `table:${at.value.table.id}`);
	for (const item of await work.store.agenda.ofMeeting(meetingId)) work.touch(`item:${item.id}`);
	return ok();
};
