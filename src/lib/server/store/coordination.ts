import { and, asc, eq, inArray, isNull, notExists, or, isNotNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Coordination = typeof schema.coordination.$inferSelect;
type TermRow = typeof schema.roleTerms.$inferSelect;
/** Held by a person at the case, or by a name outside it (`outsideName`). */
export type StoredTerm = Omit<TermRow, 'personId'> & { personId: string | null };
export type StoredEscalation = typeof schema.escalations.$inferSelect;
export type FamilyAction = typeof schema.familyActions.$inferSelect;

/** Who coordinates a case and who watches safety, and what the family said of it. */
export function coordination(queries: Queries) {
	const { coordination: c, roleTerms: t, escalations: e, familyActions: f } = schema;
	const { people: p, agendaItems: i, itemParticipants: ip } = schema;
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
			const rows = await queries
				.select()
				.from(t)
				.where(eq(t.caseId, caseId))
				.orderBy(asc(t.askedAt), asc(t.id));
			return rows.map((row) => (row.outsideName === null ? row : { ...row, personId: null }));
		},
		/**
		 * Who of those that hold a role or were asked is no longer at the case: the account was closed, or he
		 * or she was taken out of every item of it.
		 */
		async gone(caseId: string): Promise<Set<string>> {
			const part = queries
				.select({ itemId: ip.itemId })
				.from(ip)
				.innerJoin(i, eq(i.id, ip.itemId))
				.where(and(eq(i.caseId, caseId), eq(ip.personId, p.id), isNull(ip.removedAt)));
			const rows = await queries
				.selectDistinct({ personId: p.id })
				.from(t)
				.innerJoin(p, eq(p.id, t.personId))
				.where(
					and(
						eq(t.caseId, caseId),
						isNull(t.outsideName),
						inArray(t.status, ['asked', 'accepted']),
						or(isNotNull(p.disabledAt), notExists(part))
					)
				);
			return new Set(rows.map(({ personId }) => personId));
		},
		/** The cases in which someone holds a role, or is asked for one. */
		async casesOf(personId: string): Promise<string[]> {
			const rows = await queries
				.selectDistinct({ caseId: t.caseId })
				.from(t)
				.where(and(eq(t.personId, personId), inArray(t.status, ['asked', 'accepted'])));
			return rows.map(({ caseId }) => caseId);
		},
		async addTerm(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},
		async changeTerm(id: string, values: Partial<typeof t.$inferInsert>) {
			await queries.update(t).set(values).where(eq(t.id, id));
		},

		/** Ids of what was recorded at an item. */
		async recordedAt(itemId: string): Promise<string[]> {
			const rows = [
				...(await queries.select({ id: e.id }).from(e).where(eq(e.itemId, itemId))),
				...(await queries.select({ id: f.id }).from(f).where(eq(f.itemId, itemId)))
			];
			return rows.map(({ id }) => id);
		},
		/** The last one first. */
		async escalations(caseId: string): Promise<StoredEscalation[]> {
			const rows = await queries
				.select()
				.from(e)
				.where(eq(e.caseId, caseId))
				.orderBy(asc(e.createdAt), asc(e.id));
			return rows.toReversed();
		},
		async addEscalation(row: typeof e.$inferInsert) {
			await queries.insert(e).values(row);
		},
		async changeEscalation(id: string, values: Partial<typeof e.$inferInsert>) {
			await queries.update(e).set(values).where(eq(e.id, id));
		},

		/** In the order of their last days. */
		async familyActions(caseId: string): Promise<FamilyAction[]> {
			return queries
				.select()
				.from(f)
				.where(eq(f.caseId, caseId))
				.orderBy(asc(f.due), asc(f.createdAt), asc(f.id));
		},
		async addFamilyAction(row: typeof f.$inferInsert) {
			await queries.insert(f).values(row);
		},
		async changeFamilyAction(id: string, values: Partial<typeof f.$inferInsert>) {
			await queries.update(f).set(values).where(eq(f.id, id));
		}
	};
}
