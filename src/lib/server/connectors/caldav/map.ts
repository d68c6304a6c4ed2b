import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { TASK_STATUSES, type TaskStatus } from '#lib/domain/task-status.ts';
import { descriptionOf, ownPart, withOwnPart } from './description.ts';
import { dayOf, writeLastDay } from './last-day.ts';

/** What we are master of in a task. */
export interface TaskText {
	/** Of the task, the same for ever. */
	uid: string;
	title: string;
	/** `YYYY-MM-DD`; an action list has none. */
	due: string | null;
	/** Lines of the description, without ours at the end. */
	lines: readonly string[];
	link: string;
	revision: number;
}

export interface Standing {
	status: TaskStatus;
	/** `YYYY-MM-DD`, when completed. */
	doneOn: string | null;
}

/** A task as it stands on a list. */
export interface Task extends Standing {
	uid: string;
	title: string;
	due: string | null;
	/** Our part of the description. */
	description: string;
	/** Null when the other client dropped it. */
	revision: number | null;
	/** What they noted in it (RFC 5545, 3.8.1.4). */
	comment: string;
	fingerprint: string;
}

// A line may have 75 octets (RFC 5545, 3.1); ical.js leaves the space that a next one begins with uncounted.
ICAL.foldLength = 74;

const REVISION = 'x-casustafel-revision';
/** What any program touches by itself. */
const NOT_CHANGED_BY_PEOPLE = /^(dtstamp|last-modified|created|sequence|completed|x-.*)$/;

/**
 * A task as iCalendar (VTODO, RFC 5545, 3.6.2): ours on top of what stands there, of which all that is not
 * ours stays, alarms included.
 * @param existing the file as it stands; null: there is none, or none that can be read
 * @param text null leaves the text as it is (a withdrawal has none)
 * @param standing null leaves the status as it is
 */
export function writeTask(
	existing: string | null,
	text: TaskText | { revision: number } | null,
	standing: Standing | null,
	now: Date
): string {
	const calendar = (existing && calendarIn(existing)) || newCalendar();
	const todo = todoIn(calendar) ?? newTodo(calendar, now);
	if (text && 'uid' in text) writeText(todo, text);
	if (text) todo.updatePropertyWithValue(REVISION, String(text.revision));
	if (standing) writeStanding(todo, standing);
	const stamp = utc(now);
	todo.updatePropertyWithValue('dtstamp', stamp);
	todo.updatePropertyWithValue('last-modified', stamp);
	todo.updatePropertyWithValue('sequence', (numberIn(todo, 'sequence') ?? -1) + 1);
	return `${calendar.toString()}\r\n`;
}

/** Null when it is no task that can be read. */
export function readTask(ics: string): Task | null {
	const calendar = calendarIn(ics);
	const todo = calendar && todoIn(calendar);
	const uid = todo && todo.getFirstPropertyValue('uid');
	if (!todo || typeof uid !== 'string') return null;
	const completed = todo.getFirstPropertyValue('completed');
	const status = statusIn(todo);
	return {
		uid,
		title: textIn(todo, 'summary'),
		due: dayOf(todo.getFirstPropertyValue('due')),
		description: ownPart(textIn(todo, 'description')),
		revision: numberIn(todo, REVISION),
		status,
		doneOn: status === 'COMPLETED' ? dayOf(completed) : null,
		comment: textIn(todo, 'comment').trim(),
		fingerprint: fingerprintOf(todo)
	};
}

/** A text as it can stand in a file: whole characters, one kind of line end, nothing that steers a screen. */
export function plain(text: string): string {
	return (
		text
			.toWellFormed()
			.replace(/\r\n?/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are what is taken out
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
	);
}

function writeText(todo: ICAL.Component, text: TaskText): void {
	todo.updatePropertyWithValue('uid', text.uid);
	todo.updatePropertyWithValue('summary', plain(text.title));
	writeDescription(todo, descriptionOf(text.lines.map(plain), text.link));
	todo.removeAllProperties('url');
	todo.updatePropertyWithValue('url', text.link);
	writeLastDay(todo, text.due);
}

/** Thunderbird keeps a formatted copy (ALTREP, RFC 5545, 3.2.1) and shows that: of older lines of ours it has to go. */
function writeDescription(todo: ICAL.Component, own: string): void {
	const before = textIn(todo, 'description');
	const description = withOwnPart(before, own);
	if (description === before) return;
	todo.updatePropertyWithValue('description', description).removeParameter('altrep');
}

/** Status, day and part done say the same, as clients look at one or the other. */
function writeStanding(todo: ICAL.Component, { status, doneOn }: Standing): void {
	todo.updatePropertyWithValue('status', status);
	if (status !== 'COMPLETED') {
		todo.removeAllProperties('completed');
		const part = numberIn(todo, 'percent-complete');
		if (status === 'NEEDS-ACTION' || part === 100)
			todo.updatePropertyWithValue('percent-complete', 0);
		return;
	}
	todo.updatePropertyWithValue('percent-complete', 100);
	if (!doneOn || dayOf(todo.getFirstPropertyValue('completed')) === doneOn) return;
	todo.removeAllProperties('completed');
	// Noon in UTC is the same day in the Netherlands.
	todo.updatePropertyWithValue('completed', utc(new Date(`${doneOn}T12:00:00Z`)));
}

/** Some clients set STATUS alone, some only that it is complete. */
function statusIn(todo: ICAL.Component): TaskStatus {
	const said = textIn(todo, 'status').trim().toUpperCase();
	const status = TASK_STATUSES.find((one) => one === said);
	if (status) return status;
	const isDone = todo.hasProperty('completed') || numberIn(todo, 'percent-complete') === 100;
	return isDone ? 'COMPLETED' : 'NEEDS-ACTION';
}

function calendarIn(ics: string): ICAL.Component | null {
	try {
		const calendar = ICAL.Component.fromString(ics);
		return calendar.name === 'vcalendar' ? calendar : null;
	} catch {
		// Anyone with the list's password can have put anything in it.
		return null;
	}
}

/** The task itself, not one occurrence of a repeating one. */
function todoIn(calendar: ICAL.Component): ICAL.Component | null {
	const all = calendar.getAllSubcomponents('vtodo');
	return all.find((one) => !one.hasProperty('recurrence-id')) ?? null;
}

function newCalendar(): ICAL.Component {
	const calendar = new ICAL.Component('vcalendar');
	calendar.updatePropertyWithValue('version', '2.0');
	calendar.updatePropertyWithValue('prodid', '-//Casustafel//Casustafel//NL');
	return calendar;
}

function newTodo(calendar: ICAL.Component, now: Date): ICAL.Component {
	const todo = new ICAL.Component('vtodo');
	todo.updatePropertyWithValue('created', utc(now));
	calendar.addSubcomponent(todo);
	return todo;
}

const utc = (moment: Date) => ICAL.Time.fromDateTimeString(`${moment.toISOString().slice(0, 19)}Z`);

function textIn(todo: ICAL.Component, name: string): string {
	const value = todo.getFirstPropertyValue(name);
	return typeof value === 'string' ? value : '';
}

function numberIn(todo: ICAL.Component, name: string): number | null {
	const value = todo.getFirstPropertyValue(name);
	const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) ? number : null;
}

function fingerprintOf(todo: ICAL.Component): string {
	const properties = todo
		.getAllProperties()
		.filter(({ name }) => !NOT_CHANGED_BY_PEOPLE.test(name))
		.map((property) => JSON.stringify(property.toJSON()));
	const within = todo
		.getAllSubcomponents()
		.map((one) => JSON.stringify(one.getAllProperties().map((each) => each.toJSON())));
	const all = [...properties.toSorted(), ...within.toSorted()].join('\n');
	return createHash('sha256').update(all).digest('base64url');
}

/** Whether they changed what we are master of. */
export function hasOtherText(task: Task, text: TaskText): boolean {
	return (
		task.title.trim() !== plain(text.title).trim() ||
		task.due !== text.due ||
		task.description.trim() !== descriptionOf(text.lines.map(plain), text.link).trim()
	);
}
