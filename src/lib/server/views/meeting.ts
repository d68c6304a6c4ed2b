import { expectedAt } from '#lib/domain/agenda.ts';
import type { AgendaLine, ExpectedTime, MeetingView } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { AgendaItem, ItemParticipant } from '../store/agenda.ts';
import type { Repositories } from '../store/repositories.ts';
import type { Meeting, Seat } from '../store/tables.ts';
import type { AccessEntry, Actor } from '../work.ts';
import type { LoadedView } from './load-view.ts';
import { personRef } from './person-ref.ts';

/**
 * A meeting as one viewer may know it: only the own case items, with nothing (count, position,
 * duration, presence) of the others but the own expected time.
 */
export async function meetingView(
	store: Repositories,
	actor: Actor,
	meetingId: string,
	now: Date
): Promise<LoadedView | null> {
	const meeting = await store.tables.meeting(meetingId);
	const table = meeting && (await store.tables.find(meeting.tableId));
	const me = await store.people.find(actor.personId);
	if (!meeting || !table || !me) return null;
	const seat = await store.tables.seat(table.id, actor.personId);
	const mayRun = seat?.role === 'chair' || seat?.role === 'deputy';
	const items = await store.agenda.ofMeeting(meetingId);
	const participants = await store.agenda.participantsOf(items.map((item) => item.id));
	const mine = items.filter((item) => maySee(item, seat, mayRun, participants, actor.personId));
	if (!seat && mine.length === 0) return null;

	const parts: MeetingView = {
		meeting: {
			id: meeting.id,
			tableId: table.id,
			tableName: table.name,
			format: table.format,
			day: dayInTheNetherlands(meeting.startsAt),
			startsAt: seat ? meeting.startsAt.toISOString() : null,
			minutes: seat ? meeting.minutes : null,
			place: meeting.place,
			status: meeting.status,
			startedAt: seat ? (meeting.startedAt?.toISOString() ?? null) : null,
			closedAt: seat ? (meeting.closedAt?.toISOString() ?? null) : null,
			role: seat?.role ?? 'guest',
			mayRun,
			me: personRef(me),
			remote: seat ? seat.remote : true,
			videoLink: videoLinkFor(meeting, mayRun, mine, participants, actor.personId)
		},
		agenda: await agendaLines(store, mine, participants, mayRun),
		expected: expectedTimes(meeting, items, mine, now),
		waiting: []
	};
	return { parts, reads: reads(meeting, mine, seat) };
}

function maySee(
	item: AgendaItem,
	seat: Seat | null,
	mayRun: boolean,
	participants: ItemParticipant[],
	personId: string
): boolean {
	if (mayRun) return true;
	if (item.kind === 'general') return seat !== null;
	return participants.some((one) => one.itemId === item.id && one.personId === personId);
}

/** The link shows on admission: to who runs the meeting, and to who is let in at the live item. */
function videoLinkFor(
	meeting: Meeting,
	mayRun: boolean,
	mine: AgendaItem[],
	participants: ItemParticipant[],
	personId: string
): string | null {
	if (meeting.videoLink === '' || meeting.status === 'closed') return null;
	if (mayRun) return meeting.videoLink;
	const live = mine.find((item) => item.status === 'live');
	const admitted = participants.some(
		(one) => one.itemId === live?.id && one.personId === personId && one.admittedAt && !one.leftAt
	);
	return admitted ? meeting.videoLink : null;
}

async function agendaLines(
	store: Repositories,
	mine: AgendaItem[],
	participants: ItemParticipant[],
	mayRun: boolean
): Promise<AgendaLine[]> {
	const cases = await store.cases.findMany(mine.flatMap((item) => item.caseId ?? []));
	const at = (item: AgendaItem) => participants.filter((one) => one.itemId === item.id);
	const people = await store.people.findMany([
		...new Set(
			mine.flatMap((item) =>
				[item.presenterId ?? [], ...at(item).map((one) => one.personId)].flat()
			)
		)
	]);
	const person = new Map(people.map((one) => [one.person.id, personRef(one)]));
	return mine.map((item) => ({
		id: item.id,
		kind: item.kind,
		title: item.title,
		code: cases.find((one) => one.id === item.caseId)?.code ?? null,
		caseId: item.caseId,
		reason: item.reason,
		news: item.news,
		presenter: person.get(item.presenterId ?? '') ?? null,
		participants: at(item).flatMap((one) => person.get(one.personId) ?? []),
		admitted: mayRun
			? at(item).flatMap((one) => (one.admittedAt && !one.leftAt ? one.personId : []))
			: [],
		minutes: item.minutes,
		status: item.status,
		liveSince: item.liveSince?.toISOString() ?? null,
		spentSeconds: item.spentSeconds,
		revision: item.revision
	}));
}

function expectedTimes(
	meeting: Meeting,
	items: AgendaItem[],
	mine: AgendaItem[],
	now: Date
): ExpectedTime[] {
	if (meeting.status === 'closed') return [];
	return mine.flatMap((item) => {
		const at = expectedAt(items, item.id, meeting.startsAt, now);
		return at ? [{ itemId: item.id, at }] : [];
	});
}

/** The agenda tells why each case is there: each counts as a read of that case. */
function reads(meeting: Meeting, mine: AgendaItem[], seat: Seat | null): AccessEntry[] {
	return mine
		.filter((item) => item.caseId)
		.map((item) => ({
			event: 'read-agenda',
			objectKind: 'meeting' as const,
			objectId: meeting.id,
			caseId: item.caseId,
			ground: seat?.role ?? 'participant'
		}));
}
