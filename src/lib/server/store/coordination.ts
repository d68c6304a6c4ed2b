import { asc, eq, inArray } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Coordination = typeof schema.coordination.$inferSelect;
export type StoredTerm = typeof schema.roleTerms.$inferSelect;

/** Who coordinates a case and who watches safety, and what the family said of it. */
export function coordination(queries: Queries) {
	const { coordination: c, roleTerms: t } = schema;
	return {
		async ofCase(caseId: string): Promise<Coordination | null> {
			const [row] = await queries.select().from(c).where(eq(c.caseId, caseId));
			return row ?? null;
		},
		async ofCases(caseIds: readonly string[]): Promise<Coordination[]> {
			if (caseIds.length === 0) return [];
			return queries
				.select()
				.from(c)
				.where(inArray(c.caseId, [...caseIds]));
		},
		async set(caseId: string, values: Omit<typeof c.$inferInsert, 'caseId'>) {
			await queries
				.insert(c)
				.values({ caseId, ...values })
				.onConflictDoUpdate({ target: c.caseId, set: values });
		},
		/** In the order in which they began. */
		async terms(caseId: string): Promise<StoredTerm[]> {
			return queries
				.select()
				.from(t)
				.where(eq(t.caseId, caseId))
				.orderBy(asc(t.askedAt), asc(t.id));
		},
		async addTerm(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},
		async changeTerm(id: string, values: Partial<typeof t.$inferInsert>) {
			await queries.update(t).set(values).where(eq(t.id, id));
		}
	};
}
