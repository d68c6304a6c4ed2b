import type { AnswerValue } from './answer.ts';
import type { Day } from './day.ts';
import {
	QUESTIONS,
	type Question,
	type QuestionId,
	type ScaleChoice,
	type SectionId
} from './instrument.ts';
import { outcome, type Outcome } from './outcome.ts';

export { outcome, type Outcome, type OutcomeState } from './outcome.ts';

/** What one person says to one question about one child or adult; earlier values are kept elsewhere. */
export interface StandingAnswer {
	questionId: QuestionId;
	/** A child, or the adult for section C and G30. */
	subjectId: string;
	personId: string;
	organisationId: string;
	value: AnswerValue;
	source: string | null;
	observedOn: Day | null;
	/** When it was given, ISO. */
	at: string;
}

/** What the table says where its members differ; recorded by the chair. */
export interface TableAnswer {
	questionId: QuestionId;
	subjectId: string;
	value: AnswerValue;
}

/** One question about one child or adult. */
export interface Cell {
	questionId: QuestionId;
	subjectId: string;
}

/** Whom a question (or a section's questions) is asked about: per adult for C and G30, else per child. */
export function subjectsFor(
	asked: QuestionId | SectionId,
	children: readonly string[],
	adults: readonly string[]
): string[] {
	const questions = QUESTIONS.filter(({ id, section }) => id === asked || section === asked);
	return [
		...(questions.some((each) => !each.perAdult) ? children : []),
		...(questions.some((each) => each.perAdult) ? adults : [])
	];
}

export interface SectionState {
	asked: number;
	answered: number;
	blindSpots: number;
	differences: number;
}

/** The sections that are answered question by question: all but the judgement. */
export type AnsweredSection = Exclude<SectionId, 'H'>;

export interface Completeness {
	sections: Record<AnsweredSection, SectionState>;
	/** Blank questions of A–E: each keeps the item from being concluded (rules 1 and 2). */
	missing: Cell[];
	/** No blanks, and there is a child and an adult to ask about: without them nothing was asked. */
	complete: boolean;
}

/** How far the assessment of these children and the adults who care for them has come. */
export function completeness(
	children: readonly string[],
	adults: readonly string[],
	answers: readonly StandingAnswer[],
	tableAnswers: readonly TableAnswer[]
): Completeness {
	const sections = { A: none(), B: none(), C: none(), D: none(), E: none(), F: none(), G: none() };
	const missing: Cell[] = [];
	for (const { cell, asked, result } of results(children, adults, answers, tableAnswers)) {
		if (asked.section === 'H') continue;
		const section = sections[asked.section];
		section.asked += 1;
		if (result.state !== 'blank') section.answered += 1;
		else if (asked.scale) missing.push(cell);
		if (result.state === 'blind-spot') section.blindSpots += 1;
		if (result.state === 'difference') section.differences += 1;
	}
	const complete = missing.length === 0 && children.length > 0 && adults.length > 0;
	return { sections, missing, complete };
}

/** What section F shows by itself: each question of A–E to which nobody knows the answer. */
export function blindSpots(
	children: readonly string[],
	adults: readonly string[],
	answers: readonly StandingAnswer[],
	tableAnswers: readonly TableAnswer[]
): Cell[] {
	return results(children, adults, answers, tableAnswers)
		.filter(({ result }) => result.state === 'blind-spot')
		.map(({ cell }) => cell);
}

/** What counts for each question of a scale section about one child or adult, in order. */
export function countsOf(
	section: SectionId,
	subjectId: string,
	answers: readonly StandingAnswer[],
	tableAnswers: readonly TableAnswer[]
): (ScaleChoice | null)[] {
	return results([subjectId], [subjectId], answers, tableAnswers)
		.filter(({ asked }) => asked.section === section && asked.scale)
		.map(({ result }) => result.counts);
}

/** "Rest: niet nagegaan": the answers to add for what this person has not answered in a section. */
export function restNotChecked(
	section: SectionId,
	subjects: readonly string[],
	ownAnswers: readonly Cell[]
): (Cell & { value: AnswerValue })[] {
	const own = new Set(ownAnswers.map(key));
	return QUESTIONS.filter((each) => each.section === section && each.scale)
		.flatMap(({ id, scale }) =>
			subjects.map((subjectId) => ({
				questionId: id,
				subjectId,
				value: {
					kind: 'scale' as const,
					choice: scale === 'signal' ? ('not-checked' as const) : ('unknown' as const)
				}
			}))
		)
		.filter((cell) => !own.has(key(cell)));
}

function results(
	children: readonly string[],
	adults: readonly string[],
	answers: readonly StandingAnswer[],
	tableAnswers: readonly TableAnswer[]
): { cell: Cell; asked: Question; result: Outcome }[] {
	const given = Map.groupBy(answers, key);
	const table = new Map(tableAnswers.map((each) => [key(each), each]));
	return QUESTIONS.flatMap((asked) =>
		subjectsFor(asked.id, children, adults).map((subjectId) => {
			const cell = { questionId: asked.id, subjectId };
			const own = given.get(key(cell)) ?? [];
			const chosen = table.get(key(cell)) ?? null;
			return { cell, asked, result: asked.scale ? outcome(own, chosen) : spoken(own) };
		})
	);
}

function spoken(answers: readonly StandingAnswer[]): Outcome {
	return { state: answers.length > 0 ? 'agreed' : 'blank', counts: null, differs: false };
}

function key({ questionId, subjectId }: Cell): string {
	return `${questionId} ${subjectId}`;
}

function none(): SectionState {
	return { asked: 0, answered: 0, blindSpots: 0, differences: 0 };
}
