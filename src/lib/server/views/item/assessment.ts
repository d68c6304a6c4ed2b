import type { AnswerView, AssessmentPart } from '#lib/protocol/views.ts';
import type { Answer } from '../../store/assessment.ts';
import type { ItemContext } from './context.ts';

/** Everyone's standing answers, and what the table chose where they differ. */
export async function assessmentPart({ store, item }: ItemContext): Promise<AssessmentPart> {
	const answers = await store.assessment.standing(item.id);
	const table = await store.assessment.tableAnswers(item.id);
	return {
		answers: answers.map(answerView),
		tableAnswers: table.map(
			({ subjectId, questionId, value, recordedBy, revision, createdAt }) => ({
				subjectId,
				questionId,
				value,
				recordedBy,
				revision,
				at: createdAt.toISOString()
			})
		)
	};
}

export function answerView(row: Answer): AnswerView {
	return {
		subjectId: row.subjectId,
		questionId: row.questionId,
		personId: row.personId,
		organisationId: row.organisationId,
		enteredBy: row.enteredBy,
		value: row.value,
		source: row.source,
		observedOn: row.observedOn,
		revision: row.revision,
		at: row.createdAt.toISOString()
	};
}
