import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type ChildContact = typeof schema.childContacts.$inferSelect;
export type StoredChange = typeof schema.familyChanges.$inferSelect;
export type CaseReview = typeof schema.caseReviews.$inferSelect;
export type Closure = typeof schema.closures.$inferSelect;

/** What was agreed for next time, what closing rests on, and each closing; oldest first. Unfiltered: see CK1. */
export function closing(queries: Queries) {
	const { childContacts: c, familyChanges: f, caseReviews: r, closures: x } = schema;
	return {
		async contacts(caseId: string): Promise<ChildContact[]> {
			return queries
				.select()
				.from(c)
				.where(and(eq(c.caseId, caseId), isNull(c.removedAt)))
				.orderBy(asc(c.recordedAt), asc(c.id));
		},
		async addContact(row: typeof c.$inferInsert) {
			await queries.insert(c).values(row);
		},
		async removeContact(id: string, at: Date) {
			await queries.update(c).set({ removedAt: at }).where(eq(c.id, id));
		},
		async changes(caseId: string): Promise<StoredChange[]> {
			return queries
				.select()
				.from(f)
				.where(eq(f.caseId, caseId))
				.orderBy(asc(f.recordedAt), asc(f.id));
		},
		async addChange(row: typeof f.$inferInsert) {
			await queries.insert(f).values(row);
		},
		async setChange(id: string, values: Partial<typeof f.$inferInsert>) {
			await queries.update(f).set(values).where(eq(f.id, id));
		},
		async reviews(caseId: string): Promise<CaseReview[]> {
			return queries
				.select()
				.from(r)
				.where(and(eq(r.caseId, caseId), isNull(r.droppedAt)))
				.orderBy(asc(r.recordedAt), asc(r.id));
		},
		async addReview(row: typeof r.$inferInsert) {
			await queries.insert(r).values(row);
		},
		async dropReview(id: string, at: Date) {
			await queries.update(r).set({ droppedAt: at }).where(eq(r.id, id));
		},
		async closures(caseId: string): Promise<Closure[]> {
			return queries
				.select()
				.from(x)
				.where(eq(x.caseId, caseId))
				.orderBy(asc(x.recordedAt), asc(x.id));
		},
		/** Of all cases: still closed, and not checked yet. */
		async toCheck(): Promise<Closure[]> {
			return queries
				.select()
				.from(x)
				.where(and(isNull(x.checkedOn), isNull(x.reopenedAt)))
				.orderBy(asc(x.followUpOn));
		},
		async addClosure(row: typeof x.$inferInsert) {
			await queries.insert(x).values(row);
		},
		async setClosure(id: string, values: Partial<typeof x.$inferInsert>) {
			await queries.update(x).set(values).where(eq(x.id, id));
		}
	};
}
