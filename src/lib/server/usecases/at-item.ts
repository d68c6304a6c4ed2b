import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { AgendaItem, ItemParticipant } from '../store/agenda.ts';
import type { Meeting, Seat, Table } from '../store/tables.ts';
import type { Work } from '../work.ts';

/** An item with what decides who may do what there. */
export interface AtItem {
	item: AgendaItem;
	meeting: Meeting;
	table: Table;
	seat: Seat | null;
	participant: ItemParticipant | null;
	/** Chair or deputy of the table. */
	runs: boolean;
}

/**
 * Finds an item for its actor. Absent and forbidden answer alike (`not-found`): whoever takes no part
 * can't even learn that it exists. A refusal is on the access log.
 */
export async function atItem(work: Work, itemId: string): Promise<Result<AtItem, 'not-found'>> {
	const found = await look(work, itemId);
	work.about({ objectKind: 'item', objectId: itemId, caseId: found?.item.caseId ?? null });
	return found && mayOpen(found) ? ok(found) : fail('not-found');
}

/** The same, for a case item only, with its case. */
export async function atCaseItem(
	work: Work,
	itemId: string
): Promise<Result<AtItem & { caseId: string }, 'not-found'>> {
	const found = await atItem(work, itemId);
	if (!found.ok) return found;
	const { caseId } = found.value.item;
	return caseId ? ok({ ...found.value, caseId }) : fail('not-found');
}

/** The ground on which the actor is here, for the access log. */
export function groundOf(at: AtItem): string {
	return at.runs ? (at.seat?.role ?? 'chair') : at.participant ? 'participant' : 'member';
}

function mayOpen(at: AtItem): boolean {
	if (at.runs) return true;
	return at.item.kind === 'case' ? at.participant !== null : at.seat !== null;
}

async function look(work: Work, itemId: string): Promise<AtItem | null> {
	const { store, actor } = work;
	const item = await store.agenda.find(itemId);
	const meeting = item && (await store.tables.meeting(item.meetingId));
	const table = meeting && (await store.tables.find(meeting.tableId));
	if (!item || !meeting || !table) return null;
	const seat = await store.tables.seat(table.id, actor.personId);
	const runs = seat?.role === 'chair' || seat?.role === 'deputy';
	const participant = await store.agenda.participant(itemId, actor.personId);
	return { item, meeting, table, seat, participant, runs };
}
