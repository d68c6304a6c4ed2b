import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownToActor } from '../known-items.ts';

/** Something changed in the family, so that the assessment may no longer fit (CL10). */
export const recordChange: UseCase<CheckedInput<'family-change.record'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	if (input.on > work.today) return fail('date-in-future');
	const { itemId, kind, on, what } = input;
	if (kind === 'other' && !what) return fail('say-what-changed');
	await work.store.closing.addChange({
		id: work.id(),
		caseId: at.value.caseId,
		...{ itemId, kind, on, what },
		recordedBy: work.actor.personId,
		recordedAt: work.now
	});
	await told(work, at.value, 'family-change.record');
	return ok();
};

/** Someone says why the change asks for no new assessment. */
export const changeNeedsNothing: UseCase<CheckedInput<'family-change.not-needed'>> = async (
	work,
	input
) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { known } = await knownToActor(work, at.value.caseId);
	const change = (await work.store.closing.changes(at.value.caseId)).find(
		({ id, itemId }) => id === input.changeId && known.has(itemId)
	);
	if (!change) return fail('not-found');
	if (change.notNeeded !== null) return fail('already-answered');
	await work.store.closing.setChange(change.id, {
		notNeeded: input.because,
		notNeededBy: work.actor.personId,
		notNeededAt: work.now
	});
	await told(work, at.value, 'family-change.not-needed');
	return ok();
};
