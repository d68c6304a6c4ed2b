import type { Repositories } from '../../store/repositories.ts';
import type { Actor } from '../../work.ts';
import { dayInTheNetherlands } from '../../days.ts';
import { knownItems } from '../../usecases/known-items.ts';
import type { LoadedView } from '../load-view.ts';
import { groundIn, type ItemContext } from './context.ts';
import { itemView } from './item-view.ts';

/** A case item for one viewer: participants, chair and deputy; for anyone else it does not exist. */
export async function loadItemView(
	store: Repositories,
	actor: Actor,
	itemId: string,
	now: Date
): Promise<LoadedView | null> {
	const context = await itemContext(store, actor.personId, itemId, now);
	if (!context) return null;
	return {
		parts: await itemView(context),
		reads: [
			{
				event: 'read-item',
				objectKind: 'item',
				objectId: itemId,
				caseId: context.caseId,
				ground: groundIn(context)
			}
		]
	};
}

/** What the parts of an item are made from; null when this person takes no part in it. */
export async function itemContext(
	store: Repositories,
	personId: string,
	itemId: string,
	now: Date
): Promise<ItemContext | null> {
	const item = await store.agenda.find(itemId);
	const meeting = item && (await store.tables.meeting(item.meetingId));
	const table = meeting && (await store.tables.find(meeting.tableId));
	const family = item?.caseId ? await store.cases.family(item.caseId) : null;
	if (!item?.caseId || !meeting || !table || !family) return null;
	const seats = await store.tables.seats(table.id);
	const participants = await store.agenda.participants(itemId);
	const running = seats.filter((seat) => seat.role !== 'member');
	const runs = running.some((seat) => seat.personId === personId);
	if (!runs && !participants.some((one) => one.personId === personId)) return null;
	const found = await store.people.findMany([
		...new Set([personId, ...[...running, ...participants].map((one) => one.personId)])
	]);
	const people = new Map(found.map((one) => [one.person.id, one]));
	const viewer = people.get(personId);
	if (!viewer) return null;
	const { known } = await knownItems(store, item.caseId, personId, runs);
	return {
		store,
		viewer,
		item,
		caseId: item.caseId,
		meeting,
		table,
		family,
		seats,
		participants,
		people,
		known,
		runs,
		now,
		today: dayInTheNetherlands(now)
	};
}
