import ICAL from 'ical.js';
import { dayInTheNetherlands } from '../../days.ts';

/**
 * Our last day in a task, with what else it says about days made to go with it. A length instead of a last
 * day, or a first day that is a moment or comes after the last, would make it invalid (RFC 5545, 3.6.2).
 * A reminder may hang on the first day: Thunderbird makes one for it, the same as the last day. Without it
 * the reminder never goes, so then it moves along.
 * @param due `YYYY-MM-DD`; an action list has none
 */
export function writeLastDay(todo: ICAL.Component, due: string | null): void {
	const before = dayOf(todo.getFirstPropertyValue('due'));
	todo.removeAllProperties('duration');
	todo.removeAllProperties('due');
	if (due === null) return;
	todo.updatePropertyWithValue('due', ICAL.Time.fromDateString(due));
	const first = todo.getFirstPropertyValue('dtstart');
	if (!(first instanceof ICAL.Time)) return;
	const day = dayOf(first) ?? due;
	const isHeld = hasReminderFromFirstDay(todo);
	const fitting = day > due || (isHeld && day === before) ? due : day;
	if (first.isDate && fitting === day) return;
	todo.removeAllProperties('dtstart');
	if (isHeld) todo.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(fitting));
}

/** A moment is on a day in the Netherlands; a day, or a time without a zone, is as it is written. */
export function dayOf(value: unknown): string | null {
	if (!(value instanceof ICAL.Time)) return null;
	const isLocal = value.isDate || value.zone === ICAL.Timezone.localTimezone;
	const day = isLocal ? value.toString().slice(0, 10) : dayInTheNetherlands(value.toJSDate());
	return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

/** A time before or after the first day, which is what it hangs on when it says nothing (RFC 5545, 3.8.6.3). */
function hasReminderFromFirstDay(todo: ICAL.Component): boolean {
	return todo.getAllSubcomponents('valarm').some((alarm) => {
		const trigger = alarm.getFirstProperty('trigger');
		const isFromEnd = String(trigger?.getParameter('related')).toUpperCase() === 'END';
		return trigger?.getFirstValue() instanceof ICAL.Duration && !isFromEnd;
	});
}
