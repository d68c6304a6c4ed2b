/** The kinds of organisation that sit at a table or pick up an action. */
export const ORGANISATION_KINDS = [
	'school',
	'school-partnership',
	'youth-health',
	'social-work',
	'cjg',
	'veilig-thuis',
	'school-attendance',
	'police',
	'gp',
	'certified-institution',
	'child-protection-board',
	'housing',
	'debt-help',
	'adult-mental-health',
	'youth-mental-health',
	'youth-care',
	'municipality',
	'other'
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

const OUTSIDE_MELDCODE: ReadonlySet<OrganisationKind> = new Set([
	'police',
	'veilig-thuis',
	'child-protection-board',
	'housing',
	'debt-help'
]);

/**
 * Whether an organisation of this kind must record a meldcode decision, until its administrator says
 * otherwise. The acts on which the Besluit verplichte meldcode (Stb. 2013, 324) rests are those of
 * healthcare, education with school attendance (Leerplichtwet 1969, art. 16), childcare, social
 * support, youth care and custody; a kind that none of them names is outside. In doubt ('other' may
 * be childcare) the answer is yes: a question too many is mended with one tick, a missing one is not.
 */
export function underMeldcodeByDefault(kind: OrganisationKind): boolean {
	return !OUTSIDE_MELDCODE.has(kind);
}
