import { and, asc, eq } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type MeldcodeEntry = typeof schema.meldcodeEntries.$inferSelect;
export type Advice = typeof schema.advices.$inferSelect;
export type StoredMark = typeof schema.straightMarks.$inferSelect;
export type StoredTalk = typeof schema.talks.$inferSelect;
export type StoredMoment = typeof schema.pressureMoments.$inferSelect;
export type OwnQuestions = typeof schema.weighingQuestions.$inferSelect;

/**
 * The meldcode beside the Veilig Thuis step. Everything of a case comes with the item at which it was
 * recorded, unfiltered: a view takes only what its viewer may know (CK1).
 */
export function meldcode(queries: Queries) {
	const {
		meldcodeEntries: e,
		advices: a,
		straightMarks: s,
		talks: t,
		pressureMoments: p,
		weighingQuestions: w
	} = schema;
	return {
		/** Oldest first, of everyone. */
		async entries(caseId: string): Promise<MeldcodeEntry[]> {
			return queries
				.select()
				.from(e)
				.where(eq(e.caseId, caseId))
				.orderBy(asc(e.createdAt), asc(e.revision));
		},
		async addEntry(row: typeof e.$inferInsert) {
			await queries.insert(e).values(row);
		},
		/** Shows one person's words to whoever may know the item, or takes them back. */
		async showEntries(caseId: string, personId: string, shownAt: string | null) {
			await queries
				.update(e)
				.set({ shownAt })
				.where(and(eq(e.caseId, caseId), eq(e.personId, personId)));
		},

		async advices(caseId: string): Promise<Advice[]> {
			return queries
				.select()
				.from(a)
				.where(eq(a.caseId, caseId))
				.orderBy(asc(a.askedOn), asc(a.createdAt));
		},
		async addAdvice(row: typeof a.$inferInsert) {
			await queries.insert(a).values(row);
		},

		async marks(caseId: string): Promise<StoredMark[]> {
			return queries.select().from(s).where(eq(s.caseId, caseId)).orderBy(asc(s.createdAt));
		},
		async addMark(row: typeof s.$inferInsert) {
			await queries.insert(s).values(row);
		},
		async changeMark(id: string, values: Partial<typeof s.$inferInsert>) {
			await queries.update(s).set(values).where(eq(s.id, id));
		},

		/** Every version, oldest first. */
		async talks(caseId: string): Promise<StoredTalk[]> {
			return queries
				.select()
				.from(t)
				.where(eq(t.caseId, caseId))
				.orderBy(asc(t.createdAt), asc(t.revision));
		},
		async addTalk(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},

		/** Oldest first. */
		async moments(caseId: string): Promise<StoredMoment[]> {
			return queries.select().from(p).where(eq(p.caseId, caseId)).orderBy(asc(p.createdAt));
		},
		async addMoment(row: typeof p.$inferInsert) {
			await queries.insert(p).values(row);
		},

		async questionsOf(organisationId: string): Promise<OwnQuestions | null> {
			const [row] = await queries.select().from(w).where(eq(w.organisationId, organisationId));
			return row ?? null;
		},
		async setQuestions(row: typeof w.$inferInsert) {
			await queries
				.insert(w)
				.values(row)
				.onConflictDoUpdate({ target: w.organisationId, set: row });
		}
	};
}
