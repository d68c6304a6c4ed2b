import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CaseMove } from '../../store/moving.ts';
import type { Work } from '../../work.ts';
import { type AtItem } from '../at-item.ts';
import { atTable } from '../at-meeting.ts';

/** Who may move a case, and confirm the giving or taking: who runs the table, and who presents the item. */
export function handles({ runs, item }: Pick<AtItem, 'runs' | 'item'>, personId: string): boolean {
	return runs || item.presenterId === personId;
}

/** A move that waits, for who runs the table it goes to; for anyone else it is not there (MV7). */
export async function arrivedMove(
	work: Work,
	moveId: string
): Promise<Result<{ move: CaseMove; ground: string }, 'not-found'>> {
	const move = await work.store.moving.find(moveId);
	const at = move && (await atTable(work, move.toTableId));
	work.about({ objectKind: 'move', objectId: moveId, caseId: move?.fromCaseId ?? null });
	if (!at?.ok || !at.value.runs || move?.status !== 'waiting') return fail('not-found');
	return ok({ move, ground: at.value.seat.role });
}

/** Everyone who looks at either case hears of it, each with the own half. */
export async function tellBoth(work: Work, move: CaseMove): Promise<void> {
	for (const caseId of [move.fromCaseId, move.newCaseId])
		for (const item of caseId ? await work.store.agenda.ofCase(caseId) : [])
			work.touch(`item:${item.id}`);
	for (const seat of await work.store.tables.seats(move.toTableId))
		if (seat.role !== 'member') work.touch(`person:${seat.personId}`);
	work.touch(`table:${move.toTableId}`, `person:${move.movedBy}`);
}

/** Who watches safety changed at this case: the other table is told where it lies now (MV11). */
export async function tellOtherTable(work: Work, caseId: string): Promise<void> {
	const origin = await work.store.moving.origin(caseId);
	const moves = (await work.store.moving.ofCase(caseId)).filter(({ newCaseId }) => newCaseId);
	for (const move of origin ? [origin, ...moves] : moves) await tellBoth(work, move);
}
