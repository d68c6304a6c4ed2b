import { ageAt } from './case.ts';
import type { Contact } from './answer.ts';
import { daysBetween, type Day } from './day.ts';
import { closingBlocks, type ClosingBlock, type JointJudgement } from './judgement.ts';

/** Days; how long an observation or a judgement carries the closing of a case (R9, instrument F26). */
export const SIX_WEEKS = 42;
/** Years; from this age on a child is spoken with, below it seeing is enough (instrument F26: "as age permits"). */
export const SPOKEN_FROM = 4;
/** Months after closing in which it is checked whether it still is safe, unless said otherwise (R36). */
export const FOLLOW_UP_MONTHS = 3;

/** What is known of one child when the table wants to close. */
export interface ChildFacts {
	childId: string;
	/** `YYYY-MM`. */
	birthMonth: string;
	/** From F26 of all items, and recorded between meetings. */
	contacts: readonly Contact[];
	/** At the newest item that was discussed, with its day. */
	joint: (Pick<JointJudgement, 'safety' | 'risk' | 'grade'> & { on: Day }) | null;
}

/** What of a case decides whether it may close, but for the texts H33 and H34, which are not stored with it. */
export interface ClosingFacts {
	children: readonly ChildFacts[];
	/** Blank questions of A–E at the newest item discussed. */
	missing: number;
	/** Decisions in the Veilig Thuis step that are still to be made there. */
	openDecisions: number;
	/** Actions neither done nor withdrawn. */
	openActions: number;
	/** Items that are on an agenda, or wait for one. */
	onAgenda: number;
	/** Changes in the family that still ask for a new assessment. */
	openChanges: number;
}

export type JudgementBlock = ClosingBlock | 'old-judgement';

/** One point of the list, fulfilled or not; about a child, or about the whole case. */
export type ClosingCheck =
	/** `contact` is the newest that counts, else the newest there is. */
	| { kind: 'seen' | 'spoken'; childId: string; met: boolean; contact: Contact | null }
	| { kind: 'safe'; childId: string; met: boolean; block: JudgementBlock | null; on: Day | null }
	| { kind: 'grounds'; childId: string; met: boolean }
	| { kind: CaseCheck; met: boolean; count: number };
export type CaseCheck =
	'children' | 'assessment' | 'veilig-thuis' | 'actions' | 'agenda' | 'changes';

/**
 * All that has to be there before a case closes (R33), in the order of the item, with what is there.
 * `grounds`: the children for whom H33 and H34 are filled in.
 */
export function closingChecks(
	facts: ClosingFacts,
	grounds: ReadonlySet<string>,
	today: Day
): ClosingCheck[] {
	const count = (kind: CaseCheck, left: number): ClosingCheck => ({
		kind,
		met: left === 0,
		count: left
	});
	return [
		...(facts.children.length === 0 ? [count('children', 1)] : []),
		...facts.children.flatMap((child) => childChecks(child, grounds, today)),
		count('assessment', facts.missing),
		count('veilig-thuis', facts.openDecisions),
		count('changes', facts.openChanges),
		count('actions', facts.openActions),
		count('agenda', facts.onAgenda)
	];
}

/** Every reason why a case may not close; it may when there is none. */
export function mayCloseCase(
	facts: ClosingFacts,
	grounds: ReadonlySet<string>,
	today: Day
): ClosingCheck[] {
	return closingChecks(facts, grounds, today).filter(({ met }) => !met);
}

function childChecks(
	{ childId, birthMonth, contacts, joint }: ChildFacts,
	grounds: ReadonlySet<string>,
	today: Day
): ClosingCheck[] {
	const met = (kind: 'seen' | 'spoken'): ClosingCheck => {
		const contact = newest(contacts, kind);
		return { kind, childId, contact, met: contact !== null && !isOld(contact.date, today) };
	};
	const [block = null] = closingBlocks([joint]);
	const old = joint && isOld(joint.on, today) ? 'old-judgement' : null;
	return [
		met('seen'),
		...(ageAt(birthMonth, today).years >= SPOKEN_FROM ? [met('spoken')] : []),
		{
			kind: 'safe',
			childId,
			met: block === null && old === null,
			block: block ?? old,
			on: joint?.on ?? null
		},
		{ kind: 'grounds', childId, met: grounds.has(childId) }
	];
}

/** The newest contact in which the child was seen, or was spoken with; by telephone it was not seen. */
function newest(contacts: readonly Contact[], what: 'seen' | 'spoken'): Contact | null {
	return (
		contacts
			.filter(({ how }) => how === what || how === 'both')
			.toSorted((a, b) => b.date.localeCompare(a.date))[0] ?? null
	);
}

/** More than six weeks ago: no longer the most recent information (R9). */
export function isOld(day: Day, today: Day): boolean {
	return daysBetween(day, today) > SIX_WEEKS;
}

/** The same day so many months later; the last of the month where that day does not exist. */
export function monthsLater(day: Day, months: number): Day {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
	return later.toISOString().slice(0, 10);
}

/** What the check after closing found; only `yes` keeps the case closed (rule 5: undetermined is never safe). */
export const STILL_SAFE = ['yes', 'no', 'undetermined'] as const;
export type StillSafe = (typeof STILL_SAFE)[number];
