import type { MeetingFormat } from '#lib/domain/format.ts';
import type { MeetingStatus } from '#lib/domain/agenda.ts';
import type { PersonRef, TableRole } from '#lib/protocol/views.ts';
import type { Repositories } from '../store/repositories.ts';
import type { Actor } from '../work.ts';
import { finishedMeetings } from './finished-meetings.ts';
import { personRef } from './person-ref.ts';

export interface TableView {
	id: string;
	name: string;
	format: MeetingFormat;
	minutes: number;
	role: TableRole;
	mayRun: boolean;
	members: (PersonRef & { role: TableRole; remote: boolean; email: string; phone: string })[];
	meetings: {
		id: string;
		startsAt: string;
		minutes: number;
		place: string;
		status: MeetingStatus;
		urgent: boolean;
		/** Of a closed one, for who runs the table: each action has reached its owner. */
		finished: boolean | null;
	}[];
}

/**
 * A table for one of its members: who sits there, how to reach them, and its meetings; of the urgent ones
 * those that are for this member (MT13). No cases.
 */
export async function tableView(
	store: Repositories,
	actor: Actor,
	tableId: string
): Promise<TableView | null> {
	const table = await store.tables.find(tableId);
	const seat = await store.tables.seat(tableId, actor.personId);
	if (!table || !seat) return null;
	const seats = await store.tables.seats(tableId);
	const people = await store.people.findMany(seats.map((one) => one.personId));
	const mine = await store.agenda.itemsOfPerson(actor.personId);
	const meetings = (await store.tables.meetings(tableId)).filter(
		(meeting) =>
			!meeting.urgent ||
			seat.role !== 'member' ||
			mine.some((item) => item.meetingId === meeting.id)
	);
	const finished =
		seat.role === 'member' ? new Map<string, boolean>() : await finishedMeetings(store, meetings);
	return {
		id: table.id,
		name: table.name,
		format: table.format,
		minutes: table.minutes,
		role: seat.role,
		mayRun: seat.role !== 'member',
		members: people.map((colleague) => {
			const of = seats.find((one) => one.personId === colleague.person.id);
			return {
				...personRef(colleague),
				role: of?.role ?? 'member',
				remote: of?.remote ?? false,
				email: colleague.person.email,
				phone: colleague.person.phone
			};
		}),
		meetings: meetings.map((meeting) => ({
			id: meeting.id,
			startsAt: meeting.startsAt.toISOString(),
			minutes: meeting.minutes,
			place: meeting.place,
			status: meeting.status,
			urgent: meeting.urgent,
			finished: finished.get(meeting.id) ?? null
		}))
	};
}
