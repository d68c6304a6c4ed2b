import type { MeetingFormat } from '#lib/domain/format.ts';
import type { Repositories } from '../store/repositories.ts';
import type { AccessEntry, Actor } from '../work.ts';

export interface BringCase {
	meetingId: string;
	tableId: string;
	tableName: string;
	format: MeetingFormat;
	/** Open cases of this table that the viewer takes part in, or runs, and that are not on this agenda. */
	cases: { id: string; code: string; children: string }[];
	/** Who sits at the table: asked by default. */
	members: string[];
}

/** What a member needs to put a case on a meeting's agenda. */
export async function bringCase(
	store: Repositories,
	actor: Actor,
	meetingId: string
): Promise<{ value: BringCase; reads: AccessEntry[] } | null> {
	const meeting = await store.tables.meeting(meetingId);
	const table = meeting && (await store.tables.find(meeting.tableId));
	const seat = table && (await store.tables.seat(table.id, actor.personId));
	if (!meeting || !table || !seat || meeting.status === 'closed') return null;
	const runs = seat.role !== 'member';
	const mine = await store.agenda.itemsOfPerson(actor.personId);
	const asked = mine.some((item) => item.meetingId === meetingId);
	if (meeting.urgent && !runs && !asked) return null;
	const own = new Set(mine.flatMap((item) => item.caseId ?? []));
	// Only of items the viewer knows: that a case is discussed without him or her is not told.
	const seen = runs
		? await store.agenda.ofMeeting(meetingId)
		: mine.filter((item) => item.meetingId === meetingId);
	const here = new Set(
		seen.flatMap((item) => (item.status === 'carried-over' ? [] : (item.caseId ?? [])))
	);
	const open = (await store.cases.ofTable(table.id)).filter(
		(one) => !one.closedAt && !here.has(one.id) && (runs || own.has(one.id))
	);
	const cases = [];
	for (const one of open) {
		const family = await store.cases.family(one.id);
		cases.push({
			id: one.id,
			code: one.code,
			children: family?.children.map((child) => child.firstName).join(', ') ?? ''
		});
	}
	const seats = await store.tables.seats(table.id);
	return {
		value: {
			meetingId,
			tableId: table.id,
			tableName: table.name,
			format: table.format,
			cases,
			members: seats.map((one) => one.personId)
		},
		reads: open.map((one) => ({
			event: 'read-list',
			objectKind: 'case',
			objectId: one.id,
			caseId: one.id,
			ground: runs ? seat.role : 'participant'
		}))
	};
}
