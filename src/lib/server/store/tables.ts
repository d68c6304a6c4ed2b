import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Table = typeof schema.tables.$inferSelect;
export type Seat = typeof schema.seats.$inferSelect;
export type Meeting = typeof schema.meetings.$inferSelect;

/** Tables, who sits at them, and their meetings. */
export function tables(queries: Queries) {
	const { tables: t, seats: s, meetings: m } = schema;
	return {
		async find(id: string): Promise<Table | null> {
			const [row] = await queries.select().from(t).where(eq(t.id, id));
			return row ?? null;
		},
		async all(): Promise<Table[]> {
			return queries.select().from(t).orderBy(asc(t.name));
		},
		async ofPerson(personId: string): Promise<{ table: Table; seat: Seat }[]> {
			return queries
				.select({ table: t, seat: s })
				.from(s)
				.innerJoin(t, eq(t.id, s.tableId))
				.where(and(eq(s.personId, personId), isNull(t.archivedAt)))
				.orderBy(asc(t.name));
		},
		async add(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},
		async change(id: string, values: Partial<typeof t.$inferInsert>) {
			await queries.update(t).set(values).where(eq(t.id, id));
		},
		async seats(tableId: string): Promise<Seat[]> {
			return queries.select().from(s).where(eq(s.tableId, tableId));
		},
		async seat(tableId: string, personId: string): Promise<Seat | null> {
			const [row] = await queries
				.select()
				.from(s)
				.where(and(eq(s.tableId, tableId), eq(s.personId, personId)));
			return row ?? null;
		},
		async giveSeat(row: typeof s.$inferInsert) {
			await queries
				.insert(s)
				.values(row)
				.onConflictDoUpdate({
					target: [s.tableId, s.personId],
					set: { role: row.role, remote: row.remote ?? false }
				});
		},
		async removeSeat(tableId: string, personId: string) {
			await queries.delete(s).where(and(eq(s.tableId, tableId), eq(s.personId, personId)));
		},

		async meeting(id: string): Promise<Meeting | null> {
			const [row] = await queries.select().from(m).where(eq(m.id, id));
			return row ?? null;
		},
		async meetings(tableId: string): Promise<Meeting[]> {
			return queries.select().from(m).where(eq(m.tableId, tableId)).orderBy(desc(m.startsAt));
		},
		async meetingsByIds(ids: readonly string[]): Promise<Meeting[]> {
			if (ids.length === 0) return [];
			return queries
				.select()
				.from(m)
				.where(inArray(m.id, [...ids]))
				.orderBy(asc(m.startsAt));
		},
		async addMeeting(row: typeof m.$inferInsert) {
			await queries.insert(m).values(row);
		},
		async changeMeeting(id: string, values: Partial<typeof m.$inferInsert>) {
			await queries.update(m).set(values).where(eq(m.id, id));
		}
	};
}
