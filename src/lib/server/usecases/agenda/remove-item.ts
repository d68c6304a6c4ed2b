import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atItem } from '../at-item.ts';
import { changed } from '../running-item.ts';
import { hasContent } from './has-content.ts';

/** Takes an item off the agenda while nothing hangs on it yet; after that it can only be carried over. */
export const removeItem: UseCase<CheckedInput<'item.remove'>> = async (work, { itemId }) => {
	const at = await atItem(work, itemId);
	if (!at.ok) return at;
	const { item, meeting, runs } = at.value;
	if (!runs && item.presenterId !== work.actor.personId) return fail('presenter-only');
	if (meeting.status === 'closed') return fail('meeting-closed');
	if (item.status !== 'planned' || item.spentSeconds > 0) return fail('wrong-status');
	if (await hasContent(work, itemId)) return fail('item-has-content');
	await changed(work, at.value, 'remove-item');
	await work.store.agenda.remove(itemId);
	return ok();
};
