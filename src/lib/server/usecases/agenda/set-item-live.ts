import { setLive } from '#lib/domain/agenda.ts';
import { ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { changed, runningItem } from '../running-item.ts';
import { takeBack } from './take-back.ts';

/** The chair brings an item to the table; the one that was live keeps the time it took. */
export const setItemLive: UseCase<CheckedInput<'item.set-live'>> = async (work, { itemId }) => {
	const at = await runningItem(work, itemId);
	if (!at.ok) return at;
	const items = await work.store.agenda.ofMeeting(at.value.meeting.id);
	const progress = setLive(at.value.meeting.status, items, itemId, work.now);
	if (!progress.ok) return progress;
	const taken = await takeBack(work, at.value.item);
	if (!taken.ok) return taken;
	for (const { id, ...values } of progress.value) {
		await work.store.agenda.change(id, { ...values, concludedAt: null });
		if (values.status !== 'live') await work.store.agenda.everyoneLeaves(id, work.now);
		work.touch(`item:${id}`);
	}
	await work.store.agenda.changeParticipant(itemId, work.actor.personId, {
		attendedAt: work.now,
		admittedAt: work.now,
		leftAt: null
	});
	await changed(work, at.value, 'set-item-live');
	return ok();
};
