import { questionState } from '#lib/client/answers.ts';
import type { AnswerValue } from '#lib/domain/answer.ts';
import type { Cell } from '#lib/domain/assessment.ts';
import type { Result } from '#lib/domain/result.ts';
import type { AtItem } from './at-item.ts';

/** Gives an answer as seen on this screen; refused as `stale` when it has changed meanwhile. */
export function give(
	item: AtItem,
	cell: Cell,
	speakerId: string,
	value: AnswerValue,
	said: { source?: string; observedOn?: string } = {}
): Promise<Result<unknown>> {
	const { head, assessment } = item.view;
	const { mine } = questionState(assessment, speakerId, cell);
	return item.send('answer.give', {
		itemId: head.id,
		subjectId: cell.subjectId,
		questionId: cell.questionId,
		value,
		...said,
		expected: mine?.revision ?? 0,
		...(speakerId !== head.me.id && { personId: speakerId })
	});
}
