import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';

/** Why is shared while not everyone consented: once per item, by whom and when (GC11). */
export const justifySharing: UseCase<CheckedInput<'sharing.justify'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { caseId } = at.value;
	const { itemId, why, lessWouldDo, otherWay, informed, notInformedBecause, expected } = input;
	const reasons = await work.store.grounds.reasons(caseId);
	const revision = reasons.find((one) => one.itemId === itemId)?.revision ?? 0;
	if (revision !== expected) return fail('stale', { revision });
	if (!informed && notInformedBecause === '') return fail('not-informed-why');
	await work.store.grounds.setReason({
		...{ itemId, caseId, why, lessWouldDo, otherWay, informed },
		notInformedBecause: informed ? '' : notInformedBecause,
		recordedBy: work.actor.personId,
		recordedAt: work.now,
		revision: revision + 1
	});
	await told(work, at.value, 'sharing.justify');
	return ok();
};
