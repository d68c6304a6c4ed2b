import { checkJointJudgement } from '#lib/domain/judgement.ts';
import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { changed } from '../assessment/open-case-item.ts';
import { refreshDecisions } from '../decisions/refresh-decisions.ts';
import { aboutChild } from './about-child.ts';

/** The joint judgement of one child with its motivation, recorded by the chair after the reveal. */
export async function decideJointly(
	work: Work,
	input: CheckedInput<'judgement.decide-jointly'>
): Promise<Result<{ revision: number }>> {
	const { itemId, childId, expected, ...judgement } = input;
	const about = await aboutChild(work, input);
	if (!about.ok) return about;
	const { at, revealed } = about.value;
	if (!at.runs) return fail('chair-only');
	if (!revealed) return fail('not-revealed');
	const checked = checkJointJudgement(judgement);
	if (!checked.ok) return checked;

	const joint = await work.store.judgements.joint(itemId);
	const standing = joint.find((each) => each.childId === childId);
	const revision = standing?.revision ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	if (standing) await work.store.judgements.supersedeJoint(standing.id, work.now);
	await work.store.judgements.addJoint({
		id: work.id(),
		itemId,
		childId,
		...judgement,
		recordedBy: work.actor.personId,
		revision: revision + 1,
		createdAt: work.now
	});
	await refreshDecisions(work, itemId);
	await changed(work, at, 'judgement.decide-jointly');
	work.touch(`meeting:${at.meeting.id}`);
	return ok({ revision: revision + 1 });
}
