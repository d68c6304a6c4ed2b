import type { Day } from './day.ts';
import { instrumentText } from './instrument.ts';
import type { Risk, Safety } from './judgement.ts';

export interface DecidedJudgement {
	firstName: string;
	safety: Safety;
	grade: number;
	risk: Risk;
	motivation: string;
	dissents: readonly { name: string; reason: string }[];
}

/** What the table agreed; whether the owner accepted it later is not part of the decision. */
export interface DecidedAction {
	title: string;
	/** The owner as agreed at the table; null when nobody picks it up and the chair holds it. */
	owner: string | null;
	due: Day;
	/** To whom the result is told; '' when nobody in particular. */
	tellTo: string;
}

export interface Decisions {
	caseCode: string;
	judgements: readonly DecidedJudgement[];
	actions: readonly DecidedAction[];
}

const words = instrumentText('nl');

/**
 * The exact Dutch text that is ratified: same decisions, same text, in whatever order they came.
 * It holds judgements, so it is for those who were at the item only and never leaves the system.
 */
export function decisionsText({ caseCode, judgements, actions }: Decisions): string {
	const judged = judgements.map((each) => judgementLines(each).join('\n')).toSorted(compare);
	const agreed = actions
		.map((each) => ({ due: each.due, text: actionLines(each).join('\n') }))
		.toSorted((a, b) => compare(a.due, b.due) || compare(a.text, b.text))
		.map((each) => each.text);
	return [
		`Besluiten bij casus ${caseCode}`,
		'',
		'Oordeel',
		...(judged.length > 0 ? judged : ['Nog geen gezamenlijk oordeel.']),
		'',
		'Afspraken',
		...(agreed.length > 0 ? agreed : ['Geen afspraken.']),
		''
	].join('\n');
}

function judgementLines(judgement: DecidedJudgement): string[] {
	const safety = words.option('H31', judgement.safety);
	const risk = words.option('H32', judgement.risk);
	return [
		`- ${flat(judgement.firstName)}: ${safety}, veiligheidscijfer ${judgement.grade}.`,
		`  Risico in de komende zes maanden: ${risk}.`,
		`  Motivering: ${flat(judgement.motivation)}`,
		...judgement.dissents
			.map(({ name, reason }) => `  Afwijkend oordeel van ${flat(name)}: ${flat(reason)}`)
			.toSorted(compare)
	];
}

function actionLines({ title, owner, due, tellTo }: DecidedAction): string[] {
	const who = owner === null ? 'niemand pakt dit op; de voorzitter houdt dit vast' : flat(owner);
	const told = flat(tellTo);
	return [
		`- ${flat(title)}`,
		`  Wie: ${who}`,
		`  Uiterlijk: ${dutchDay(due)}`,
		...(told ? [`  Hoort het resultaat: ${told}`] : [])
	];
}

/** One line: a line break in a title could otherwise pass for another decision. */
function flat(written: string): string {
	return written.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

// Written out here: the words of Intl may change with Node, and the text would no longer be the same.
const MONTHS =
	'januari februari maart april mei juni juli augustus september oktober november december'.split(
		' '
	);

function dutchDay(day: Day): string {
	const [year, month, date] = day.split('-');
	return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** By code unit and not by language: sorting by language differs between machines. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export interface Ratification {
	personId: string;
	version: number;
}

/** Who was at the item and has not ratified this version yet. */
export function waitingFor(
	attendeeIds: readonly string[],
	ratifications: readonly Ratification[],
	currentVersion: number
): string[] {
	const ratified = new Set(
		ratifications.filter((each) => each.version === currentVersion).map((each) => each.personId)
	);
	return [...new Set(attendeeIds)].filter((person) => !ratified.has(person));
}

/** All who were at the item ratified this very version; an item nobody attended is never ratified. */
export function isRatified(
	attendeeIds: readonly string[],
	ratifications: readonly Ratification[],
	currentVersion: number
): boolean {
	return (
		attendeeIds.length > 0 && waitingFor(attendeeIds, ratifications, currentVersion).length === 0
	);
}
