import { isDay, type Day } from './day.ts';
import { SCALES, question, type ScaleChoice } from './instrument.ts';
import { fail, ok, type Result } from './result.ts';

/** F26: who saw or spoke with the child, on which day. */
export interface Contact {
	name: string;
	function: string;
	date: Day;
	how: 'seen' | 'spoken' | 'both';
}

/** F28: what we want to know, who finds out, before which day; each becomes an action. */
export interface OpenQuestion {
	question: string;
	who: string;
	before: Day;
}

export const FAMILY_VIEWS = ['recognise', 'partly', 'deny', 'not-discussed'] as const;
export type FamilyView = (typeof FAMILY_VIEWS)[number];

/** An empty list is an answer of its own ("Niemand", "Geen"), never a blank. */
export type AnswerValue =
	| { kind: 'scale'; choice: ScaleChoice }
	| { kind: 'contacts'; contacts: Contact[] }
	| { kind: 'list'; items: string[] }
	| { kind: 'open-questions'; questions: OpenQuestion[] }
	| { kind: 'text'; text: string }
	| { kind: 'text-otherwise'; because: string }
	| { kind: 'choice'; choice: FamilyView; because?: string };

export type AnswerError =
	| 'unknown-question'
	| 'wrong-answer-kind'
	| 'source-required'
	| 'date-required'
	| 'date-in-future'
	| 'reason-required'
	| 'incomplete'
	| 'too-long';

/** Characters, and rows in a list. */
export const ANSWER_LIMITS = { line: 200, text: 4000, rows: 30 } as const;

/**
 * Whether this may stand as an answer to A1..G30. Section H is judged, not answered. Source and
 * date belong to every answer that says something (instrument: requiresSourceAndDate).
 */
export function checkAnswer(
	questionId: string,
	value: AnswerValue,
	source: string | null,
	observedOn: Day | null,
	today: Day
): Result<void, AnswerError> {
	const asked = question(questionId);
	if (!asked) return fail('unknown-question');
	const kind = value.kind === 'text-otherwise' ? 'text' : value.kind;
	if (asked.section === 'H' || asked.answer !== kind) return fail('wrong-answer-kind');
	if (source && source.length > ANSWER_LIMITS.line) return fail('too-long');
	if (value.kind === 'scale' && asked.scale) {
		const scale = SCALES[asked.scale];
		if (!scale.choices.includes(value.choice)) return fail('wrong-answer-kind');
		if (scale.requiresSourceAndDate.includes(value.choice)) {
			if (isBlank(source)) return fail('source-required');
			if (!isDay(observedOn)) return fail('date-required');
		}
	}
	if (observedOn !== null) {
		const date = pastDay(observedOn, today);
		if (!date.ok) return date;
	}
	return checkContent(value, today);
}

function checkContent(value: AnswerValue, today: Day): Result<void, AnswerError> {
	switch (value.kind) {
		case 'scale':
			return ok();
		case 'contacts':
			return rows(value.contacts, ({ name, function: role, date }) => {
				const words = line(name, role);
				return words.ok ? pastDay(date, today) : words;
			});
		case 'list':
			return rows(value.items, (item) => line(item));
		case 'open-questions':
			return rows(value.questions, (each) => {
				const words = line(each.question, each.who);
				if (!words.ok) return words;
				return isDay(each.before) ? ok() : fail('date-required');
			});
		case 'text':
			if (isBlank(value.text)) return fail('incomplete');
			return value.text.length > ANSWER_LIMITS.text ? fail('too-long') : ok();
		case 'text-otherwise':
			return reason(value.because);
		case 'choice':
			if (!FAMILY_VIEWS.includes(value.choice)) return fail('wrong-answer-kind');
			return value.choice === 'not-discussed' || value.because ? reason(value.because) : ok();
	}
}

function rows<T>(items: T[], check: (item: T) => Result<void, AnswerError>) {
	if (items.length > ANSWER_LIMITS.rows) return fail('too-long');
	return items.map(check).find((result) => !result.ok) ?? ok();
}

function line(...words: string[]): Result<void, AnswerError> {
	if (words.some(isBlank)) return fail('incomplete');
	return words.some((word) => word.length > ANSWER_LIMITS.line) ? fail('too-long') : ok();
}

function reason(because: string | undefined): Result<void, AnswerError> {
	if (isBlank(because)) return fail('reason-required');
	return because && because.length > ANSWER_LIMITS.text ? fail('too-long') : ok();
}

function pastDay(day: Day, today: Day): Result<void, AnswerError> {
	if (!isDay(day)) return fail('date-required');
	return day > today ? fail('date-in-future') : ok();
}

function isBlank(text: string | null | undefined): boolean {
	return !text?.trim();
}
