import {
	outcome,
	type Cell,
	type Outcome,
	type StandingAnswer,
	type TableAnswer
} from '#lib/domain/assessment.ts';
import { question } from '#lib/domain/instrument.ts';
import type { AnswerView, AssessmentPart, TableAnswerView } from '#lib/protocol/views.ts';

/** One question about one child or adult, as it stands for who looks at it. */
export interface QuestionState {
	/** The answer of the person one speaks for: oneself, or "namens" someone else. */
	mine: AnswerView | null;
	others: AnswerView[];
	table: TableAnswerView | null;
	outcome: Outcome;
	/** Someone changed an answer given before. */
	changed: boolean;
}

export function questionState(
	part: AssessmentPart,
	speakerId: string,
	{ questionId, subjectId }: Cell
): QuestionState {
	const about = (each: { questionId: string; subjectId: string }) =>
		each.questionId === questionId && each.subjectId === subjectId;
	// By person and not by time: a changed answer keeps its place on the screen.
	const answers = part.answers
		.filter(about)
		.toSorted((a, b) => a.personId.localeCompare(b.personId));
	const table = part.tableAnswers.find(about) ?? null;
	return {
		mine: answers.find((each) => each.personId === speakerId) ?? null,
		others: answers.filter((each) => each.personId !== speakerId),
		table,
		outcome: outcome(answers, table),
		changed: answers.some((each) => each.revision > 1)
	};
}

/** The answers as the rules know them. */
export function standingOf(part: AssessmentPart): StandingAnswer[] {
	return part.answers.flatMap((each) => {
		const asked = question(each.questionId);
		return asked ? [{ ...each, questionId: asked.id }] : [];
	});
}

export function tableAnswersOf(part: AssessmentPart): TableAnswer[] {
	return part.tableAnswers.flatMap(({ questionId, subjectId, value }) => {
		const asked = question(questionId);
		return asked ? [{ questionId: asked.id, subjectId, value }] : [];
	});
}

/**
 * What to fill in as source and date of a new answer: those of the answer it replaces, else the last
 * source this person named in the same section about the same child or adult, so that five answers from
 * one talk are five taps. Never one from elsewhere: a source that does not belong is worse than none.
 */
export function sourceToFillIn(
	part: AssessmentPart,
	speakerId: string,
	cell: { questionId: string; subjectId: string },
	replaced: AnswerView | null,
	today: string
): { source: string; observedOn: string } {
	if (replaced?.source)
		return { source: replaced.source, observedOn: replaced.observedOn ?? today };
	const last = part.answers
		.filter(
			(each) =>
				each.personId === speakerId &&
				each.source &&
				each.subjectId === cell.subjectId &&
				each.questionId[0] === cell.questionId[0]
		)
		.toSorted((a, b) => b.at.localeCompare(a.at))[0];
	return last?.source
		? { source: last.source, observedOn: last.observedOn ?? today }
		: { source: '', observedOn: today };
}
