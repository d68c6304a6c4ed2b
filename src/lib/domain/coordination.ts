import { daysBetween } from './day.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * The two duties that must never be nobody's (R24, R25, R28): who coordinates the help to the family, and
 * who watches the child's safety until help has started.
 */
export const CASE_ROLES = ['coordinator', 'safety-watch'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** One person's time in a role, from being asked on. */
export interface RoleTerm {
	id: string;
	role: CaseRole;
	/** Null: someone of Veilig Thuis who is not at the table holds it, by name. */
	personId: string | null;
	status: 'asked' | 'accepted' | 'declined' | 'ended';
}

export interface RoleStanding<T extends RoleTerm> {
	/** Has said yes, and has not been followed or stopped since. */
	holder: T | null;
	/** Has not answered yet. Whoever holds the role keeps it until then: never a gap. */
	asked: T | null;
	/** Said yes, and is gone from the case: the role is nobody's. */
	lost: T | null;
}

const NOBODY: ReadonlySet<string> = new Set();

/** How a role stands; `terms` in the order in which they began, `gone` who is no longer at the case. */
export function standingRole<T extends RoleTerm>(
	terms: readonly T[],
	role: CaseRole,
	gone: ReadonlySet<string> = NOBODY
): RoleStanding<T> {
	const last = (status: RoleTerm['status']) =>
		terms.findLast((term) => term.role === role && term.status === status) ?? null;
	const isGone = (term: T | null) => term?.personId != null && gone.has(term.personId);
	const [accepted, asked] = [last('accepted'), last('asked')];
	return {
		holder: isGone(accepted) ? null : accepted,
		asked: isGone(asked) ? null : asked,
		lost: isGone(accepted) ? accepted : null
	};
}

/**
 * Whether someone may be asked. The table first asks whether the family can coordinate itself (R24); the
 * watch on safety is always a professional's.
 */
export function mayAsk(
	{ holder, asked }: Pick<RoleStanding<RoleTerm>, 'holder' | 'asked'>,
	role: CaseRole,
	personId: string,
	familyWasAsked: boolean
): Result<void, 'family-not-asked' | 'already-holds' | 'already-asked'> {
	if (role === 'coordinator' && !familyWasAsked) return fail('family-not-asked');
	if (holder?.personId === personId) return fail('already-holds');
	return asked?.personId === personId ? fail('already-asked') : ok();
}

/** A role is one's own to take or to refuse: only who was asked answers, and a no has a reason (R35). */
export function mayAnswer(
	{ asked }: Pick<RoleStanding<RoleTerm>, 'holder' | 'asked'>,
	personId: string
): Result<void, 'not-asked'> {
	return asked?.personId === personId ? ok() : fail('not-asked');
}

/**
 * Days in which a known family was without help (R26), from the first signal on, or from the day on which
 * the case was opened when that came first; null: help has started.
 */
export function daysWithoutHelp(
	{ firstSignalOn, openedOn }: { firstSignalOn: string | null; openedOn: string },
	helpStartedOn: string | null,
	today: string
): number | null {
	if (helpStartedOn !== null) return null;
	const since = firstSignalOn !== null && firstSignalOn < openedOn ? firstSignalOn : openedOn;
	return Math.max(0, daysBetween(since, today));
}
