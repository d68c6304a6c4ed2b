import type { Safety } from './judgement.ts';

/** The headings of an agenda's case items. */
export const CASE_SECTIONS = ['running', 'stuck', 'new', 'to-close'] as const;
export type CaseSection = (typeof CASE_SECTIONS)[number];

/** What is known of a case when a meeting of its table begins. */
export interface SectionFacts {
	/** How often this table discussed it to the end. */
	discussed: number;
	/** How often it was carried over since then. */
	carriedOver: number;
	/** Null once help has started. */
	daysWithoutHelp: number | null;
	/** The last joint judgement of the child for whom it is worst. */
	safety: Safety | null;
	openActions: number;
}

/** Six weeks: from then a family without help is called stuck. */
export const STUCK_DAYS = 42;
const STUCK_CARRIED = 2;

/** Under which heading a case stands (MT1). */
export function caseSection(facts: SectionFacts): CaseSection {
	const { discussed, carriedOver, daysWithoutHelp, safety, openActions } = facts;
	const helped = daysWithoutHelp === null;
	if (discussed > 0 && helped && safety === 'safe' && openActions === 0) return 'to-close';
	if (carriedOver >= STUCK_CARRIED || (daysWithoutHelp ?? 0) >= STUCK_DAYS) return 'stuck';
	return discussed > 0 ? 'running' : 'new';
}
