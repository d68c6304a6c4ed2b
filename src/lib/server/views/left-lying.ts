import { dayInTheNetherlands } from '../days.ts';
import type { AgendaItem } from '../store/agenda.ts';
import type { Repositories } from '../store/repositories.ts';
import type { Table } from '../store/tables.ts';
import type { AccessEntry, Actor } from '../work.ts';

/** An item that was carried over and is on no agenda. */
export interface WaitingItem {
	itemId: string;
	/** Null: a general item, by its title. */
	code: string | null;
	title: string;
	tableId: string;
	tableName: string;
	/** The day of the meeting that did not get to it. */
	since: string;
}

/** What waits for a next meeting at the tables that the actor runs (VD2); for nobody else. */
export async function leftLying(
	store: Repositories,
	actor: Actor
): Promise<{ value: WaitingItem[]; reads: AccessEntry[] }> {
	const run = (await store.tables.ofPerson(actor.personId)).filter(
		({ seat }) => seat.role !== 'member'
	);
	const value: WaitingItem[] = [];
	const reads: AccessEntry[] = [];
	for (const { table, seat } of run)
		for (const item of await store.agenda.waitingAt(table.id)) {
			const line = await waitingItem(store, table, item);
			if (!line) continue;
			value.push(line);
			reads.push({
				event: 'read-list',
				objectKind: 'item',
				objectId: item.id,
				caseId: item.caseId,
				ground: seat.role
			});
		}
	return { value, reads };
}

async function waitingItem(
	store: Repositories,
	table: Table,
	item: AgendaItem
): Promise<WaitingItem | null> {
	const [found] = item.caseId ? await store.cases.findMany([item.caseId]) : [];
	if (item.caseId && (!found || found.closedAt || (await isOnAnAgenda(store, item.caseId))))
		return null;
	const meeting = await store.tables.meeting(item.meetingId);
	return {
		itemId: item.id,
		code: found?.code ?? null,
		title: item.title,
		tableId: table.id,
		tableName: table.name,
		since: meeting ? dayInTheNetherlands(meeting.startsAt) : ''
	};
}

/** The case was brought anew since. */
async function isOnAnAgenda(store: Repositories, caseId: string): Promise<boolean> {
	const items = await store.agenda.ofCase(caseId);
	return items.some(({ status }) => status === 'planned' || status === 'live');
}
