import { m } from '#lib/paraglide/messages.js';
import type { ErrorWords } from '../error-words.ts';

export const REFERRALS_WORDS: ErrorWords = {
	'same-party': () => m.referrals_error_same_party(),
	'referral-ended': () => m.referrals_error_referral_ended(),
	'before-referral': () => m.referrals_error_before_referral(),
	'other-side': () => m.referrals_error_other_side(),
	'name-required': () => m.referrals_error_name_required(),
	'has-alternative': () => m.referrals_error_has_alternative(),
	'no-alternative': () => m.referrals_error_no_alternative(),
	'holders-only': () => m.referrals_error_holders_only(),
	'already-answered': () => m.referrals_error_already_answered(),
	'before-escalation': () => m.referrals_error_before_escalation(),
	'nobody-coordinates': () => m.referrals_error_nobody_coordinates(),
	'veilig-thuis-only': () => m.referrals_error_veilig_thuis_only(),
	'veilig-thuis-is-here': () => m.referrals_error_veilig_thuis_is_here(),
	'reporter-only': () => m.referrals_error_reporter_only(),
	'nothing-reported': () => m.referrals_error_nothing_reported(),
	'before-report': () => m.referrals_error_before_report()
};
