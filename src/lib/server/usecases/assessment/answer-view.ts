import type { AnswerView } from '#lib/protocol/views.ts';
import type { Answer } from '../../store/assessment.ts';

/** One answer as everyone at the item sees it. */
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
