import { type Result, ok } from '#lib/domain/result.ts';
import type { AnswerView } from '#lib/protocol/views.ts';
import type { QuestionOfItem } from '../../store/assessment.ts';
import type { Work } from '../../work.ts';
import { groundOf } from '../at-item.ts';
import { answerView } from './answer-view.ts';
import { askedAbout } from './asked-about.ts';
import { caseItem } from './open-case-item.ts';

/** Every value ever given to a question about one child or adult, oldest first. Reading it is logged. */
export async function answerHistory(work: Work, of: QuestionOfItem): Promise<Result<AnswerView[]>> {
	const found = await caseItem(work, of.itemId);
	if (!found.ok) return found;
	const asked = askedAbout(found.value, of.questionId, of.subjectId);
	if (!asked.ok) return asked;
	await work.log({
		event: 'answer:history',
		objectKind: 'item',
		objectId: of.itemId,
		caseId: found.value.caseId,
		ground: groundOf(found.value)
	});
	return ok((await work.store.assessment.history(of)).map(answerView));
}
