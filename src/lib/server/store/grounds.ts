import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type StoredGround = typeof schema.itemGrounds.$inferSelect;
export type StoredConsent = typeof schema.consentFacts.$inferSelect;
export type StoredCustody = typeof schema.custodyFacts.$inferSelect;
export type SharingReason = typeof schema.sharingReasons.$inferSelect;

/** On what ground and with whose consent is shared; each list in the order in which it was recorded. */
export function grounds(queries: Queries) {
	const { itemGrounds: g, consentFacts: c, custodyFacts: u, sharingReasons: r } = schema;
	const { anonymousQuestions: q } = schema;
	return {
		async ofItem(itemId: string): Promise<StoredGround[]> {
			return queries
				.select()
				.from(g)
				.where(eq(g.itemId, itemId))
				.orderBy(asc(g.recordedAt), asc(g.revision));
		},
		async ofCase(caseId: string): Promise<StoredGround[]> {
			return queries
				.select()
				.from(g)
				.where(eq(g.caseId, caseId))
				.orderBy(asc(g.recordedAt), asc(g.revision));
		},
		/** Not ended, and the last day is before this one. */
		async expiredOn(today: string): Promise<StoredGround[]> {
			return queries
				.select()
				.from(g)
				.where(and(isNull(g.endedAt), lt(g.endsOn, today)));
		},
		async add(row: typeof g.$inferInsert) {
			await queries.insert(g).values(row);
		},
		async change(id: string, values: Partial<typeof g.$inferInsert>) {
			await queries.update(g).set(values).where(eq(g.id, id));
		},

		async consents(caseId: string): Promise<StoredConsent[]> {
			return queries.select().from(c).where(eq(c.caseId, caseId)).orderBy(asc(c.seq));
		},
		async addConsent(row: typeof c.$inferInsert) {
			await queries.insert(c).values(row);
		},
		async custodies(caseId: string): Promise<StoredCustody[]> {
			return queries.select().from(u).where(eq(u.caseId, caseId)).orderBy(asc(u.seq));
		},
		async addCustody(row: typeof u.$inferInsert) {
			await queries.insert(u).values(row);
		},

		async reasons(caseId: string): Promise<SharingReason[]> {
			return queries.select().from(r).where(eq(r.caseId, caseId)).orderBy(asc(r.recordedAt));
		},
		async setReason(row: typeof r.$inferInsert) {
			const { itemId, ...values } = row;
			await queries
				.insert(r)
				.values({ itemId, ...values })
				.onConflictDoUpdate({ target: r.itemId, set: values });
		},

		/** Whether something was recorded at this item; what came to it of itself does not count. */
		async anythingRecorded(itemId: string): Promise<boolean> {
			for (const table of [g, r]) {
				const [row] = await queries
					.select({ itemId: table.itemId })
					.from(table)
					.where(and(eq(table.itemId, itemId), gt(table.revision, 0)))
					.limit(1);
				if (row) return true;
			}
			for (const table of [c, u, q]) {
				const [row] = await queries
					.select({ itemId: table.itemId })
					.from(table)
					.where(eq(table.itemId, itemId))
					.limit(1);
				if (row) return true;
			}
			return false;
		}
	};
}
