import type { HandoverPoint } from '#lib/domain/handover.ts';
import { question } from '#lib/domain/instrument.ts';
import type { ExtractLine } from '#lib/domain/moving.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { SentView } from '#lib/protocol/views/moving.ts';
import { instrument } from '../assessment/words.ts';
import { sayDay, sayDayLong } from '../dates.ts';

export const POINT_WORDS: Record<HandoverPoint, () => string> = {
	'family-knows': m.moving_point_family_knows,
	spoken: m.moving_point_spoken,
	situation: m.moving_point_situation,
	agreements: m.moving_point_agreements,
	'safety-watch': m.moving_point_safety_watch,
	contact: m.moving_point_contact
};

/** What a line of the extract is: "Oordeel over Ilyas". */
export function sayKind({ kind, about }: ExtractLine): string {
	const name = { name: about };
	switch (kind) {
		case 'child':
			return m.moving_kind_child();
		case 'caregiver':
			return m.moving_kind_caregiver();
		case 'question':
			return m.moving_kind_question();
		case 'news':
			return m.moving_kind_news();
		case 'judgement':
			return m.moving_kind_judgement(name);
		case 'watch':
			return m.moving_kind_watch();
		case 'coordinator':
			return m.moving_kind_coordinator();
		case 'worries':
			return m.moving_kind_worries(name);
		case 'grounds':
			return m.moving_kind_grounds(name);
		case 'blind-spots':
			return m.moving_kind_blind_spots(name);
		case 'action':
			return m.moving_kind_action();
	}
}

/** What it says; the same words while choosing, in the preview and at the other table (MV4). */
export function sayLine(line: ExtractLine, today: string): string {
	const { text } = line;
	const fact = (name: string) => String(line.facts[name] ?? '');
	const day = (name: string) => sayDay(fact(name), today, getLocale());
	switch (line.kind) {
		case 'child':
			return m.moving_child({ name: text, month: sayMonth(fact('birthMonth')) });
		case 'caregiver':
			return m.moving_caregiver({ name: text, relation: fact('relation') });
		case 'judgement':
			return m.moving_judgement({
				text,
				safety: instrument().option('H31', fact('safety')),
				grade: fact('grade'),
				risk: instrument().option('H32', fact('risk')).toLocaleLowerCase()
			});
		case 'watch':
			return text || m.moving_nobody_watches();
		case 'coordinator':
			return sayCoordinator(line);
		case 'blind-spots':
			return fact('questions')
				.split(' ')
				.map((id) => sayQuestion(id))
				.join(' · ');
		case 'action':
			return fact('owner')
				? m.moving_action({ title: text, owner: fact('owner'), day: day('due') })
				: m.moving_action_unowned({ title: text, day: day('due') });
		case 'question':
		case 'news':
		case 'worries':
		case 'grounds':
			return text;
	}
}

function sayCoordinator({ text, facts }: ExtractLine): string {
	if (facts.family === undefined) return text || m.moving_nobody_coordinates();
	const who = String(facts.family);
	const family = who ? m.moving_family_coordinates_who({ who }) : m.moving_family_coordinates();
	return text ? `${family} · ${text}` : family;
}

/** A question that a newer server knows is named by its number. */
function sayQuestion(id: string): string {
	const asked = question(id);
	return asked ? `${id} ${instrument().question(asked.id)}` : id;
}

/** "mei 2017" */
function sayMonth(month: string): string {
	const locale = getLocale() === 'nl' ? 'nl-NL' : 'en-GB';
	const how = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(locale, how).format(new Date(`${month}-15T12:00:00Z`));
}

/** How a move stands: "Overgedragen aan CJG op 24 november: wacht op ontvangst". */
export function sayStatus(move: SentView, today: string): string {
	const say = (day: string | null) => sayDayLong(day ?? move.on, getLocale(), today);
	const table = move.tableName;
	switch (move.status) {
		case 'waiting':
			return m.moving_sent_waiting({ table, day: say(move.on) });
		case 'received':
			return m.moving_sent_received({ table, day: say(move.answeredOn) });
		case 'returned':
			return m.moving_sent_returned({ table, day: say(move.answeredOn) });
		case 'taken-back':
			return m.moving_sent_taken_back({ table, day: say(move.answeredOn) });
	}
}
