import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownToActor } from '../known-items.ts';

/** The day on which the table looks at the case again; it takes the place of the one before (CL9). */
export const planReview: UseCase<CheckedInput<'review.plan'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	if (input.on < work.today) return fail('date-in-past');
	await dropStanding(work, at.value);
	await work.store.closing.addReview({
		id: work.id(),
		caseId: at.value.caseId,
		itemId: input.itemId,
		on: input.on,
		about: input.about,
		recordedBy: work.actor.personId,
		recordedAt: work.now
	});
	await told(work, at.value, 'review.plan');
	return ok();
};

export const dropReview: UseCase<CheckedInput<'review.drop'>> = async (work, { itemId }) => {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	await dropStanding(work, at.value);
	await told(work, at.value, 'review.drop');
	return ok();
};

/** Only what the actor may know: one agreed later, without him or her, stays. */
async function dropStanding(work: Work, at: OpenCaseItem): Promise<void> {
	const { known } = await knownToActor(work, at.caseId);
	for (const { id, itemId } of await work.store.closing.reviews(at.caseId))
		if (known.has(itemId)) await work.store.closing.dropReview(id, work.now);
}
