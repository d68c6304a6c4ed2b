import { ageAt } from '#lib/domain/case.ts';
import type { AnswerValue, Contact } from '#lib/domain/answer.ts';
import {
	instrumentText,
	isBlindSpot,
	SCALES,
	type ScaleChoice,
	type ScaleId
} from '#lib/domain/instrument.ts';
import type { CaregiverRef, ChildRef } from '#lib/protocol/views.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { sayDay } from '../dates.ts';

type Tone = 'y' | 'm' | 'no' | 'u';
const TONES: Record<ScaleChoice, Tone> = {
	observed: 'y',
	suspected: 'm',
	'ruled-out': 'no',
	'not-checked': 'u',
	absent: 'y',
	fragile: 'm',
	present: 'no',
	unknown: 'u'
};

/** The instrument in the language of the screen. */
export const instrument = () => instrumentText(getLocale());

/** The answers of a scale as options, in the instrument's words and order. */
export function scaleOptions(scale: ScaleId, known = false) {
	const text = instrument();
	return SCALES[scale].choices
		.filter((choice) => !known || !isBlindSpot(choice))
		.map((id) => ({ id, label: text.choice(id), tone: TONES[id] }));
}

/** "Daan (5)", "Sami (8 mnd)" */
export function sayChild(child: ChildRef, today: string): string {
	const { years, months } = ageAt(child.birthMonth, today);
	return years > 0
		? m.assessment_age_years({ name: child.firstName, age: years })
		: m.assessment_age_months({ name: child.firstName, age: months });
}

export function sayAdult({ firstName, relation }: CaregiverRef): string {
	return m.assessment_adult({ name: firstName, relation });
}

export function sayHow(how: Contact['how']): string {
	return {
		seen: m.assessment_contact_seen,
		spoken: m.assessment_contact_spoken,
		both: m.assessment_contact_both
	}[how]();
}

/** The rows of an answer that is a list; null for an answer that is none. */
export function sayRows(value: AnswerValue, today: string): string[] | null {
	const day = (date: string) => sayDay(date, today, getLocale());
	switch (value.kind) {
		case 'contacts':
			return value.contacts.map(({ name, function: role, how, date }) =>
				m.assessment_contact_line({ name, function: role, how: sayHow(how), date: day(date) })
			);
		case 'list':
			return value.items;
		case 'open-questions':
			return value.questions.map(({ question, who, before }) =>
				m.assessment_open_question_line({ question, who, date: day(before) })
			);
		default:
			return null;
	}
}

/** An answer in a few words, for the list of earlier ones. */
export function sayAnswer(value: AnswerValue, today: string): string {
	const text = instrument();
	switch (value.kind) {
		case 'scale':
			return text.choice(value.choice);
		case 'text':
			return value.text;
		case 'text-otherwise':
			return `${text.otherwise('G29').replace(/,? (want|because)…$/, '')}, ${m.assessment_because_line({ because: value.because })}`;
		case 'choice':
			return sayFamilyView(value);
		default:
			return sayRows(value, today)?.join('; ') ?? '';
	}
}

export function sayFamilyView({ choice, because }: { choice: string; because?: string }): string {
	const words = instrument().option('G30', choice);
	if (!because) return words;
	return `${words.replace(/,? (want|because)…$/, '')}, ${m.assessment_because_line({ because })}`;
}
