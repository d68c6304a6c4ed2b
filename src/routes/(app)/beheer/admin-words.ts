import type { MeetingFormat } from '#lib/domain/format.ts';
import type { FailureDetail } from '#lib/domain/result.ts';
import { m } from '#lib/paraglide/messages.js';
import { errorText } from '#lib/ui/error-text.ts';

export { KIND_WORDS } from '#lib/ui/kind-words.ts';

export const FORMAT_WORDS: Record<MeetingFormat, () => string> = {
	'one-two-three': m.admin_format_one_two_three,
	'cjg-intake': m.admin_format_cjg_intake,
	'care-advisory-team': m.admin_format_care_advisory_team,
	'case-conference': m.admin_format_case_conference
};

export const ROLE_WORDS = {
	chair: m.admin_role_chair,
	deputy: m.admin_role_deputy,
	member: m.admin_role_member
} as const;

export const ADMINISTERS_WORDS = {
	nothing: m.admin_administers_nothing,
	organisation: m.admin_administers_organisation,
	everything: m.admin_administers_everything
} as const;

const SEAT_WORDS: Record<string, () => string> = {
	seat_internal_counsellor: m.admin_seat_internal_counsellor,
	seat_youth_health: m.admin_seat_youth_health,
	seat_school_social_work: m.admin_seat_school_social_work,
	seat_intake: m.admin_seat_intake,
	seat_behavioural_scientist: m.admin_seat_behavioural_scientist,
	seat_veilig_thuis: m.admin_seat_veilig_thuis,
	seat_care_coordinator: m.admin_seat_care_coordinator,
	seat_school_partnership: m.admin_seat_school_partnership
};

/** A seat as it is called; a table's own seat has its own words. */
export function seatWords(label: string): string {
	return SEAT_WORDS[label]?.() ?? label;
}

export function options<Id extends string>(
	words: Record<Id, () => string>
): { value: Id; label: string }[] {
	return (Object.keys(words) as Id[]).map((value) => ({ value, label: words[value]() }));
}

const REFUSALS: Record<string, (detail: FailureDetail) => string> = {
	'email-taken': () => m.admin_error_email_taken(),
	'role-too-high': () => m.admin_error_role_too_high(),
	'own-role': () => m.admin_error_own_role(),
	'own-seat': () => m.admin_error_own_seat(),
	yourself: () => m.admin_error_yourself(),
	disabled: () => m.admin_error_disabled(),
	'organisation-archived': () => m.admin_error_organisation_archived(),
	'organisation-has-people': ({ count }) =>
		m.admin_error_organisation_has_people({ count: Number(count) })
};

const FIELDS: Record<string, () => string> = {
	name: () => m.account_name(),
	function: () => m.account_function(),
	email: () => m.account_email(),
	phone: () => m.account_phone(),
	organisationId: () => m.account_organisation(),
	personId: () => m.admin_seat_person(),
	minutes: () => m.admin_table_minutes(),
	minutesPerCase: () => m.admin_table_minutes_per_case()
};

/** Why the server refused, in words; null when it did not. */
export function refusalWords(failure: unknown): string | null {
	if (typeof failure !== 'object' || failure === null || !('error' in failure)) return null;
	const { error } = failure;
	const detail = ('detail' in failure && (failure.detail as FailureDetail)) || {};
	const field = FIELDS[String(detail.field ?? '')];
	if (error === 'invalid-input' && field) return m.admin_error_field({ field: field() });
	return REFUSALS[String(error)]?.(detail) ?? errorText(String(error), detail);
}
