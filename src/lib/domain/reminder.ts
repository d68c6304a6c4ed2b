import { type ActionState, isOpen } from './action.ts';
import { type Day, daysBetween } from './day.ts';
import { dayPlus } from './work-day.ts';

/** Days after it was sent, before its last day, and between two of them once that has passed. */
const ANSWER_AFTER = 2;
const DUE_BEFORE = 2;
const EVERY = 7;

export interface Told {
	/** The day on which its owner was told of it. */
	toldOn: Day;
	/** The day of the last reminder to this owner; null when there was none. */
	remindedOn: Day | null;
}

/**
 * Whether the owner of an action is to be reminded of it today: no answer two days after it was sent, two
 * days before its last day, the day after that and then each week. A day on which nothing is sent (a
 * weekend, a server that was off) moves to the next one; however many moved together, it is one.
 */
export function remindsOwner(
	action: Pick<ActionState, 'status' | 'due'>,
	{ toldOn, remindedOn }: Told,
	today: Day
): boolean {
	// What nobody takes is with the chair, who holds it knowingly.
	if (!isOpen(action.status) || action.status === 'unowned') return false;
	const moments = [
		...(action.status === 'proposed' ? [dayPlus(toldOn, ANSWER_AFTER)] : []),
		dayPlus(action.due, -DUE_BEFORE),
		...lateDay(action.due, today)
	];
	// Told again, of a change, is a new beginning.
	const since = remindedOn !== null && remindedOn > toldOn ? remindedOn : toldOn;
	return moments.some((day) => day > since && day <= today);
}

/**
 * Whether the chair is to be told that no answer came (AC11): the day after the last day, and then each
 * week as long as it is so.
 */
export function remindsChair(
	action: Pick<ActionState, 'status' | 'due'>,
	remindedOn: Day | null,
	today: Day
): boolean {
	if (action.status !== 'proposed') return false;
	return lateDay(action.due, today).some((day) => remindedOn === null || day > remindedOn);
}

/** The newest of the day after the last day and each seventh day from there; none while it is on time. */
function lateDay(due: Day, today: Day): Day[] {
	const late = daysBetween(due, today) - 1;
	return late < 0 ? [] : [dayPlus(due, 1 + Math.floor(late / EVERY) * EVERY)];
}
