import type { AssessmentPart } from '#lib/protocol/views.ts';
import { answerView } from '../../usecases/assessment/answer-view.ts';
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
