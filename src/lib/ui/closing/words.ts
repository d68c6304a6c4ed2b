import type { Contact } from '#lib/domain/answer.ts';
import { isOld, type ClosingCheck, type StillSafe } from '#lib/domain/closing.ts';
import type { FamilyChange } from '#lib/domain/closing-changes.ts';
import { daysBetween } from '#lib/domain/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { sayDay } from '../dates.ts';

const CHANGE: Record<FamilyChange, () => string> = {
	separation: m.closing_change_separation,
	'new-partner': m.closing_change_new_partner,
	move: m.closing_change_move,
	birth: m.closing_change_birth,
	death: m.closing_change_death,
	cooperation: m.closing_change_cooperation,
	other: m.closing_change_other
};

/** "verhuisd: naar Dorenweerd" */
export function sayChange({ kind, what }: { kind: FamilyChange; what: string }): string {
	if (kind === 'other' && what) return what;
	return what ? `${CHANGE[kind]()}: ${what}` : CHANGE[kind]();
}
export const sayChangeKind = (kind: FamilyChange) => CHANGE[kind]();

const HOW: Record<Contact['how'], () => string> = {
	seen: m.closing_how_seen,
	spoken: m.closing_how_spoken,
	both: m.closing_how_both
};
export const sayHow = (how: Contact['how']) => HOW[how]();

export const sayWho = ({ name, function: role }: { name: string; function: string }) =>
	role ? `${name}, ${role}` : name;

/** "van vandaag", "12 dagen oud", "7 weken oud" (R9). */
export function sayAge(day: string, today: string): string {
	const days = daysBetween(day, today);
	if (days <= 0) return m.closing_age_today();
	return days < 14
		? m.closing_age_days({ count: days })
		: m.closing_age_weeks({ count: Math.floor(days / 7) });
}
export const ageTone = (day: string, today: string) => (isOld(day, today) ? 'red' : 'neutral');

const FOUND: Record<StillSafe, () => string> = {
	yes: m.closing_safe_yes,
	no: m.closing_safe_no,
	undetermined: m.closing_safe_unclear
};
export const sayFound = (found: StillSafe) => FOUND[found]();

/** One point of the list, in a sentence; `childName` where it is about a child. */
export function sayCheck(check: ClosingCheck, childName: string, today: string): string {
	const child = childName;
	switch (check.kind) {
		case 'seen':
		case 'spoken':
			return sayContact(check, child, today);
		case 'safe':
			return saySafe(check, child, today);
		case 'grounds':
			return check.met ? m.closing_grounds_met({ child }) : m.closing_grounds_unmet({ child });
		case 'children':
			return m.closing_children_unmet();
		case 'assessment':
			return check.met ? m.closing_assessment_met() : m.closing_assessment_unmet(check);
		case 'veilig-thuis':
			return check.met ? m.closing_veilig_thuis_met() : m.closing_veilig_thuis_unmet(check);
		case 'changes':
			return check.met ? m.closing_changes_met() : m.closing_changes_unmet(check);
		case 'actions':
			return check.met ? m.closing_actions_met() : m.closing_actions_unmet(check);
		case 'agenda':
			return check.met ? m.closing_agenda_met() : m.closing_agenda_unmet();
	}
}

function sayContact(
	{ kind, met, contact }: Extract<ClosingCheck, { contact: unknown }>,
	child: string,
	today: string
): string {
	const seen = kind === 'seen';
	if (!contact) return seen ? m.closing_seen_never({ child }) : m.closing_spoken_never({ child });
	const words = { child, who: sayWho(contact), day: sayDay(contact.date, today, getLocale()) };
	if (met) return seen ? m.closing_seen_met(words) : m.closing_spoken_met(words);
	return seen ? m.closing_seen_old(words) : m.closing_spoken_old(words);
}

function saySafe(
	{ block, on }: Extract<ClosingCheck, { kind: 'safe' }>,
	child: string,
	today: string
): string {
	const words = { child, age: on ? sayAge(on, today) : '' };
	switch (block) {
		case null:
			return m.closing_safe_met(words);
		case 'no-joint-judgement':
			return m.closing_safe_none({ child });
		case 'undetermined':
			return m.closing_safe_undetermined({ child });
		case 'unsafe':
			return m.closing_safe_unsafe({ child });
		case 'high-risk':
			return m.closing_safe_high_risk({ child });
		case 'old-judgement':
			return m.closing_safe_old(words);
	}
}
