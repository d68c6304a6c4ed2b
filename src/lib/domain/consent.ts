import type { Day } from './day.ts';

/** From which age the youth consents too, and from which alone (WGBO, Jeugdwet). */
export const CONSENT_AGES = { youth: 12, alone: 16 } as const;

export const CUSTODY = ['yes', 'no', 'unknown'] as const;
export type Custody = (typeof CUSTODY)[number];

export const CONSENT_STATES = ['given', 'refused', 'not-asked', 'withdrawn'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export interface ConsentNeeded {
	youth: boolean;
	/** Ids of the caregivers with custody, as far as is known. */
	custodians: string[];
	/** Parents are needed, and nobody registered has custody. */
	custodianUnknown: boolean;
}

/**
 * Whose consent is needed to share about a child (GC8, GC9). Only the month of birth is known: in the
 * month in which a child may have turned 12 or 16, or may not, the strictest of both readings counts.
 */
export function consentNeeded(
	birthMonth: string,
	today: Day,
	caregivers: readonly { id: string; custody: Custody }[],
	ages: { youth: number; alone: number } = CONSENT_AGES
): ConsentNeeded {
	const months = monthsOf(today) - monthsOf(birthMonth);
	const parents = months <= ages.alone * 12;
	const custodians = parents
		? caregivers.filter(({ custody }) => custody !== 'no').map(({ id }) => id)
		: [];
	return {
		youth: months >= ages.youth * 12,
		custodians,
		custodianUnknown: parents && custodians.length === 0
	};
}

function monthsOf(day: string): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** What one person said about sharing on one child. */
export interface ConsentFact {
	childId: string;
	/** The child itself, or a caregiver. */
	subjectId: string;
	state: ConsentState;
	/** For these organisations; null: for all at the table. */
	organisationIds: readonly string[] | null;
}

/** A person whose consent on a child is needed. */
export interface Asked {
	childId: string;
	subjectId: string;
}

/** The newest fact of someone about a child; `facts` in the order in which they were recorded. */
export function standingConsent<T extends ConsentFact>(
	facts: readonly T[],
	{ childId, subjectId }: Asked
): T | null {
	return facts.findLast((fact) => fact.childId === childId && fact.subjectId === subjectId) ?? null;
}

/** Whose consent is needed on one child, with what is known of custody. */
export interface ChildAsked {
	childId: string;
	asked: Asked[];
	custodianUnknown: boolean;
}

export interface CustodyFact {
	childId: string;
	caregiverId: string;
	custody: Custody;
}

/** Until somebody says so, nothing is known: then a caregiver counts as having custody (GC9). */
export function custodyOf(
	facts: readonly CustodyFact[],
	childId: string,
	caregiverId: string
): Custody {
	const fact = facts.findLast((one) => one.childId === childId && one.caregiverId === caregiverId);
	return fact?.custody ?? 'unknown';
}

/** Whose consent is needed on each child of a family today. */
export function askedInFamily(
	children: readonly { id: string; birthMonth: string }[],
	caregiverIds: readonly string[],
	custody: readonly CustodyFact[],
	today: Day
): ChildAsked[] {
	return children.map(({ id: childId, birthMonth }) => {
		const adults = caregiverIds.map((id) => ({ id, custody: custodyOf(custody, childId, id) }));
		const needed = consentNeeded(birthMonth, today, adults);
		const subjects = [...(needed.youth ? [childId] : []), ...needed.custodians];
		return {
			childId,
			asked: subjects.map((subjectId) => ({ childId, subjectId })),
			custodianUnknown: needed.custodianUnknown
		};
	});
}

/** Whether everyone who is needed, on every child, consented to sharing with this organisation. */
export function isConsented(
	organisationId: string,
	family: readonly ChildAsked[],
	facts: readonly ConsentFact[]
): boolean {
	return family.every(
		({ asked, custodianUnknown }) =>
			!custodianUnknown &&
			asked.every((one) => {
				const fact = standingConsent(facts, one);
				return fact?.state === 'given' && (fact.organisationIds?.includes(organisationId) ?? true);
			})
	);
}

/** Who of those who are needed took consent back, as it stands now. */
export function withdrawnConsents<T extends ConsentFact>(
	family: readonly ChildAsked[],
	facts: readonly T[]
): T[] {
	return family
		.flatMap(({ asked }) => asked)
		.flatMap((one) => standingConsent(facts, one) ?? [])
		.filter(({ state }) => state === 'withdrawn');
}

/** A reason given before consent was withdrawn does not answer the withdrawal (GC12). */
export function answersWithdrawal(justifiedAt: Date | null, withdrawnAt: readonly Date[]): boolean {
	return withdrawnAt.every((moment) => justifiedAt !== null && moment <= justifiedAt);
}
