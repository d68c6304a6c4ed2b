import { and, asc, eq, inArray } from 'drizzle-orm';
import type { HandoverPoint } from '#lib/domain/handover.ts';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';
import type { HandoverSide } from './schema/index.ts';

export type CaseMove = typeof schema.caseMoves.$inferSelect;
export type MoveConfirmation = typeof schema.moveConfirmations.$inferSelect;

/** Cases on their way to another table, and what both sides confirmed of the handover. */
export function moving(queries: Queries) {
	const { caseMoves: m, moveConfirmations: c } = schema;
	return {
		async find(id: string): Promise<CaseMove | null> {
			const [row] = await queries.select().from(m).where(eq(m.id, id));
			return row ?? null;
		},
		/** From this case, oldest first. */
		async ofCase(caseId: string): Promise<CaseMove[]> {
			return queries
				.select()
				.from(m)
				.where(eq(m.fromCaseId, caseId))
				.orderBy(asc(m.movedAt), asc(m.id));
		},
		/** Decided at this item. */
		async ofItem(itemId: string): Promise<CaseMove[]> {
			return queries.select().from(m).where(eq(m.fromItemId, itemId));
		},
		/** The one by which this case came to its table. */
		async origin(newCaseId: string): Promise<CaseMove | null> {
			const [row] = await queries.select().from(m).where(eq(m.newCaseId, newCaseId));
			return row ?? null;
		},
		/** Not answered yet, oldest first. */
		async waitingAt(tableIds: readonly string[]): Promise<CaseMove[]> {
			if (tableIds.length === 0) return [];
			return queries
				.select()
				.from(m)
				.where(and(inArray(m.toTableId, [...tableIds]), eq(m.status, 'waiting')))
				.orderBy(asc(m.movedAt), asc(m.id));
		},
		async add(row: typeof m.$inferInsert) {
			await queries.insert(m).values(row);
		},
		/** Only how it stands: what was moved, by whom and when is written once (MV5). */
		async answer(
			id: string,
			values: Pick<CaseMove, 'status' | 'answeredBy' | 'answeredAt'> &
				Partial<Pick<CaseMove, 'returnReason' | 'newCaseId'>>
		) {
			await queries.update(m).set(values).where(eq(m.id, id));
		},
		async confirmations(moveId: string): Promise<MoveConfirmation[]> {
			return queries.select().from(c).where(eq(c.moveId, moveId)).orderBy(asc(c.at));
		},
		async confirm(row: typeof c.$inferInsert) {
			await queries.insert(c).values(row).onConflictDoNothing();
		},
		async unconfirm(moveId: string, side: HandoverSide, point: HandoverPoint) {
			await queries
				.delete(c)
				.where(and(eq(c.moveId, moveId), eq(c.side, side), eq(c.point, point)));
		}
	};
}
