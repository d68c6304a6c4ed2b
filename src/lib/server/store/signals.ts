import { asc, eq, inArray } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Signal = typeof schema.signals.$inferSelect;
export type StoredStep = typeof schema.feedbackSteps.$inferSelect;

/** Signals about a case, and the feedback that is owed for them. */
export function signals(queries: Queries) {
	const { signals: s, feedbackSteps: f } = schema;
	return {
		async find(id: string): Promise<Signal | null> {
			const [row] = await queries.select().from(s).where(eq(s.id, id));
			return row ?? null;
		},
		async ofCases(caseIds: readonly string[]): Promise<Signal[]> {
			if (caseIds.length === 0) return [];
			return queries
				.select()
				.from(s)
				.where(inArray(s.caseId, [...caseIds]));
		},
		async ofCase(caseId: string): Promise<Signal[]> {
			return queries.select().from(s).where(eq(s.caseId, caseId)).orderBy(asc(s.recordedAt));
		},
		/** What hangs on an item: signals, and steps of the feedback on earlier ones. */
		async ofItem(itemId: string): Promise<(Signal | StoredStep)[]> {
			return [
				...(await queries.select().from(s).where(eq(s.itemId, itemId))),
				...(await queries.select().from(f).where(eq(f.itemId, itemId)))
			];
		},
		async add(row: typeof s.$inferInsert) {
			await queries.insert(s).values(row);
		},
		async change(id: string, values: Partial<typeof s.$inferInsert>) {
			await queries.update(s).set(values).where(eq(s.id, id));
		},
		/** Of all signals of a case, each signal's in the order in which they came. */
		async steps(caseId: string): Promise<StoredStep[]> {
			return queries.select().from(f).where(eq(f.caseId, caseId)).orderBy(asc(f.number));
		},
		async addStep(row: typeof f.$inferInsert) {
			await queries.insert(f).values(row);
		}
	};
}
