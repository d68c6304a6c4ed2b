import {
	INSTRUMENT,
	type QuestionId,
	type ScaleChoice,
	type ScaleId,
	type SectionId
} from './instrument-file.ts';
import { ENGLISH } from './instrument.en.ts';

export type InstrumentLocale = 'nl' | 'en';

/** The words of one question; what a question does not have is left out. */
export interface QuestionWords {
	text: string;
	options?: Readonly<Record<string, string>>;
	fields?: readonly string[];
	none?: string;
	otherwise?: string;
	grade?: { name: string; lowest: string; highest: string };
}

export interface InstrumentWords {
	title: string;
	scales: Readonly<Record<ScaleId, Readonly<Record<string, string>>>>;
	sections: Readonly<Record<SectionId, { name: string; hint?: string }>>;
	questions: Readonly<Record<QuestionId, QuestionWords>>;
}

const DUTCH: InstrumentWords = {
	title: INSTRUMENT.title,
	scales: {
		signal: labels(INSTRUMENT.scales.signal.options),
		protection: labels(INSTRUMENT.scales.protection.options)
	},
	sections: record(INSTRUMENT.sections, ({ nl, hint }) => ({ name: nl, ...(hint && { hint }) })),
	questions: record(
		INSTRUMENT.sections.flatMap((section) => section.questions),
		({ nl, answer }) => ({
			text: nl,
			...(answer?.options && { options: labels(answer.options) }),
			...(answer?.fields && { fields: answer.fields }),
			...(answer?.none && { none: answer.none }),
			...(answer?.otherwise && { otherwise: answer.otherwise }),
			...(answer?.grade && {
				grade: {
					name: answer.grade.nl,
					lowest: answer.grade.anchors['0'],
					highest: answer.grade.anchors['10']
				}
			})
		})
	)
};

/** All words of the instrument: Dutch straight from the file, English as a translation beside it. */
export function instrumentWords(locale: InstrumentLocale): InstrumentWords {
	return locale === 'nl' ? DUTCH : ENGLISH;
}

/** Looks up single words of the instrument; '' where the instrument has none. */
export interface InstrumentText {
	title: string;
	section(id: SectionId): string;
	hint(id: SectionId): string;
	question(id: QuestionId): string;
	choice(choice: ScaleChoice): string;
	/** The word of one option of a choice question, such as H31 'safe'. */
	option(id: QuestionId, option: string): string;
	options(id: QuestionId): { id: string; text: string }[];
	fields(id: QuestionId): readonly string[];
	none(id: QuestionId): string;
	otherwise(id: QuestionId): string;
	grade: { name: string; lowest: string; highest: string };
}

export function instrumentText(locale: InstrumentLocale): InstrumentText {
	const words = instrumentWords(locale);
	const of = (id: QuestionId) => words.questions[id];
	return {
		title: words.title,
		section: (id) => words.sections[id].name,
		hint: (id) => words.sections[id].hint ?? '',
		question: (id) => of(id).text,
		choice: (choice) => words.scales.signal[choice] ?? words.scales.protection[choice] ?? '',
		option: (id, option) => of(id).options?.[option] ?? '',
		options: (id) => Object.entries(of(id).options ?? {}).map(([id, text]) => ({ id, text })),
		fields: (id) => of(id).fields ?? [],
		none: (id) => of(id).none ?? '',
		otherwise: (id) => of(id).otherwise ?? '',
		grade: of('H31').grade ?? { name: '', lowest: '', highest: '' }
	};
}

function labels(options: { id: string; nl: string }[]): Record<string, string> {
	return Object.fromEntries(options.map(({ id, nl }) => [id, nl]));
}

function record<I extends string, T extends { id: I }, W>(
	items: T[],
	words: (item: T) => W
): Record<I, W> {
	return Object.fromEntries(items.map((item) => [item.id, words(item)])) as Record<I, W>;
}
