import { moved } from '#lib/domain/agenda.ts';
import { ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { changed, runningItem } from '../running-item.ts';

/** The chair moves an item one place up or down; the two places are exchanged. */
export const moveItem: UseCase<CheckedInput<'item.move'>> = async (work, { itemId, by }) => {
	const at = await runningItem(work, itemId);
	if (!at.ok) return at;
	const items = await work.store.agenda.ofMeeting(at.value.meeting.id);
	const places = items.map((item) => item.position);
	const order = moved(
		items.map((item) => item.id),
		itemId,
		by
	);
	for (const [index, id] of order.entries()) {
		const position = places[index];
		if (position !== undefined && items[index]?.id !== id)
			await work.store.agenda.place(id, position);
	}
	await changed(work, at.value, 'move-item');
	return ok();
};
