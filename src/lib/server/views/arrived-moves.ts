import type { ArrivedView } from '#lib/protocol/views/moving.ts';
import { dayInTheNetherlands } from '../days.ts';
import type { Repositories } from '../store/repositories.ts';
import type { AccessEntry, Actor } from '../work.ts';
import { moverView } from './moves.ts';

/** Cases that other tables hand over to tables the viewer runs, and that wait for an answer (MV7). */
export async function arrivedMoves(
	store: Repositories,
	actor: Actor
): Promise<{ value: ArrivedView[]; reads: AccessEntry[] }> {
	const run = (await store.tables.ofPerson(actor.personId)).filter(
		({ seat }) => seat.role !== 'member'
	);
	const moves = await store.moving.waitingAt(run.map(({ table }) => table.id));
	const value: ArrivedView[] = [];
	for (const move of moves)
		value.push({
			id: move.id,
			tableId: move.toTableId,
			tableName: move.toTableName,
			fromTableName: move.fromTableName,
			on: dayInTheNetherlands(move.movedAt),
			by: await moverView(store, move.movedBy),
			reason: move.reason,
			lines: move.lines
		});
	return {
		value,
		// Whoever reads the extract reads of the case it comes from: its log must know.
		reads: moves.map((move) => ({
			event: 'read-extract',
			objectKind: 'move',
			objectId: move.id,
			caseId: move.fromCaseId,
			ground: run.find(({ table }) => table.id === move.toTableId)?.seat.role ?? 'chair'
		}))
	};
}
