import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atItem } from '../at-item.ts';
import { revealWhenAllGave } from '../judgement/reveal-when-all-gave.ts';
import { changed } from '../running-item.ts';

/** Leaves the conversation; what one may read and answer stays. */
export const leaveItem: UseCase<CheckedInput<'item.leave'>> = async (work, { itemId }) => {
	const at = await atItem(work, itemId);
	if (!at.ok) return at;
	if (!at.value.participant) return fail('not-found');
	await work.store.agenda.changeParticipant(itemId, work.actor.personId, { leftAt: work.now });
	const { item } = at.value;
	const family = item.caseId ? await work.store.cases.family(item.caseId) : null;
	// The last one without a judgement may be the one who leaves.
	await revealWhenAllGave(work, item, family?.children.map((child) => child.id) ?? []);
	await changed(work, at.value, 'leave-item');
	return ok();
};
