import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type AnonymousQuestion = typeof schema.anonymousQuestions.$inferSelect;

/** Questions about a child of an age, to people who may not know the case. */
export function anonymousQuestions(queries: Queries) {
	const q = schema.anonymousQuestions;
	return {
		async find(id: string): Promise<AnonymousQuestion | null> {
			const [row] = await queries.select().from(q).where(eq(q.id, id));
			return row ?? null;
		},
		/** In the order in which they were put; those taken back are not among them. */
		async ofCase(caseId: string): Promise<AnonymousQuestion[]> {
			return queries
				.select()
				.from(q)
				.where(and(eq(q.caseId, caseId), isNull(q.withdrawnAt)))
				.orderBy(asc(q.askedAt), asc(q.id));
		},
		/** What waits for someone's answer. */
		async waitingFor(personId: string): Promise<AnonymousQuestion[]> {
			return queries
				.select()
				.from(q)
				.where(and(eq(q.personId, personId), isNull(q.withdrawnAt), isNull(q.answeredAt)))
				.orderBy(asc(q.askedAt), asc(q.id));
		},
		async add(row: typeof q.$inferInsert) {
			await queries.insert(q).values(row);
		},
		async change(id: string, values: Partial<typeof q.$inferInsert>) {
			await queries.update(q).set(values).where(eq(q.id, id));
		}
	};
}
