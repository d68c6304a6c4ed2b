import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { changed } from '../assessment/open-case-item.ts';
import { refreshDecisions } from '../decisions/refresh-decisions.ts';
import { aboutChild } from './about-child.ts';

/** H35: one's own judgement that differs from the joint one, in one's own words; nobody else's to give. */
export async function recordDissent(
	work: Work,
	input: CheckedInput<'dissent.record'>
): Promise<Result> {
	const { itemId, childId, reason } = input;
	const about = await aboutChild(work, input);
	if (!about.ok) return about;
	const { at } = about.value;
	if (!at.participant) return fail('not-a-participant');
	const joint = await work.store.judgements.joint(itemId);
	if (!joint.some((each) => each.childId === childId)) return fail('no-joint-judgement');
	await work.store.judgements.putDissent({
		itemId,
		childId,
		personId: work.actor.personId,
		reason,
		createdAt: work.now
	});
	await refreshDecisions(work, itemId);
	await changed(work, at, 'dissent.record');
	return ok();
}

/** Its holder comes round to the joint judgement. */
export async function withdrawDissent(
	work: Work,
	input: CheckedInput<'dissent.withdraw'>
): Promise<Result> {
	const { itemId, childId } = input;
	const about = await aboutChild(work, input);
	if (!about.ok) return about;
	const { at } = about.value;
	if (!at.participant) return fail('not-a-participant');
	await work.store.judgements.withdrawDissent(itemId, childId, work.actor.personId, work.now);
	await refreshDecisions(work, itemId);
	await changed(work, at, 'dissent.withdraw');
	return ok();
}
