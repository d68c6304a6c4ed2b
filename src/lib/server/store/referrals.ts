import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type StoredReferral = typeof schema.referrals.$inferSelect;
export type StoredStagnation = typeof schema.stagnations.$inferSelect;
export type StoredAlternative = typeof schema.alternatives.$inferSelect;
export type MissedAppointment = typeof schema.missedAppointments.$inferSelect;

/** A stagnation with what was tried instead, in the order in which it was agreed. */
export interface StagnationWithAlternatives {
	stagnation: StoredStagnation;
	alternatives: StoredAlternative[];
}

/** Referrals, stagnation and missed appointments of a case; a view passes on only what is known (CK1). */
export function referrals(queries: Queries) {
	const { referrals: r, stagnations: s, alternatives: a, missedAppointments: m } = schema;
	return {
		/** Ids of what was recorded at an item. */
		async recordedAt(itemId: string): Promise<string[]> {
			const rows = [
				...(await queries.select({ id: r.id }).from(r).where(eq(r.itemId, itemId))),
				...(await queries.select({ id: s.id }).from(s).where(eq(s.itemId, itemId))),
				...(await queries.select({ id: m.id }).from(m).where(eq(m.itemId, itemId)))
			];
			return rows.map(({ id }) => id);
		},
		async find(id: string): Promise<StoredReferral | null> {
			const [row] = await queries.select().from(r).where(eq(r.id, id));
			return row ?? null;
		},
		/** In the order in which the family was sent on. */
		async ofCase(caseId: string): Promise<StoredReferral[]> {
			return queries
				.select()
				.from(r)
				.where(eq(r.caseId, caseId))
				.orderBy(asc(r.referredOn), asc(r.createdAt), asc(r.id));
		},
		async add(row: typeof r.$inferInsert) {
			await queries.insert(r).values(row);
		},
		async change(id: string, values: Partial<typeof r.$inferInsert>) {
			await queries.update(r).set(values).where(eq(r.id, id));
		},

		async stagnation(id: string): Promise<StagnationWithAlternatives | null> {
			const [found] = await withAlternatives(await queries.select().from(s).where(eq(s.id, id)));
			return found ?? null;
		},
		/** Oldest first. */
		async stagnations(caseId: string): Promise<StagnationWithAlternatives[]> {
			return withAlternatives(
				await queries
					.select()
					.from(s)
					.where(eq(s.caseId, caseId))
					.orderBy(asc(s.since), asc(s.createdAt), asc(s.id))
			);
		},
		async addStagnation(row: typeof s.$inferInsert) {
			await queries.insert(s).values(row);
		},
		async changeStagnation(id: string, values: Partial<typeof s.$inferInsert>) {
			await queries.update(s).set(values).where(eq(s.id, id));
		},
		async addAlternative(row: typeof a.$inferInsert) {
			await queries.insert(a).values(row);
		},
		async changeAlternative(id: string, values: Partial<typeof a.$inferInsert>) {
			await queries.update(a).set(values).where(eq(a.id, id));
		},

		/** Without those that were recorded by mistake; the last one first. */
		async missed(caseId: string): Promise<MissedAppointment[]> {
			const rows = await queries
				.select()
				.from(m)
				.where(and(eq(m.caseId, caseId), isNull(m.takenBackAt)))
				.orderBy(asc(m.missedOn), asc(m.createdAt));
			return rows.toReversed();
		},
		async addMissed(row: typeof m.$inferInsert) {
			await queries.insert(m).values(row);
		},
		async takeBackMissed(id: string, at: Date) {
			await queries.update(m).set({ takenBackAt: at }).where(eq(m.id, id));
		}
	};

	async function withAlternatives(rows: StoredStagnation[]): Promise<StagnationWithAlternatives[]> {
		if (rows.length === 0) return [];
		const tried = await queries
			.select()
			.from(a)
			.where(
				inArray(
					a.stagnationId,
					rows.map((row) => row.id)
				)
			)
			.orderBy(asc(a.createdAt), asc(a.id));
		return rows.map((stagnation) => ({
			stagnation,
			alternatives: tried.filter((one) => one.stagnationId === stagnation.id)
		}));
	}
}
