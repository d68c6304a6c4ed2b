import { expectedAt } from '#lib/domain/agenda.ts';
import { caseSection } from '#lib/domain/case-section.ts';
import type { Proposal } from '#lib/protocol/views/meeting.ts';
import type { AgendaLine, ExpectedTime, MeetingView } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { AgendaItem, ItemParticipant } from '../store/agenda.ts';
import type { Repositories } from '../store/repositories.ts';
import type { Meeting, Seat } from '../store/tables.ts';
import type { AccessEntry, Actor } from '../work.ts';
import { type CaseFacts, caseFacts } from '../usecases/meeting/case-facts.ts';
import { board } from './board.ts';
import type { LoadedView } from './load-view.ts';
import { personRef } from './person-ref.ts';
import { proposals } from './proposals/proposals.ts';

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
	// An urgent meeting is there only for who is asked to it (MT13).
	const asked = mine.some((item) => item.kind === 'case');
	if (!asked && (meeting.urgent ? !mayRun : !seat)) return null;
	const today = dayInTheNetherlands(now);
	const proposed = mayRun ? await proposals(store, meeting, today) : [];

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
			urgent: meeting.urgent,
			startedAt: seat ? (meeting.startedAt?.toISOString() ?? null) : null,
			closedAt: seat ? (meeting.closedAt?.toISOString() ?? null) : null,
			role: seat?.role ?? 'guest',
			mayRun,
			me: personRef(me),
			remote: seat ? seat.remote : true,
			videoLink: videoLinkFor(meeting, mayRun, mine, participants, actor.personId)
		},
		agenda: await agendaLines(store, meeting, mine, participants, mayRun),
		expected: expectedTimes(meeting, items, mine, now),
		proposals: proposed,
		board: mayRun ? await board(store, mine, participants) : [],
		waiting: []
	};
	return { parts, reads: [...reads(meeting, mine, seat), ...proposalReads(proposed, seat)] };
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
	meeting: Meeting,
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
	// From before this meeting only: that is known to whoever is at an item of it (CK1).
	const facts = await caseFacts(
		store,
		mine.flatMap((item) => item.caseId ?? []),
		dayInTheNetherlands(meeting.startsAt),
		meeting.startsAt
	);
	const joint = await store.judgements.jointOfItems(mine.map((item) => item.id));
	const children = await store.cases.childrenOf(mine.flatMap((item) => item.caseId ?? []));
	const judged = (item: AgendaItem) =>
		children
			.filter((child) => child.caseId === item.caseId)
			.every((child) => joint.some((each) => each.itemId === item.id && each.childId === child.id));
	const known = (item: AgendaItem) => facts.get(item.caseId ?? '');
	return mine.map((item) => ({
		id: item.id,
		kind: item.kind,
		title: item.title,
		code: cases.find((one) => one.id === item.caseId)?.code ?? null,
		caseId: item.caseId,
		section: sectionOf(known(item)),
		judged: judged(item),
		skips: known(item)?.skips.length ?? 0,
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

const sectionOf = (facts: CaseFacts | undefined) => (facts ? caseSection(facts) : null);

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

/** So does a proposal. */
function proposalReads(proposed: readonly Proposal[], seat: Seat | null): AccessEntry[] {
	return proposed.map(({ caseId }) => ({
		event: 'read-proposal',
		objectKind: 'case' as const,
		objectId: caseId,
		caseId,
		ground: seat?.role ?? 'chair'
	}));
}
