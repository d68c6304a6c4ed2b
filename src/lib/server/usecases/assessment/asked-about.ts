import { subjectsFor } from '#lib/domain/assessment.ts';
import { type Question, question } from '#lib/domain/instrument.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { OpenCaseItem } from './open-case-item.ts';

/**
 * The question, if it exists and is asked about this child or adult of this case: an id of another
 * family, or a child where the question is about an adult, is `unknown-subject`.
 */
export function askedAbout(
	at: OpenCaseItem,
	questionId: string,
	subjectId: string
): Result<Question, 'unknown-question' | 'unknown-subject'> {
	const asked = question(questionId);
	if (!asked || asked.section === 'H') return fail('unknown-question');
	const subjects = subjectsFor(asked.id, at.childIds, at.adultIds);
	return subjects.includes(subjectId) ? ok(asked) : fail('unknown-subject');
}
