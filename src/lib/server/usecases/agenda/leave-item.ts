import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atItem } from '../at-item.ts';
import { changed } from '../running-item.ts';

/** Leaves the conversation; what one may read and answer stays. */
export const leaveItem: UseCase<CheckedInput<'item.leave'>> = async (work, { itemId }) => {
	const at = await atItem(work, itemId);
	if (!at.ok) return at;
	if (!at.value.participant) return fail('not-found');
	await work.store.agenda.changeParticipant(itemId, work.actor.personId, { leftAt: work.now });
	await changed(work, at.value, 'leave-item');
	return ok();
};
