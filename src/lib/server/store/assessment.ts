import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Answer = typeof schema.answers.$inferSelect;
export type TableAnswer = typeof schema.tableAnswers.$inferSelect;
export interface QuestionOfItem {
	itemId: string;
	subjectId: string;
	questionId: string;
}

/** Standing answers with their earlier values, and the table's answers. */
export function assessment(queries: Queries) {
	const { answers: a, tableAnswers: t } = schema;
	const asked = (table: typeof a | typeof t, of: QuestionOfItem) =>
		and(
			eq(table.itemId, of.itemId),
			eq(table.subjectId, of.subjectId),
			eq(table.questionId, of.questionId)
		);
	return {
		async standing(itemId: string): Promise<Answer[]> {
			return queries
				.select()
				.from(a)
				.where(and(eq(a.itemId, itemId), isNull(a.supersededAt)))
				.orderBy(asc(a.createdAt), asc(a.id));
		},
		/** Who has answered something at each item. */
		async answeredAt(itemIds: readonly string[]): Promise<{ itemId: string; personId: string }[]> {
			if (itemIds.length === 0) return [];
			return queries
				.selectDistinct({ itemId: a.itemId, personId: a.personId })
				.from(a)
				.where(and(inArray(a.itemId, [...itemIds]), isNull(a.supersededAt)));
		},
		async standingOf(of: QuestionOfItem, personId: string): Promise<Answer | null> {
			const [row] = await queries
				.select()
				.from(a)
				.where(and(asked(a, of), eq(a.personId, personId), isNull(a.supersededAt)));
			return row ?? null;
		},
		/** Every value ever given to a question, oldest first. */
		async history(of: QuestionOfItem): Promise<Answer[]> {
			return queries
				.select()
				.from(a)
				.where(asked(a, of))
				.orderBy(asc(a.createdAt), asc(a.revision));
		},
		async add(row: typeof a.$inferInsert) {
			await queries.insert(a).values(row);
		},
		async supersede(id: string, at: Date) {
			await queries.update(a).set({ supersededAt: at }).where(eq(a.id, id));
		},
		async tableAnswers(itemId: string): Promise<TableAnswer[]> {
			return queries
				.select()
				.from(t)
				.where(and(eq(t.itemId, itemId), isNull(t.supersededAt)));
		},
		async tableAnswer(of: QuestionOfItem): Promise<TableAnswer | null> {
			const [row] = await queries
				.select()
				.from(t)
				.where(and(asked(t, of), isNull(t.supersededAt)));
			return row ?? null;
		},
		/** The newest revision there ever was, 0 when there was none: an answer given up keeps its number. */
		async lastTableRevision(of: QuestionOfItem): Promise<number> {
			const [row] = await queries
				.select({ revision: t.revision })
				.from(t)
				.where(asked(t, of))
				.orderBy(desc(t.revision))
				.limit(1);
			return row?.revision ?? 0;
		},
		async addTableAnswer(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},
		async supersedeTableAnswer(id: string, at: Date) {
			await queries.update(t).set({ supersededAt: at }).where(eq(t.id, id));
		}
	};
}
