import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atItem } from '../at-item.ts';
import { changed, runningItem } from '../running-item.ts';

/** Presenter or chair rewords the item; a stale revision is refused, nobody's words are overwritten. */
export const changeItem: UseCase<CheckedInput<'item.change'>> = async (work, input) => {
	const at = await atItem(work, input.itemId);
	if (!at.ok) return at;
	const { item, meeting, runs } = at.value;
	if (!runs && item.presenterId !== work.actor.personId) return fail('presenter-only');
	if (meeting.status === 'closed') return fail('meeting-closed');
	if (item.status === 'done') return fail('item-concluded');
	if (item.revision !== input.expected) return fail('stale', { revision: item.revision });
	if (item.kind === 'case' && (input.reason === '' || input.news === ''))
		return fail('reason-required');
	if (item.kind === 'general' && input.title === '') return fail('title-required');
	const { title, reason, news } = input;
	// How long an item gets is the chair's.
	const minutes = runs ? input.minutes : item.minutes;
	await work.store.agenda.change(
		item.id,
		item.kind === 'case' ? { reason, news, minutes } : { title, minutes }
	);
	await changed(work, at.value, 'change-item');
	return ok();
};

/** The chair gives an item more or less time. */
export const setMinutes: UseCase<CheckedInput<'item.set-minutes'>> = async (work, input) => {
	const at = await runningItem(work, input.itemId);
	if (!at.ok) return at;
	await work.store.agenda.change(input.itemId, { minutes: input.minutes });
	await changed(work, at.value, 'change-item');
	return ok();
};
