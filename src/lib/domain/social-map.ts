import { daysBetween, isDay, type Day } from './day.ts';
import { fail, ok, type Result } from './result.ts';

/** The fixed contact person of a party itself, and the fixed person of another organisation for it (R23). */
export const CONTACT_ROLES = ['contact', 'liaison'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** What of a party can be out of date. */
export interface PartyDates {
	contractFrom: Day | null;
	contractUntil: Day | null;
	/** The last day on which someone looked whether all of it still holds. */
	reviewedOn: Day | null;
}

export type PartyMark = 'review-due' | 'contract-ended' | 'contract-ends-soon';

/** Looked over once a year (R23: it changes every year). */
const REVIEW_DAYS = 365;
/** Within this many days an end of contract is worth knowing for who refers someone now. */
const SOON_DAYS = 91;

/** What a reader should know before relying on it, most pressing first. */
export function marksOf({ contractUntil, reviewedOn }: PartyDates, today: Day): PartyMark[] {
	const marks: PartyMark[] = [];
	if (contractUntil !== null && contractUntil < today) marks.push('contract-ended');
	else if (contractUntil !== null && daysBetween(today, contractUntil) <= SOON_DAYS)
		marks.push('contract-ends-soon');
	if (reviewedOn === null || daysBetween(reviewedOn, today) > REVIEW_DAYS) marks.push('review-due');
	return marks;
}

export interface PartyFacts {
	offers: readonly string[];
	/** In years; null is no limit. */
	ageFrom: number | null;
	ageTo: number | null;
	contractFrom: Day | null;
	contractUntil: Day | null;
	waiting: string;
	/** When that waiting time was said. */
	waitingOn: Day | null;
}

export type PartyError = 'no-offer' | 'ages-reversed' | 'period-reversed' | 'date-in-future';

/** Whether this may stand on the map. */
export function checkParty(facts: PartyFacts, today: Day): Result<void, PartyError> {
	const { ageFrom, ageTo, contractFrom, contractUntil, waitingOn } = facts;
	if (!facts.offers.some((offer) => offer.trim() !== '')) return fail('no-offer');
	if (ageFrom !== null && ageTo !== null && ageTo < ageFrom) return fail('ages-reversed');
	if (contractFrom && contractUntil && contractUntil < contractFrom) return fail('period-reversed');
	if (isDay(waitingOn) && waitingOn > today) return fail('date-in-future');
	return ok();
}

/** A text as a search compares it: without capitals and accents ("Coördinatie" as "coordinatie"). */
export function folded(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word of what was typed is somewhere in these texts. */
export function finds(typed: string, texts: readonly string[]): boolean {
	const all = folded(texts.join('\n'));
	return folded(typed)
		.split(/\s+/)
		.every((word) => all.includes(word));
}
