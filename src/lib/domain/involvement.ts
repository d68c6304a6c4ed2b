import { isDay, type Day } from './day.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation.ts';
import { fail, ok, type Result } from './result.ts';

/** Whom a family may know: the kinds of organisation, and two that only an involvement tells apart. */
export const PARTIES = [...ORGANISATION_KINDS, 'childcare', 'addiction-care'] as const;
export type Party = (typeof PARTIES)[number];

/** How a party stands to the family; nothing recorded is "not asked", and never "nobody" (R18). */
export const STANDINGS = [
	'asked',
	'involved',
	'asked-not-involved',
	'ended',
	'taken-back'
] as const;
export type Standing = (typeof STANDINGS)[number];

const NEXT: Readonly<Record<Standing, readonly Standing[]>> = {
	asked: ['involved', 'asked-not-involved', 'taken-back'],
	involved: ['ended', 'taken-back'],
	'asked-not-involved': ['involved', 'taken-back'],
	ended: ['involved', 'taken-back'],
	'taken-back': []
};

export function mayBecome(from: Standing, to: Standing): boolean {
	return NEXT[from].includes(to);
}

/** The kind of organisation that such a party is, as it may sit at a table; null when there is none. */
export function organisationKindOf(party: Party): OrganisationKind | null {
	if (party === 'addiction-care') return 'adult-mental-health';
	return party === 'childcare' || party === 'other' ? null : party;
}

/** Parties that every family has: only these may be named in what leaves the system. */
const EVERY_FAMILY: ReadonlySet<Party> = new Set(['gp', 'youth-health', 'school', 'childcare']);

/** Whether naming this party outside the item tells nothing of the family (FA14). */
export function tellsNothing(party: Party): boolean {
	return EVERY_FAMILY.has(party);
}

/** Parties that help an adult as a patient or client, and may not know that there are children. */
const HELPS_ADULTS: ReadonlySet<Party> = new Set([
	'gp',
	'social-work',
	'adult-mental-health',
	'addiction-care',
	'debt-help',
	'other'
]);

export interface Help {
	party: Party;
	standing: Standing;
	/** Ids of children, adults and network; empty: the family as a whole. */
	with: readonly string[];
	childrenInView: ChildrenInView | null;
}

/** Who asks after the children there, or why that is not needed. */
export interface ChildrenInView {
	answer: 'someone' | 'not-needed';
	text: string;
}

/** Help to adults only, of which nobody said who keeps the children in view (R34). */
export function asksForChildren(help: Help, adults: readonly string[]): boolean {
	return (
		help.standing === 'involved' &&
		help.childrenInView === null &&
		HELPS_ADULTS.has(help.party) &&
		help.with.length > 0 &&
		help.with.every((id) => adults.includes(id))
	);
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether a month ('2024-03') or a day may stand as "since"; '' is unknown. */
export function checkSince(
	since: string,
	today: Day
): Result<void, 'date-required' | 'date-in-future'> {
	if (since === '') return ok();
	if (!MONTH.test(since) && !isDay(since)) return fail('date-required');
	return since > today.slice(0, since.length) ? fail('date-in-future') : ok();
}
