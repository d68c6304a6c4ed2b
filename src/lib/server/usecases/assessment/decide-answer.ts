import { outcome } from '#lib/domain/assessment.ts';
import { isBlindSpot, SCALES } from '#lib/domain/instrument.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { askedAbout } from './asked-about.ts';
import { changed, openCaseItem } from './open-case-item.ts';

/**
 * The table's answer where people differ, recorded by the chair. It is one of the answers that say
 * something: "Niet nagegaan" never takes the place of what someone knows. The answers themselves stay.
 */
export async function decideAnswer(
	work: Work,
	input: CheckedInput<'answer.decide'>
): Promise<Result<{ revision: number }>> {
	const { itemId, subjectId, questionId, value } = input;
	const found = await openCaseItem(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	if (!at.runs) return fail('chair-only');
	const asked = askedAbout(at, questionId, subjectId);
	if (!asked.ok) return asked;
	const { scale } = asked.value;
	if (!scale || value.kind !== 'scale' || !SCALES[scale].choices.includes(value.choice))
		return fail('wrong-answer-kind');
	if (isBlindSpot(value.choice)) return fail('known-answer-stands');

	const of = { itemId, subjectId, questionId };
	const answers = (await work.store.assessment.standing(itemId)).filter(
		(each) => each.subjectId === subjectId && each.questionId === questionId
	);
	const standing = await work.store.assessment.tableAnswer(of);
	// Without a difference there is no choice to make, and no answer without a source to invent.
	if (!standing && !outcome(answers, null).differs) return fail('no-difference');
	const revision = await work.store.assessment.lastTableRevision(of);
	if ((standing ? revision : 0) !== input.expected)
		return fail('stale', { revision: standing ? revision : 0 });
	if (standing) await work.store.assessment.supersedeTableAnswer(standing.id, work.now);
	await work.store.assessment.addTableAnswer({
		id: work.id(),
		...of,
		value,
		recordedBy: work.actor.personId,
		revision: revision + 1,
		createdAt: work.now
	});
	await changed(work, at, 'answer.decide');
	return ok({ revision: revision + 1 });
}
