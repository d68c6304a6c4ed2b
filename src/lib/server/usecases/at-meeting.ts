import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Meeting, Seat, Table } from '../store/tables.ts';
import type { Work } from '../work.ts';

/** A meeting, for someone with a seat at its table. */
export interface AtMeeting {
	meeting: Meeting;
	table: Table;
	seat: Seat;
	/** Chair or deputy. */
	runs: boolean;
}

/** Finds a meeting for a member of its table; anyone else gets the same answer as when it is not there. */
export async function atMeeting(
	work: Work,
	meetingId: string
): Promise<Result<AtMeeting, 'not-found'>> {
	const meeting = await work.store.tables.meeting(meetingId);
	const at = meeting && (await atTable(work, meeting.tableId));
	work.about({ objectKind: 'meeting', objectId: meetingId });
	if (!meeting || !at?.ok) return fail('not-found');
	const known = at.value.runs || (await isKnown(work, meeting));
	return known ? ok({ meeting, ...at.value }) : fail('not-found');
}

/** An urgent meeting is there only for who is asked to it: that there is one tells of a case (MT13). */
async function isKnown({ store, actor }: Work, meeting: Meeting): Promise<boolean> {
	if (!meeting.urgent) return true;
	const own = await store.agenda.itemsOfPerson(actor.personId);
	return own.some((item) => item.meetingId === meeting.id);
}

/** A table, for someone with a seat at it. */
export async function atTable(
	work: Work,
	tableId: string
): Promise<Result<{ table: Table; seat: Seat; runs: boolean }, 'not-found'>> {
	const table = await work.store.tables.find(tableId);
	const seat = await work.store.tables.seat(tableId, work.actor.personId);
	work.about({ objectKind: 'table', objectId: tableId });
	return table && seat ? ok({ table, seat, runs: seat.role !== 'member' }) : fail('not-found');
}

/** Only chair and deputy: for a member of the table the meeting exists, so the refusal says why. */
export async function runningMeeting(
	work: Work,
	meetingId: string
): Promise<Result<AtMeeting, 'not-found' | 'chair-only'>> {
	const at = await atMeeting(work, meetingId);
	if (!at.ok) return at;
	return at.value.runs ? at : fail('chair-only');
}
