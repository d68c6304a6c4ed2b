import type { Day } from './day.ts';
import type { OrganisationKind } from './organisation.ts';
import { fail, ok, type Result } from './result.ts';

/** On what ground something of a family is shared with an organisation (R21): a closed list. */
export const LEGAL_GROUNDS = [
	/** Toestemming. */
	'consent',
	/** Jeugdwet. */
	'youth-act',
	/** Wmo 2015, for Veilig Thuis. */
	'wmo-2015',
	/** Wet publieke gezondheid, for youth health care. */
	'public-health-act',
	/** The education acts, and the Leerplichtwet. */
	'education-act',
	/** Wet politiegegevens, by covenant. */
	'police-act',
	/** A vital interest; for who is bound to secrecy a conflict of duties. */
	'vital-interest',
	/** Another legal duty, which is named. */
	'legal-duty'
] as const;
export type LegalGround = (typeof LEGAL_GROUNDS)[number];

const DEFAULTS: Partial<Record<OrganisationKind, LegalGround>> = {
	school: 'education-act',
	'school-partnership': 'education-act',
	'school-attendance': 'education-act',
	'youth-health': 'public-health-act',
	'social-work': 'youth-act',
	cjg: 'youth-act',
	'youth-care': 'youth-act',
	municipality: 'youth-act',
	'certified-institution': 'youth-act',
	'child-protection-board': 'youth-act',
	'veilig-thuis': 'wmo-2015',
	police: 'police-act'
};

/** The ground that goes with a kind of organisation until another is recorded; null: none of itself (GC2). */
export function defaultGround(kind: OrganisationKind): LegalGround | null {
	return DEFAULTS[kind] ?? null;
}

/** Grounds that say nothing without a line of explanation. */
export const EXPLAINED: ReadonlySet<LegalGround> = new Set(['vital-interest', 'legal-duty']);

export interface GroundPeriod {
	/** Null: the organisation is there, and its ground is still to be recorded. */
	ground: LegalGround | null;
	/** The last day that counts. */
	endsOn: Day | null;
	/** When access stopped: withdrawn, or the last day had passed. */
	endedAt: Date | null;
}

/** The last day has passed. */
export function isExpired({ endsOn }: Pick<GroundPeriod, 'endsOn'>, today: Day): boolean {
	return endsOn !== null && endsOn < today;
}

/** A ground on which someone may be asked to the item today. */
export function stands(period: GroundPeriod, today: Day): boolean {
	return period.ground !== null && period.endedAt === null && !isExpired(period, today);
}

/** How an organisation comes to an item: what it has there already, what it takes with it, or its default. */
export type Entry<T> =
	| { kind: 'there' }
	| { kind: 'along'; from: T }
	| { kind: 'default'; ground: LegalGround }
	| { kind: 'required' };

/**
 * `here`: the newest ground of the organisation at this item; `earlier`: at an earlier item of the case.
 * What ended comes back by being recorded again, never of itself (GC4).
 */
export function entryOf<T extends GroundPeriod>(
	kind: OrganisationKind,
	{ here, earlier }: { here: T | null; earlier: T | null },
	today: Day
): Entry<T> {
	if (here) return stands(here, today) ? { kind: 'there' } : { kind: 'required' };
	if (earlier && stands(earlier, today)) return { kind: 'along', from: earlier };
	const ended = earlier && (earlier.endedAt !== null || isExpired(earlier, today));
	const ground = ended ? null : defaultGround(kind);
	return ground ? { kind: 'default', ground } : { kind: 'required' };
}

export interface GroundFacts {
	ground: LegalGround;
	explanation: string;
	/** Null: not known yet. */
	informed: boolean | null;
	notInformedBecause: string;
	endsOn: Day | null;
}

/** Whether a ground is recorded completely (GC1). */
export function checkGround(
	{ ground, explanation, informed, notInformedBecause, endsOn }: GroundFacts,
	today: Day
): Result<void, 'explanation-required' | 'not-informed-why' | 'date-in-past'> {
	if (EXPLAINED.has(ground) && explanation === '') return fail('explanation-required');
	if (informed === false && notInformedBecause === '') return fail('not-informed-why');
	return endsOn !== null && endsOn < today ? fail('date-in-past') : ok();
}
