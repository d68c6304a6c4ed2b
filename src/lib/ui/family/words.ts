import type { Party } from '#lib/domain/involvement.ts';
import { type Because, type Proposal, SCHOOL_FROM } from '#lib/domain/unheard.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { InvolvementView } from '#lib/protocol/views/family.ts';
import type { ItemView } from '#lib/protocol/views.ts';

const NAMES: Record<Party, () => string> = {
	gp: m.family_party_name_gp,
	'youth-health': m.family_party_name_youth_health,
	school: m.family_party_name_school,
	childcare: m.family_party_name_childcare,
	'social-work': m.family_party_name_social_work,
	'youth-mental-health': m.family_party_name_youth_mental_health,
	'youth-care': m.family_party_name_youth_care,
	'adult-mental-health': m.family_party_name_adult_mental_health,
	'addiction-care': m.family_party_name_addiction_care,
	'debt-help': m.family_party_name_debt_help,
	housing: m.family_party_name_housing,
	cjg: m.family_party_name_cjg,
	'veilig-thuis': m.family_party_name_veilig_thuis,
	police: m.family_party_name_police,
	'school-attendance': m.family_party_name_school_attendance,
	'school-partnership': m.family_party_name_school_partnership,
	'certified-institution': m.family_party_name_certified_institution,
	'child-protection-board': m.family_party_name_child_protection_board,
	municipality: m.family_party_name_municipality,
	other: m.family_party_name_other
};

/** In the order in which they are offered: those of every family first. */
export const PARTY_OPTIONS = () =>
	(Object.keys(NAMES) as Party[]).map((party) => ({ value: party, label: NAMES[party]() }));

/** "huisarts dr. Visser": the kind and the name, or one of them when that says it all. */
export function sayParty({ party, name }: { party: Party; name: string }): string {
	const kind = NAMES[party]();
	if (party === 'other' && name) return name;
	return !name || name.toLowerCase().includes(kind.toLowerCase())
		? name || kind
		: `${kind} ${name}`;
}

/** The same from the words of an event or a duty; an unknown kind is said by its name alone. */
export function sayPartyOf({ party, name }: Record<string, string | number | null>): string {
	const known = String(party) in NAMES ? (String(party) as Party) : 'other';
	return sayParty({ party: known, name: String(name ?? '') });
}

/** Of a proposal: a child of under four goes to the well-baby clinic. */
export function sayProposal(proposal: Proposal, ages: readonly number[]): string {
	const baby = proposal.party === 'youth-health' && ages.some((age) => age < SCHOOL_FROM);
	return baby ? m.family_party_name_youth_health_baby() : sayParty(proposal);
}

const ANSWERS: Record<string, () => string> = {
	A4: m.family_because_a4,
	C10: m.family_because_c10,
	C11: m.family_because_c11,
	C12: m.family_because_c12,
	C13: m.family_because_c13
};

export function sayBecause(because: readonly Because[]): string {
	const reasons = because.map((one) => {
		if (typeof one === 'object') return ANSWERS[one.questionId]?.() ?? one.questionId;
		if (one === 'named') return m.family_because_named();
		return one === 'age' ? m.family_because_age() : m.family_because_every_family();
	});
	return m.family_because({ reasons: reasons.join(', ') });
}

const TITLES: Partial<Record<Party, typeof m.family_ask_title_gp>> = {
	gp: m.family_ask_title_gp,
	'youth-health': m.family_ask_title_youth_health,
	school: m.family_ask_title_school,
	childcare: m.family_ask_title_childcare
};

/**
 * The action that a question becomes, always in Dutch as it leaves the system. Of a party that not every
 * family has, the name would tell what is the matter (FA14).
 */
export function titleOf(party: Party): string {
	return (TITLES[party] ?? m.family_ask_title_other)({}, { locale: 'nl' });
}

/** First names of those a party is involved with; the family as a whole when nobody is named. */
export function sayWith({ with: ids }: InvolvementView, view: ItemView): string {
	const names = peopleOf(view).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
	return names.length > 0 ? m.family_with({ names: names.join(', ') }) : m.family_with_family();
}

/** Everyone of the family whom a party can be involved with. */
export function peopleOf({ head, family }: ItemView): { id: string; name: string }[] {
	return [
		...head.children.map(({ id, firstName }) => ({ id, name: firstName })),
		...head.caregivers.map(({ id, firstName }) => ({ id, name: firstName })),
		...family.network.map(({ id, firstName, relation }) => ({
			id,
			name: `${firstName} (${relation})`
		}))
	];
}

/** "maart 2024" or "15 maart 2024". */
export function saySince(since: string): string {
	const tag = getLocale() === 'nl' ? 'nl-NL' : 'en-GB';
	const day = since.length === 10;
	const format = new Intl.DateTimeFormat(tag, {
		...(day && { day: 'numeric' }),
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});
	return format.format(new Date(`${day ? since : `${since}-01`}T12:00:00Z`));
}
