import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownRecord } from '../known-items.ts';

/** An appointment that was not kept (R31). */
export const recordMissed: UseCase<CheckedInput<'missed.record'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { itemId, on, withWhom, reason } = input;
	if (on > work.today) return fail('date-in-future');
	await work.store.referrals.addMissed({
		id: work.id(),
		caseId: at.value.caseId,
		itemId,
		missedOn: on,
		...{ withWhom, reason },
		createdBy: work.actor.personId,
		createdAt: work.now
	});
	await told(work, at.value, 'missed.record');
	return ok();
};

/** It was kept after all: only who recorded it takes it back. */
export const takeBackMissed: UseCase<CheckedInput<'missed.take-back'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const all = await work.store.referrals.missed(at.value.caseId);
	const missed = await knownRecord(
		work,
		at.value,
		all.find(({ id }) => id === input.missedId)
	);
	if (!missed) return fail('not-found');
	if (missed.createdBy !== work.actor.personId) return fail('not-yours');
	await work.store.referrals.takeBackMissed(missed.id, work.now);
	await told(work, at.value, 'missed.take-back');
	return ok();
};
