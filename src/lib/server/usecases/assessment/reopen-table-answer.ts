import type { AnswerValue } from '#lib/domain/answer.ts';
import { isBlindSpot } from '#lib/domain/instrument.ts';
import type { QuestionOfItem } from '../../store/assessment.ts';
import type { Work } from '../../work.ts';

/**
 * The table chose between the answers it knew. When someone later says something new that differs from
 * its choice, the choice no longer stands: else a later "Ja, gezien" would be outvoted by an older "Nee".
 */
export async function reopenTableAnswer(
	work: Work,
	of: QuestionOfItem,
	before: AnswerValue | null,
	now: AnswerValue
): Promise<void> {
	const table = await work.store.assessment.tableAnswer(of);
	if (table && saysSomethingNew(before, now, table.value))
		await work.store.assessment.supersedeTableAnswer(table.id, work.now);
}

/** True for a known answer that is not what this person said before, and not what the table chose. */
export function saysSomethingNew(
	before: AnswerValue | null,
	now: AnswerValue,
	table: AnswerValue
): boolean {
	if (now.kind !== 'scale' || table.kind !== 'scale' || isBlindSpot(now.choice)) return false;
	if (before?.kind === 'scale' && before.choice === now.choice) return false;
	return now.choice !== table.choice;
}
