import type { MeetingFormat } from '#lib/domain/format.ts';
import type { ItemStatus, MeetingStatus } from '#lib/domain/agenda.ts';
import { expectedAt } from '#lib/domain/agenda.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Repositories } from '../store/repositories.ts';
import type { AccessEntry, Actor } from '../work.ts';
import { finishedMeetings } from './finished-meetings.ts';

/** A meeting that concerns the viewer, with only what he or she may know of it. */
export interface MeetingLine {
	id: string;
	tableId: string;
	tableName: string;
	format: MeetingFormat;
	status: MeetingStatus;
	day: string;
	/** A member's: the start of the meeting; a guest's: the own expected time, rounded. */
	at: string | null;
	guest: boolean;
	/** Chair or deputy of the table. */
	runs: boolean;
	urgent: boolean;
	/** Of a closed one, for who runs the table: each action has reached its owner. */
	finished: boolean | null;
	/** The viewer's own case items. */
	items: { id: string; code: string; status: ItemStatus }[];
}

/** The viewer's meetings that are not closed, and those closed in the last weeks, oldest first. */
export async function myMeetings(
	store: Repositories,
	actor: Actor,
	now: Date
): Promise<{ meetings: MeetingLine[]; reads: AccessEntry[] }> {
	const own = await store.agenda.itemsOfPerson(actor.personId);
	const seats = await store.tables.ofPerson(actor.personId);
	const atTables = (
		await Promise.all(seats.map(({ table }) => store.tables.meetings(table.id)))
	).flat();
	const asked = await store.tables.meetingsByIds([...new Set(own.map((item) => item.meetingId))]);
	const meetings = new Map([...atTables, ...asked].map((meeting) => [meeting.id, meeting]));
	const lines: MeetingLine[] = [];
	const reads: AccessEntry[] = [];
	for (const meeting of meetings.values()) {
		if (meeting.closedAt && now.getTime() - meeting.closedAt.getTime() > RECENT) continue;
		const table = await store.tables.find(meeting.tableId);
		const seat = seats.find((one) => one.table.id === meeting.tableId)?.seat;
		if (!table) continue;
		const items = await store.agenda.ofMeeting(meeting.id);
		const runs = seat !== undefined && seat.role !== 'member';
		const mine = items.filter(
			(item) => item.caseId && (runs || own.some((one) => one.id === item.id))
		);
		const cases = await store.cases.findMany(mine.flatMap((item) => item.caseId ?? []));
		if (meeting.urgent && mine.length === 0) continue;
		const first = mine.find((item) => item.status === 'planned');
		lines.push({
			id: meeting.id,
			tableId: table.id,
			tableName: table.name,
			format: table.format,
			status: meeting.status,
			day: dayInTheNetherlands(meeting.startsAt),
			at: seat
				? meeting.startsAt.toISOString()
				: first
					? expectedAt(items, first.id, meeting.startsAt, now)
					: null,
			guest: !seat,
			runs,
			urgent: meeting.urgent,
			finished: null,
			items: mine.map((item) => ({
				id: item.id,
				code: cases.find((one) => one.id === item.caseId)?.code ?? '',
				status: item.status
			}))
		});
		for (const item of mine)
			reads.push({
				event: 'read-list',
				objectKind: 'item',
				objectId: item.id,
				caseId: item.caseId,
				ground: runs ? (seat?.role ?? 'chair') : 'participant'
			});
	}
	const finished = await finishedMeetings(
		store,
		lines.filter(({ runs }) => runs)
	);
	for (const line of lines) line.finished = finished.get(line.id) ?? null;
	return { meetings: lines.toSorted((a, b) => a.day.localeCompare(b.day)), reads };
}

const RECENT = 21 * 24 * 3_600_000;
