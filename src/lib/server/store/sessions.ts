import { eq, inArray, lt, ne, and } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type StoredSession = typeof schema.sessions.$inferSelect;

/** A session with the person whose it is. */
export interface HeldSession {
	session: StoredSession;
	person: typeof schema.people.$inferSelect;
}

/** Sessions by the hash of their secret. */
export function sessions(queries: Queries) {
	const t = schema.sessions;
	return {
		async find(id: string): Promise<StoredSession | null> {
			const [row] = await queries.select().from(t).where(eq(t.id, id));
			return row ?? null;
		},
		/** Those of these sessions that are there, by id: one question, however many tabs are open. */
		async held(ids: Iterable<string>): Promise<Map<string, HeldSession>> {
			const rows = await queries
				.select({ session: t, person: schema.people })
				.from(t)
				.innerJoin(schema.people, eq(schema.people.id, t.personId))
				.where(inArray(t.id, [...new Set(ids)]));
			return new Map(rows.map((row) => [row.session.id, row]));
		},
		async ofPerson(personId: string): Promise<StoredSession[]> {
			return queries.select().from(t).where(eq(t.personId, personId));
		},
		async add(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},
		async change(id: string, values: Partial<typeof t.$inferInsert>) {
			await queries.update(t).set(values).where(eq(t.id, id));
		},
		async remove(id: string) {
			await queries.delete(t).where(eq(t.id, id));
		},
		async removeOfPerson(personId: string, except = '') {
			await queries.delete(t).where(and(eq(t.personId, personId), ne(t.id, except)));
		},
		async removeExpired(now: Date) {
			await queries.delete(t).where(lt(t.expiresAt, now));
		}
	};
}
