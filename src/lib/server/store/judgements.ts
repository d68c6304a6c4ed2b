import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Judgement = typeof schema.judgements.$inferSelect;
export type JointJudgement = typeof schema.jointJudgements.$inferSelect;
export type Reveal = typeof schema.reveals.$inferSelect;
export type Dissent = typeof schema.dissents.$inferSelect;
export type MeldcodeRecord = typeof schema.meldcodeDecisions.$inferSelect;

/** Judgements, their reveal, the joint ones, dissent, and the Veilig Thuis step. */
export function judgements(queries: Queries) {
	const {
		judgements: j,
		reveals: r,
		jointJudgements: joint,
		dissents: d,
		meldcodeDecisions: m
	} = schema;
	return {
		/** Everyone's, unfiltered: a view must pass them through `visibleJudgements`. */
		async ofItem(itemId: string): Promise<Judgement[]> {
			return queries.select().from(j).where(eq(j.itemId, itemId)).orderBy(asc(j.personId));
		},
		async put(row: typeof j.$inferInsert) {
			await queries
				.insert(j)
				.values(row)
				.onConflictDoUpdate({ target: [j.itemId, j.childId, j.personId], set: row });
		},
		async reveals(itemId: string): Promise<Reveal[]> {
			return queries.select().from(r).where(eq(r.itemId, itemId));
		},
		async reveal(row: typeof r.$inferInsert) {
			await queries.insert(r).values(row).onConflictDoNothing();
		},
		async joint(itemId: string): Promise<JointJudgement[]> {
			return this.jointOfItems([itemId]);
		},
		async jointOfItems(itemIds: readonly string[]): Promise<JointJudgement[]> {
			if (itemIds.length === 0) return [];
			return queries
				.select()
				.from(joint)
				.where(and(inArray(joint.itemId, [...itemIds]), isNull(joint.supersededAt)));
		},
		/** Who has given an own judgement at each item: nothing of what it says. */
		async gaveAt(itemIds: readonly string[]): Promise<{ itemId: string; personId: string }[]> {
			if (itemIds.length === 0) return [];
			return queries
				.selectDistinct({ itemId: j.itemId, personId: j.personId })
				.from(j)
				.where(inArray(j.itemId, [...itemIds]));
		},
		async addJoint(row: typeof joint.$inferInsert) {
			await queries.insert(joint).values(row);
		},
		async supersedeJoint(id: string, at: Date) {
			await queries.update(joint).set({ supersededAt: at }).where(eq(joint.id, id));
		},
		async dissents(itemId: string): Promise<Dissent[]> {
			return queries
				.select()
				.from(d)
				.where(and(eq(d.itemId, itemId), isNull(d.withdrawnAt)))
				.orderBy(asc(d.createdAt));
		},
		async putDissent(row: typeof d.$inferInsert) {
			await queries
				.insert(d)
				.values(row)
				.onConflictDoUpdate({
					target: [d.itemId, d.childId, d.personId],
					set: { reason: row.reason, createdAt: row.createdAt, withdrawnAt: null }
				});
		},
		async withdrawDissent(itemId: string, childId: string, personId: string, at: Date) {
			await queries
				.update(d)
				.set({ withdrawnAt: at })
				.where(and(eq(d.itemId, itemId), eq(d.childId, childId), eq(d.personId, personId)));
		},
		async meldcode(itemId: string): Promise<MeldcodeRecord[]> {
			return queries
				.select()
				.from(m)
				.where(and(eq(m.itemId, itemId), isNull(m.supersededAt)))
				.orderBy(asc(m.createdAt));
		},
		async addMeldcode(row: typeof m.$inferInsert) {
			await queries.insert(m).values(row);
		},
		async supersedeMeldcode(id: string, at: Date) {
			await queries.update(m).set({ supersededAt: at }).where(eq(m.id, id));
		}
	};
}
