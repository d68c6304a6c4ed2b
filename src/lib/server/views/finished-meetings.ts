import type { ActionStatus } from '#lib/domain/action.ts';
import { isFinished } from '#lib/domain/ledger.ts';
import type { Meeting } from '../store/tables.ts';
import type { Repositories } from '../store/repositories.ts';
import { ledgerOf } from './item/ledger.ts';

/**
 * Of closed meetings: whether each action has reached its owner. For who runs the table alone, as it tells of
 * all items.
 */
export async function finishedMeetings(
	store: Repositories,
	meetings: readonly Pick<Meeting, 'id' | 'status'>[]
): Promise<Map<string, boolean>> {
	const closed = meetings.filter(({ status }) => status === 'closed');
	const items = (await Promise.all(closed.map(({ id }) => store.agenda.ofMeeting(id)))).flat();
	const itemIds = items.map((item) => item.id);
	const statusOf: Record<string, ActionStatus> = {};
	for (const { id, status } of await store.actions.ofItems(itemIds)) statusOf[id] = status;
	const lines = Map.groupBy(await ledgerOf(store, itemIds), ({ itemId }) => itemId);
	return new Map(
		closed.map(({ id }) => {
			const own = items.filter((item) => item.meetingId === id);
			const told = own.flatMap((item) => lines.get(item.id) ?? []);
			return [id, isFinished(true, told, statusOf)];
		})
	);
}
