import { and, asc, desc, eq } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type DecisionVersion = typeof schema.decisionVersions.$inferSelect;
export type Ratification = typeof schema.ratifications.$inferSelect;
export type ItemRecord = typeof schema.itemRecords.$inferSelect;

/** The exact text of an item's decisions by version, who ratified it, and the fixed record. */
export function decisions(queries: Queries) {
	const { decisionVersions: v, ratifications: r, itemRecords: f } = schema;
	return {
		async current(itemId: string): Promise<DecisionVersion | null> {
			const [row] = await queries
				.select()
				.from(v)
				.where(eq(v.itemId, itemId))
				.orderBy(desc(v.version))
				.limit(1);
			return row ?? null;
		},
		async versions(itemId: string): Promise<DecisionVersion[]> {
			return queries.select().from(v).where(eq(v.itemId, itemId)).orderBy(asc(v.version));
		},
		async add(row: typeof v.$inferInsert) {
			await queries.insert(v).values(row);
		},
		async markRatified(itemId: string, version: number, at: Date) {
			await queries
				.update(v)
				.set({ ratifiedAt: at })
				.where(and(eq(v.itemId, itemId), eq(v.version, version)));
		},
		async ratifications(itemId: string, version: number): Promise<Ratification[]> {
			return queries
				.select()
				.from(r)
				.where(and(eq(r.itemId, itemId), eq(r.version, version)))
				.orderBy(asc(r.at));
		},
		async ratify(row: typeof r.$inferInsert) {
			await queries.insert(r).values(row).onConflictDoNothing();
		},
		async fix(row: typeof f.$inferInsert) {
			await queries.insert(f).values(row);
		},
		async record(itemId: string): Promise<ItemRecord | null> {
			const [row] = await queries.select().from(f).where(eq(f.itemId, itemId));
			return row ?? null;
		}
	};
}
