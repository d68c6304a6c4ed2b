import type { HandoverPoint } from '#lib/domain/handover.ts';
import type { ReferralStatus } from '#lib/domain/referral.ts';
import type { MissedReason, StagnationReason } from '#lib/domain/stagnation.ts';
import { m } from '#lib/paraglide/messages.js';

export const STATUS: Record<
	ReferralStatus,
	{ text: () => string; tone: 'amber' | 'green' | 'neutral' | 'petrol' }
> = {
	asked: { text: m.referrals_status_asked, tone: 'amber' },
	accepted: { text: m.referrals_status_accepted, tone: 'petrol' },
	'waiting-list': { text: m.referrals_status_waiting_list, tone: 'amber' },
	refused: { text: m.referrals_status_refused, tone: 'neutral' },
	started: { text: m.referrals_status_started, tone: 'green' }
};

export const POINT: Record<HandoverPoint, () => string> = {
	'family-knows': m.referrals_point_family_knows,
	spoken: m.referrals_point_spoken,
	situation: m.referrals_point_situation,
	agreements: m.referrals_point_agreements,
	'safety-watch': m.referrals_point_safety_watch,
	contact: m.referrals_point_contact
};

const STUCK: Record<StagnationReason, () => string> = {
	unwilling: m.referrals_stuck_unwilling,
	unavailable: m.referrals_stuck_unavailable,
	'waiting-list': m.referrals_stuck_waiting_list,
	other: m.referrals_stuck_other
};

const MISSED: Record<MissedReason, () => string> = {
	unknown: m.referrals_missed_unknown,
	cancelled: m.referrals_missed_cancelled,
	'not-shown': m.referrals_missed_not_shown
};

/** Why it is stuck, with what was said about it: "Wachtlijst, Jeugd-GGZ". */
export function sayStuck(reason: string, note = ''): string {
	const text = isStuck(reason) ? STUCK[reason]() : reason;
	return note ? `${text}, ${note}` : text;
}

export function sayMissed(reason: string): string {
	return isMissed(reason) ? MISSED[reason]() : reason;
}

/** For the lists one chooses from. */
export const stuckOptions = () =>
	Object.entries(STUCK).map(([value, label]) => ({ value, label: label() }));
export const missedOptions = () =>
	Object.entries(MISSED).map(([value, label]) => ({ value, label: label() }));

function isStuck(reason: string): reason is StagnationReason {
	return Object.hasOwn(STUCK, reason);
}
function isMissed(reason: string): reason is MissedReason {
	return Object.hasOwn(MISSED, reason);
}
