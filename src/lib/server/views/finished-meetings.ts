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
	const finished = new Map<string, boolean>();
	for (const { id, status } of meetings) {
		if (status !== 'closed') continue;
		const items = (await store.agenda.ofMeeting(id)).map((item) => item.id);
		const statusOf: Record<string, ActionStatus> = {};
		for (const action of await store.actions.ofItems(items)) statusOf[action.id] = action.status;
		finished.set(id, isFinished(true, await ledgerOf(store, items), statusOf));
	}
	return finished;
}
