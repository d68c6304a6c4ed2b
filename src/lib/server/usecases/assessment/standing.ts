import type { StandingAnswer as Said, TableAnswer as Chosen } from '#lib/domain/assessment.ts';
import { question } from '#lib/domain/instrument.ts';
import type { Answer, TableAnswer } from '../../store/assessment.ts';

/** Stored rows as the rules know them; a row of a question that does not exist counts for nothing. */
export function said(rows: readonly Answer[]): Said[] {
	return rows.flatMap((row) => {
		const asked = question(row.questionId);
		return asked ? [{ ...row, questionId: asked.id, at: row.createdAt.toISOString() }] : [];
	});
}

export function chosen(rows: readonly TableAnswer[]): Chosen[] {
	return rows.flatMap(({ questionId, subjectId, value }) => {
		const asked = question(questionId);
		return asked ? [{ questionId: asked.id, subjectId, value }] : [];
	});
}
