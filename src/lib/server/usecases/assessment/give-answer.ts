import { checkAnswer } from '#lib/domain/answer.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { firstWord } from '../meeting/first-word.ts';
import { askedAbout } from './asked-about.ts';
import { changed, openCaseItem } from './open-case-item.ts';
import { reopenTableAnswer } from './reopen-table-answer.ts';
import { whoSays } from './who-says.ts';

/**
 * Gives or changes one standing answer: one's own, or "namens" a participant without a screen. The
 * earlier value is kept. `stale` when that person's answer is not the one the sender saw.
 */
export async function giveAnswer(
	work: Work,
	input: CheckedInput<'answer.give'>
): Promise<Result<{ revision: number }>> {
	const { itemId, subjectId, questionId, value } = input;
	const found = await openCaseItem(work, itemId);
	if (!found.ok) return found;
	const at = found.value;
	const asked = askedAbout(at, questionId, subjectId);
	if (!asked.ok) return asked;
	const speaker = await whoSays(work, at, input.personId);
	if (!speaker.ok) return speaker;
	const { personId, organisationId } = speaker.value;
	const source = input.source ?? null;
	const observedOn = input.observedOn ?? null;
	const checked = checkAnswer(questionId, value, source, observedOn, work.today);
	if (!checked.ok) return checked;

	const of = { itemId, subjectId, questionId };
	const standing = await work.store.assessment.standingOf(of, personId);
	const revision = standing?.revision ?? 0;
	if (revision !== input.expected) return fail('stale', { revision });
	await firstWord(work, at, personId);
	if (standing) await work.store.assessment.supersede(standing.id, work.now);
	await work.store.assessment.add({
		id: work.id(),
		...of,
		personId,
		organisationId,
		enteredBy: work.actor.personId,
		value,
		source,
		observedOn,
		revision: revision + 1,
		createdAt: work.now
	});
	await reopenTableAnswer(work, of, standing?.value ?? null, value);
	const onBehalf = personId === work.actor.personId ? undefined : personId;
	await changed(work, at, 'answer.give', onBehalf);
	return ok({ revision: revision + 1 });
}
