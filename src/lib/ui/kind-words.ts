import type { OrganisationKind } from '#lib/domain/organisation.ts';
import { m } from '#lib/paraglide/messages.js';

/** What each kind of organisation is called. */
export const KIND_WORDS: Record<OrganisationKind, () => string> = {
	school: m.admin_kind_school,
	'school-partnership': m.admin_kind_school_partnership,
	'youth-health': m.admin_kind_youth_health,
	'social-work': m.admin_kind_social_work,
	cjg: m.admin_kind_cjg,
	'veilig-thuis': m.admin_kind_veilig_thuis,
	'school-attendance': m.admin_kind_school_attendance,
	police: m.admin_kind_police,
	gp: m.admin_kind_gp,
	'certified-institution': m.admin_kind_certified_institution,
	'child-protection-board': m.admin_kind_child_protection_board,
	housing: m.admin_kind_housing,
	'debt-help': m.admin_kind_debt_help,
	'adult-mental-health': m.admin_kind_adult_mental_health,
	'youth-mental-health': m.admin_kind_youth_mental_health,
	'youth-care': m.admin_kind_youth_care,
	municipality: m.admin_kind_municipality,
	other: m.admin_kind_other
};
