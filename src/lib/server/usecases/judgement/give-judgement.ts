import { checkJudgement, mayJudge } from '#lib/domain/judgement.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import { changed } from '../assessment/open-case-item.ts';
import { firstWord } from '../meeting/first-word.ts';
import type { Work } from '../../work.ts';
import { aboutChild } from './about-child.ts';
import { revealWhenAllGave } from './reveal-when-all-gave.ts';

/**
 * One's own judgement of one child, given alone and changed at will until the reveal. When this was
 * the last one of those present, all become visible.
 */
export async function giveJudgement(
	work: Work,
	input: CheckedInput<'judgement.give'>
): Promise<Result<{ revision: number }>> {
	const { itemId, childId, expected, ...judgement } = input;
	const about = await aboutChild(work, input);
	if (!about.ok) return about;
	const { at, revealed } = about.value;
	if (!at.participant) return fail('not-a-participant');
	const open = mayJudge(revealed);
	if (!open.ok) return open;
	const checked = checkJudgement(judgement);
	if (!checked.ok) return checked;

	const { personId, organisationId } = work.actor;
	const own = (await work.store.judgements.ofItem(itemId)).find(
		(each) => each.childId === childId && each.personId === personId
	);
	const revision = own?.revision ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	await firstWord(work, at, personId);
	await work.store.judgements.put({
		itemId,
		childId,
		personId,
		organisationId,
		...judgement,
		revision: revision + 1,
		submittedAt: work.now
	});
	await revealWhenAllGave(work, at.item, [childId]);
	await changed(work, at, 'judgement.give');
	return ok({ revision: revision + 1 });
}
