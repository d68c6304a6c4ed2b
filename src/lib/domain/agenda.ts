import { fail, ok, type Result } from './result.ts';

export const ITEM_STATUSES = ['planned', 'live', 'done', 'carried-over'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const MEETING_STATUSES = ['planned', 'running', 'closed'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** A point in time: a Date in the server, an ISO string in a view. */
export type Moment = Date | string;

/** What the clock and the order need to know of an agenda item. */
export interface AgendaItem {
	id: string;
	minutes: number;
	status: ItemStatus;
	position: number;
	/** Time spent in earlier turns; the running turn counts from `liveSince`. */
	spentSeconds: number;
	liveSince: Moment | null;
}

/** What a transition changes of an item. */
export interface ItemProgress {
	id: string;
	status: ItemStatus;
	spentSeconds: number;
	liveSince: Date | null;
}

export type TransitionError = 'not-found' | 'meeting-not-running' | 'wrong-status';

/**
 * Sets an item live. One item is live at a time, so the one that was goes back to planned with its
 * time kept. A carried-over or finished item may be taken up again while the meeting runs.
 */
export function setLive(
	meeting: MeetingStatus,
	items: readonly AgendaItem[],
	itemId: string,
	now: Moment
): Result<ItemProgress[], TransitionError> {
	if (meeting !== 'running') return fail('meeting-not-running');
	const next = items.find((each) => each.id === itemId);
	if (!next) return fail('not-found');
	if (next.status === 'live') return fail('wrong-status');
	return ok([
		...items.filter((each) => each.status === 'live').map((each) => stopped(each, 'planned', now)),
		{
			id: next.id,
			status: 'live',
			spentSeconds: next.spentSeconds,
			liveSince: new Date(now)
		}
	]);
}

/** Ends the live item. Whether a case item may end is for `mayConclude` to say. */
export function setDone(
	meeting: MeetingStatus,
	item: AgendaItem,
	now: Moment
): Result<ItemProgress, TransitionError> {
	if (meeting !== 'running') return fail('meeting-not-running');
	if (item.status !== 'live') return fail('wrong-status');
	return ok(stopped(item, 'done', now));
}

/** Moves an item to a later meeting; possible before and during this one. */
export function carryOver(
	meeting: MeetingStatus,
	item: AgendaItem,
	now: Moment
): Result<ItemProgress, TransitionError> {
	if (meeting === 'closed') return fail('meeting-not-running');
	if (item.status !== 'planned' && item.status !== 'live') return fail('wrong-status');
	return ok(stopped(item, 'carried-over', now));
}

/** Puts a live or carried-over item back on this meeting's plan. */
export function putBack(
	meeting: MeetingStatus,
	item: AgendaItem,
	now: Moment
): Result<ItemProgress, TransitionError> {
	if (meeting === 'closed') return fail('meeting-not-running');
	if (item.status !== 'live' && item.status !== 'carried-over') return fail('wrong-status');
	return ok(stopped(item, 'planned', now));
}

/** Whether the meeting may start. */
export function mayStart(meeting: MeetingStatus): Result<void, 'wrong-status'> {
	return meeting === 'planned' ? ok() : fail('wrong-status');
}

/** Whether the meeting may close: no case item is left lying without a decision (R10). */
export function mayClose(
	meeting: MeetingStatus,
	items: readonly { status: ItemStatus; kind: 'general' | 'case' }[]
): Result<void, 'meeting-not-running' | 'items-left'> {
	if (meeting !== 'running') return fail('meeting-not-running');
	const left = items.filter(
		({ status, kind }) => kind === 'case' && (status === 'planned' || status === 'live')
	).length;
	return left > 0 ? fail('items-left', { left }) : ok();
}

/** The order after one item moved one place; at either end nothing changes. */
export function moved(order: readonly string[], itemId: string, by: -1 | 1): string[] {
	const from = order.indexOf(itemId);
	const to = from + by;
	if (from < 0 || to < 0 || to >= order.length) return [...order];
	const rest = order.filter((id) => id !== itemId);
	return [...rest.slice(0, to), itemId, ...rest.slice(to)];
}

function stopped(item: AgendaItem, status: ItemStatus, now: Moment): ItemProgress {
	const { spentSeconds } = clock(item, now);
	return { id: item.id, status, spentSeconds, liveSince: null };
}

/** How long an item has taken; `leftSeconds` is negative once it is over its minutes. */
export function clock(
	item: Pick<AgendaItem, 'minutes' | 'spentSeconds' | 'liveSince'>,
	now: Moment
): { spentSeconds: number; leftSeconds: number; over: boolean } {
	const turn = item.liveSince === null ? 0 : Math.max(0, seconds(now) - seconds(item.liveSince));
	const spentSeconds = item.spentSeconds + turn;
	const leftSeconds = item.minutes * 60 - spentSeconds;
	return { spentSeconds, leftSeconds, over: leftSeconds < 0 };
}

/** The clock of the whole meeting; `leftSeconds` is negative once it is over time. */
export function meetingClock(
	startsAt: Moment,
	minutes: number,
	now: Moment
): { endsAt: string; elapsedSeconds: number; leftSeconds: number; over: boolean } {
	const end = seconds(startsAt) + minutes * 60;
	const elapsedSeconds = Math.max(0, seconds(now) - seconds(startsAt));
	const leftSeconds = end - seconds(now);
	return { endsAt: iso(end), elapsedSeconds, leftSeconds, over: leftSeconds < 0 };
}

/** Minutes asked for by all items that are not carried over. */
export function plannedMinutes(items: readonly Pick<AgendaItem, 'minutes' | 'status'>[]): number {
	return items
		.filter((each) => each.status !== 'carried-over')
		.reduce((sum, each) => sum + each.minutes, 0);
}

/** When each planned item is expected to start, in order, from planned minutes and real progress. */
export function plan(
	items: readonly AgendaItem[],
	startsAt: Moment,
	now: Moment
): { id: string; expectedAt: string }[] {
	const live = items.find((each) => each.status === 'live');
	let next = Math.max(seconds(now), live ? 0 : seconds(startsAt));
	if (live) next += Math.max(0, clock(live, now).leftSeconds);
	return items
		.filter((each) => each.status === 'planned')
		.toSorted((a, b) => a.position - b.position)
		.map((item) => {
			const expectedAt = iso(next);
			next += Math.max(0, clock(item, now).leftSeconds);
			return { id: item.id, expectedAt };
		});
}

const FIVE_MINUTES = 300;

/**
 * When one planned item is expected, ISO, to five minutes; null once it has begun. This is the one
 * thing a guest learns about items that are hidden from him, so it is rounded and carries no more.
 */
export function expectedAt(
	items: readonly AgendaItem[],
	itemId: string,
	startsAt: Moment,
	now: Moment
): string | null {
	const expected = plan(items, startsAt, now).find((each) => each.id === itemId);
	if (!expected) return null;
	const exact = seconds(expected.expectedAt) / FIVE_MINUTES;
	const rounded = Math.round(exact) * FIVE_MINUTES;
	return iso(rounded < seconds(now) ? Math.ceil(exact) * FIVE_MINUTES : rounded);
}

function seconds(moment: Moment): number {
	return Math.floor(new Date(moment).getTime() / 1000);
}

function iso(atSeconds: number): string {
	return new Date(atSeconds * 1000).toISOString();
}
