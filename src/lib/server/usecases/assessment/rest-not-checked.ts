import { restNotChecked, subjectsFor } from '#lib/domain/assessment.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { firstWord } from '../meeting/first-word.ts';
import { changed, openCaseItem } from './open-case-item.ts';
import { said } from './standing.ts';

/** "Rest: niet nagegaan": one's own blanks of a section, about these children or adults, in one tap. */
export async function answerRestNotChecked(
	work: Work,
	{ itemId, sectionId, subjectIds }: CheckedInput<'answer.rest-not-checked'>
): Promise<Result<{ answered: number }>> {
	const found = await openCaseItem(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	const possible = subjectsFor(sectionId, at.childIds, at.adultIds);
	const subjects = [...new Set(subjectIds)];
	if (subjects.some((id) => !possible.includes(id))) return fail('unknown-subject');

	const { personId, organisationId } = work.actor;
	const standing = await work.store.assessment.standing(itemId);
	const own = said(standing.filter((each) => each.personId === personId));
	const rest = restNotChecked(sectionId, subjects, own);
	if (rest.length > 0) await firstWord(work, at, personId);
	for (const { questionId, subjectId, value } of rest)
		await work.store.assessment.add({
			id: work.id(),
			itemId,
			subjectId,
			questionId,
			personId,
			organisationId,
			enteredBy: personId,
			value,
			source: null,
			observedOn: null,
			revision: 1,
			createdAt: work.now
		});
	await changed(work, at, 'answer.rest-not-checked');
	return ok({ answered: rest.length });
}
