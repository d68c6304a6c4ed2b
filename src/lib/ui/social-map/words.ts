import { finds, type PartyMark } from '#lib/domain/social-map.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PartyView } from '#lib/protocol/views/social-map.ts';
import { sayDay } from '../dates.ts';
import { KIND_WORDS } from '../kind-words.ts';

export const MARK_WORDS: Record<PartyMark, { say: () => string; tone: 'red' | 'amber' }> = {
	'contract-ended': { say: m.social_map_mark_contract_ended, tone: 'red' },
	'contract-ends-soon': { say: m.social_map_mark_contract_ends_soon, tone: 'amber' },
	'review-due': { say: m.social_map_mark_review_due, tone: 'amber' }
};

/** The parties in which every word that was typed is found, of one kind when that is chosen (SM6). */
export function searched(parties: readonly PartyView[], typed: string, kind = ''): PartyView[] {
	return parties.filter(
		(one) =>
			(kind === '' || one.kind === kind) &&
			finds(typed, [
				...[one.name, KIND_WORDS[one.kind](), ...one.offers],
				...[one.contact, one.liaison].flatMap((who) => (who ? [who.name, who.function] : []))
			])
	);
}

/** For whom: "4 tot en met 12 jaar"; null when it is for every age. */
export function sayAges({ ageFrom, ageTo }: PartyView): string | null {
	if (ageFrom !== null && ageTo !== null)
		return m.social_map_ages_between({ from: ageFrom, to: ageTo });
	if (ageFrom !== null) return m.social_map_ages_from({ from: ageFrom });
	return ageTo === null ? null : m.social_map_ages_to({ to: ageTo });
}

export function sayWaiting({ waiting }: PartyView, today: string): string | null {
	if (!waiting) return null;
	const day = sayDay(waiting.on, today, getLocale());
	return m.social_map_waiting_line({ text: waiting.text, day });
}

export function sayContract({ contractFrom, contractUntil }: PartyView, today: string) {
	const say = (day: string) => sayDay(day, today, getLocale());
	if (contractFrom && contractUntil)
		return m.social_map_contract_between({ from: say(contractFrom), until: say(contractUntil) });
	if (contractFrom) return m.social_map_contract_from({ from: say(contractFrom) });
	return contractUntil ? m.social_map_contract_until({ until: say(contractUntil) }) : null;
}
