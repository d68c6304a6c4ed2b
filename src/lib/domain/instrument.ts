import {
	INSTRUMENT,
	type QuestionId,
	type ScaleChoice,
	type ScaleId,
	type SectionId
} from './instrument-file.ts';

export {
	INSTRUMENT,
	QUESTION_IDS,
	SECTION_IDS,
	type ProtectionAnswer,
	type QuestionId,
	type ScaleChoice,
	type ScaleId,
	type SectionId,
	type SignalAnswer
} from './instrument-file.ts';
export {
	instrumentText,
	instrumentWords,
	type InstrumentLocale,
	type InstrumentText,
	type InstrumentWords
} from './instrument-words.ts';

/** How a question is answered; 'judgement' and 'dissent' are records of their own (section H). */
export type AnswerKind =
	'scale' | 'contacts' | 'list' | 'open-questions' | 'text' | 'choice' | 'judgement' | 'dissent';

export interface Scale {
	id: ScaleId;
	choices: readonly ScaleChoice[];
	/** Answers that say something: they need a source and a date. */
	requiresSourceAndDate: readonly ScaleChoice[];
	/** Answers that say we do not know. */
	blindSpot: readonly ScaleChoice[];
}

export interface Section {
	id: SectionId;
	questions: readonly QuestionId[];
}

export interface Question {
	id: QuestionId;
	section: SectionId;
	/** The scale it is answered on, or null when it is answered in another way. */
	scale: ScaleId | null;
	/** Once per adult who cares for the child, shared by siblings. */
	perAdult: boolean;
	answer: AnswerKind;
}

export const SCALES: Readonly<Record<ScaleId, Scale>> = {
	signal: scale('signal'),
	protection: scale('protection')
};

export const SECTIONS: readonly Section[] = INSTRUMENT.sections.map((section) => ({
	id: section.id,
	questions: section.questions.map((each) => each.id)
}));

export const QUESTIONS: readonly Question[] = INSTRUMENT.sections.flatMap((section) =>
	section.questions.map((each) => ({
		id: each.id,
		section: section.id,
		scale: section.scale ?? null,
		perAdult: section.perAdult ?? each.perAdult ?? false,
		answer: section.scale ? 'scale' : answerKind(each.id, each.answer?.kind)
	}))
);

const byId = new Map<string, Question>(QUESTIONS.map((each) => [each.id, each]));

/** The question with this id, or null: ids also come from outside. */
export function question(id: string): Question | null {
	return byId.get(id) ?? null;
}

/** True for an answer that says we do not know: "Niet nagegaan", "Onbekend". */
export function isBlindSpot(choice: ScaleChoice): boolean {
	return SCALES.signal.blindSpot.includes(choice) || SCALES.protection.blindSpot.includes(choice);
}

function scale(id: ScaleId): Scale {
	const { options, requiresSourceAndDate, blindSpot } = INSTRUMENT.scales[id];
	return { id, choices: options.map((each) => each.id), requiresSourceAndDate, blindSpot };
}

function answerKind(id: QuestionId, kind: string | undefined): AnswerKind {
	if (id === 'H31' || id === 'H32') return 'judgement';
	switch (kind) {
		case 'contacts':
		case 'list':
		case 'text':
		case 'choice':
		case 'dissent':
			return kind;
		case 'open-question':
			return 'open-questions';
		default:
			throw new Error(`instrument: question ${id} has no known answer kind`);
	}
}
