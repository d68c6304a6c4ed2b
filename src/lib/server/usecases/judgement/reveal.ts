import { mayReveal } from '#lib/domain/judgement.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { changed } from '../assessment/open-case-item.ts';
import { aboutChild } from './about-child.ts';

/** The chair makes the judgements about a child visible to all at once; from then they are fixed. */
export async function revealJudgements(
	work: Work,
	input: CheckedInput<'judgement.reveal'>
): Promise<Result> {
	const about = await aboutChild(work, input);
	if (!about.ok) return about;
	const { at, revealed } = about.value;
	if (!at.runs) return fail('chair-only');
	if (revealed) return ok();
	const submittedBy = (await work.store.judgements.ofItem(input.itemId))
		.filter((each) => each.childId === input.childId)
		.map((each) => each.personId);
	const live = at.item.status === 'live';
	if (!mayReveal({ submittedBy, present: [], byChair: true, live }))
		return fail('nothing-to-reveal');
	await work.store.judgements.reveal({
		itemId: input.itemId,
		childId: input.childId,
		revealedAt: work.now,
		revealedBy: work.actor.personId
	});
	await changed(work, at, 'judgement.reveal');
	return ok();
}
