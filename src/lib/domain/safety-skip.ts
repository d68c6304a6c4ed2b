import { fail, ok, type Result } from './result.ts';

/** Why a table did not come to a child's safety (R8). */
export const SKIP_WHYS = ['no-time', 'information-missing', 'mistake', 'other'] as const;
export type SkipWhy = (typeof SKIP_WHYS)[number];

export interface SkipReason {
	why: SkipWhy;
	note: string;
}

/**
 * Whether an item that was not judged may leave the agenda with this reason. Only what is taken off can
 * have been put there by mistake; "something else" says what.
 */
export function maySkip(
	how: 'carried-over' | 'removed',
	reason: SkipReason | undefined
): Result<SkipReason, 'safety-not-discussed' | 'reason-required'> {
	if (!reason || (reason.why === 'mistake' && how !== 'removed'))
		return fail('safety-not-discussed');
	return reason.why === 'other' && reason.note === '' ? fail('reason-required') : ok(reason);
}

/** The times that count since the table last judged, oldest first: a mistake is none (MT6). */
export function skipsSince<T extends { why: SkipWhy; at: Date }>(
	skips: readonly T[],
	lastJudgedAt: Date | null
): T[] {
	return skips.filter(({ why, at }) => why !== 'mistake' && (!lastJudgedAt || at > lastJudgedAt));
}
