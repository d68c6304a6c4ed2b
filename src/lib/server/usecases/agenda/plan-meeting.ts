import { FORMATS, type GeneralItem } from '#lib/domain/format.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { UseCase, Work } from '../../work.ts';
import { atTable, runningMeeting } from '../at-meeting.ts';
import { carryTo } from './carry-to.ts';
import { generalItemTitle } from './general-item-title.ts';

/** A new meeting of a table, with the fixed agenda of its format and what was carried over and waits (R10). */
export const planMeeting: UseCase<CheckedInput<'meeting.plan'>, { meetingId: string }> = async (
	work,
	input
) => {
	const at = await atTable(work, input.tableId);
	if (!at.ok) return at;
	if (!at.value.runs) return fail('chair-only');
	const meetingId = work.id();
	await work.store.tables.addMeeting({
		id: meetingId,
		tableId: input.tableId,
		startsAt: new Date(input.startsAt),
		minutes: input.minutes,
		place: input.place,
		videoLink: input.videoLink
	});
	const { generalItems } = FORMATS[at.value.table.format];
	for (const [index, general] of generalItems.entries())
		await work.store.agenda.add(fixedItem(work, meetingId, general, index));
	for (const item of await work.store.agenda.waitingAt(input.tableId)) {
		// It was discussed since, and closed.
		if (item.caseId && (await work.store.cases.find(item.caseId))?.closedAt) continue;
		const carriedToId = (await broughtSince(work, item)) ?? (await carryTo(work, item, meetingId));
		await work.store.agenda.change(item.id, { carriedToId });
	}
	await work.log({
		event: 'plan-meeting',
		objectKind: 'meeting',
		objectId: meetingId,
		ground: at.value.seat.role
	});
	work.touch(`table:${input.tableId}`);
	return ok({ meetingId });
};

/** Case items find their place between the items before and after them. */
const AFTER = 1_000_000;

function fixedItem(work: Work, meetingId: string, general: GeneralItem, index: number) {
	return {
		id: work.id(),
		meetingId,
		kind: 'general' as const,
		title: generalItemTitle(general.key),
		minutes: general.minutes,
		position: (general.place === 'after' ? AFTER : 0) + index
	};
}

/** Another time, place or link; the calendar invitation gets a next sequence number (RFC 5545). */
export const changeMeeting: UseCase<CheckedInput<'meeting.change'>> = async (work, input) => {
	const at = await runningMeeting(work, input.meetingId);
	if (!at.ok) return at;
	const { meeting, seat } = at.value;
	if (meeting.status === 'closed') return fail('meeting-closed');
	await work.store.tables.changeMeeting(meeting.id, {
		startsAt: new Date(input.startsAt),
		minutes: input.minutes,
		place: input.place,
		videoLink: input.videoLink,
		calendarSequence: meeting.calendarSequence + 1
	});
	await work.log({
		event: 'change-meeting',
		objectKind: 'meeting',
		objectId: meeting.id,
		ground: seat.role
	});
	work.touch(`meeting:${meeting.id}`, `table:${meeting.tableId}`);
	return ok();
};

/** The item with which this case came back on an agenda since it was carried over, if it did. */
async function broughtSince(work: Work, item: AgendaItem): Promise<string | null> {
	if (!item.caseId) return null;
	const open = (await work.store.agenda.ofCase(item.caseId)).find(
		(one) => one.id !== item.id && (one.status === 'planned' || one.status === 'live')
	);
	return open?.id ?? null;
}
