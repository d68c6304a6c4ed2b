import type { Day } from './day.ts';
import { fail, ok, type Result } from './result.ts';

/** How a referral stands (R26). Accepted is not yet helped; `started` and `refused` are its end. */
export const REFERRAL_STATUSES = [
	'asked',
	'accepted',
	'waiting-list',
	'refused',
	'started'
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** From the second referral without help on, a family is being sent back and forth. */
export const ALARM_AT = 2;

const NEXT: Record<ReferralStatus, readonly ReferralStatus[]> = {
	asked: ['accepted', 'waiting-list', 'refused', 'started'],
	accepted: ['waiting-list', 'refused', 'started'],
	// Again on the list: with another day on which help is expected.
	'waiting-list': ['waiting-list', 'accepted', 'refused', 'started'],
	refused: [],
	started: []
};

export function isRunning(status: ReferralStatus): boolean {
	return NEXT[status].length > 0;
}

/** Whether a referral is complete: not to oneself, and not in the future. */
export function checkReferral(
	{ from, to, on }: { from: string; to: string; on: Day },
	today: Day
): Result<void, 'same-party' | 'date-in-future'> {
	if (sameName(from, to)) return fail('same-party');
	return on > today ? fail('date-in-future') : ok();
}

export interface ReferralAnswer {
	status: ReferralStatus;
	reason: string;
	/** On which day help is expected. */
	expectedOn: Day | null;
}

/** Whether a referral may get this answer: a no has a reason, a waiting list a day to expect help on. */
export function mayAnswerReferral(
	from: ReferralStatus,
	{ status, reason, expectedOn }: ReferralAnswer,
	today: Day
): Result<
	void,
	'referral-ended' | 'wrong-status' | 'reason-required' | 'date-required' | 'date-in-past'
> {
	if (!isRunning(from)) return fail('referral-ended');
	if (!NEXT[from].includes(status)) return fail('wrong-status');
	if (status === 'refused' && !reason) return fail('reason-required');
	if (status !== 'waiting-list') return ok();
	if (!expectedOn) return fail('date-required');
	return expectedOn < today ? fail('date-in-past') : ok();
}

/** How often a family was sent on without help; 0 once it has help. */
export function referralsWithoutHelp(
	referrals: readonly unknown[],
	helpStartedOn: Day | null
): number {
	return helpStartedOn === null ? referrals.length : 0;
}

export function isPingPong(withoutHelp: number): boolean {
	return withoutHelp >= ALARM_AT;
}

/** A party to a referral: an organisation that takes part, or only a name. */
export interface ReferralParty {
	organisationId: string | null;
}

/**
 * How someone may speak for one side: for the own organisation, or by name for a party that has nobody at
 * the item. Then the other side speaks for it when that one is here, else whoever is (R29).
 */
export function maySpeakFor(
	side: ReferralParty,
	other: ReferralParty,
	organisationId: string,
	here: ReadonlySet<string>
): 'own' | 'by-name' | null {
	if (isHere(side, here)) return side.organisationId === organisationId ? 'own' : null;
	if (isHere(other, here)) return other.organisationId === organisationId ? 'by-name' : null;
	return 'by-name';
}

function isHere({ organisationId }: ReferralParty, here: ReadonlySet<string>): boolean {
	return organisationId !== null && here.has(organisationId);
}

function sameName(a: string, b: string): boolean {
	return a.trim().toLocaleLowerCase('nl') === b.trim().toLocaleLowerCase('nl');
}
