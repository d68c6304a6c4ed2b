import type { MeetingView } from '#lib/protocol/views.ts';
import type { Meeting } from '../store/tables.ts';
import { MEETING_TITLE, calendarOf } from './neutral.ts';

/**
 * The calendar invitation to a meeting as this viewer may know it. A member gets the meeting from
 * beginning to end; a guest only the own items, each at its expected time, or the day when there is
 * none. The title is neutral and the video link stays behind the door.
 */
export function meetingInvitation(
	view: Pick<MeetingView, 'meeting' | 'agenda' | 'expected'>,
	meeting: Pick<Meeting, 'id' | 'calendarSequence'>,
	publicUrl: URL,
	now: Date
): string {
	const shared = {
		title: MEETING_TITLE,
		url: new URL(`/overleg/${meeting.id}`, publicUrl).href,
		stamp: now,
		sequence: meeting.calendarSequence,
		place: view.meeting.place
	};
	const { startsAt, minutes, day } = view.meeting;
	if (startsAt !== null && minutes !== null)
		return calendarOf([{ ...shared, uid: meeting.id, when: during(startsAt, minutes) }]);
	return calendarOf(
		view.agenda.map((item) => {
			const at = view.expected.find((one) => one.itemId === item.id)?.at;
			return { ...shared, uid: item.id, when: at ? during(at, item.minutes) : { day } };
		})
	);
}

function during(start: string, minutes: number): { start: Date; end: Date } {
	const from = new Date(start);
	return { start: from, end: new Date(from.getTime() + minutes * 60_000) };
}
