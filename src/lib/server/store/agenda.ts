import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type AgendaItem = typeof schema.agendaItems.$inferSelect;
export type ItemParticipant = typeof schema.itemParticipants.$inferSelect;

/** Agenda items and who takes part in them. */
export function agenda(queries: Queries) {
	const { agendaItems: i, itemParticipants: p } = schema;
	return {
		async find(id: string): Promise<AgendaItem | null> {
			const [row] = await queries.select().from(i).where(eq(i.id, id));
			return row ?? null;
		},
		async ofMeeting(meetingId: string): Promise<AgendaItem[]> {
			return queries.select().from(i).where(eq(i.meetingId, meetingId)).orderBy(asc(i.position));
		},
		async ofCase(caseId: string): Promise<AgendaItem[]> {
			return queries.select().from(i).where(eq(i.caseId, caseId));
		},
		/** The items of a case with when their meetings begin, oldest first. */
		async datedOfCase(caseId: string): Promise<{ item: AgendaItem; startsAt: Date }[]> {
			return this.datedOfCases([caseId]);
		},
		async datedOfCases(
			caseIds: readonly string[]
		): Promise<{ item: AgendaItem; startsAt: Date }[]> {
			if (caseIds.length === 0) return [];
			return queries
				.select({ item: i, startsAt: schema.meetings.startsAt })
				.from(i)
				.innerJoin(schema.meetings, eq(schema.meetings.id, i.meetingId))
				.where(inArray(i.caseId, [...caseIds]))
				.orderBy(asc(schema.meetings.startsAt), asc(i.position));
		},
		/** Carried over at this table and not yet on a later meeting's agenda. */
		async waitingAt(tableId: string): Promise<AgendaItem[]> {
			const rows = await queries
				.select({ item: i })
				.from(i)
				.innerJoin(schema.meetings, eq(schema.meetings.id, i.meetingId))
				.where(
					and(
						eq(schema.meetings.tableId, tableId),
						eq(i.status, 'carried-over'),
						isNull(i.carriedToId)
					)
				)
				.orderBy(asc(schema.meetings.startsAt), asc(i.position));
			return rows.map((row) => row.item);
		},
		async findMany(ids: readonly string[]): Promise<AgendaItem[]> {
			if (ids.length === 0) return [];
			return queries
				.select()
				.from(i)
				.where(inArray(i.id, [...ids]));
		},
		async add(row: typeof i.$inferInsert) {
			await queries.insert(i).values(row);
		},
		async change(id: string, values: Partial<typeof i.$inferInsert>) {
			await queries
				.update(i)
				.set({ ...values, revision: sql`${i.revision} + 1` })
				.where(eq(i.id, id));
		},
		/** Only its place: the words and their revision stay. */
		async place(id: string, position: number) {
			await queries.update(i).set({ position }).where(eq(i.id, id));
		},
		/** The item is no longer live: whoever was admitted is out of the conversation. */
		async everyoneLeaves(itemId: string, at: Date) {
			await queries
				.update(p)
				.set({ leftAt: at })
				.where(and(eq(p.itemId, itemId), isNotNull(p.admittedAt), isNull(p.leftAt)));
		},
		async remove(id: string) {
			await queries.delete(p).where(eq(p.itemId, id));
			// What came to it of itself about sharing; what was recorded there keeps an item where it is.
			for (const table of [schema.itemGrounds, schema.sharingReasons])
				await queries.delete(table).where(eq(table.itemId, id));
			await queries.delete(i).where(eq(i.id, id));
		},

		/** Who takes part now; removed participants are not among them. */
		async participants(itemId: string): Promise<ItemParticipant[]> {
			return queries
				.select()
				.from(p)
				.where(and(eq(p.itemId, itemId), isNull(p.removedAt)))
				.orderBy(asc(p.invitedAt));
		},
		/** Who was at it while it was live, also when taken out since. */
		async attended(itemId: string): Promise<ItemParticipant[]> {
			return queries
				.select()
				.from(p)
				.where(and(eq(p.itemId, itemId), isNotNull(p.attendedAt)))
				.orderBy(asc(p.attendedAt));
		},
		async participantsOf(itemIds: readonly string[]): Promise<ItemParticipant[]> {
			if (itemIds.length === 0) return [];
			return queries
				.select()
				.from(p)
				.where(and(inArray(p.itemId, [...itemIds]), isNull(p.removedAt)))
				.orderBy(asc(p.invitedAt));
		},
		async participant(itemId: string, personId: string): Promise<ItemParticipant | null> {
			const [row] = await queries
				.select()
				.from(p)
				.where(and(eq(p.itemId, itemId), eq(p.personId, personId), isNull(p.removedAt)));
			return row ?? null;
		},
		/** Every item this person takes part in. */
		async itemsOfPerson(personId: string): Promise<AgendaItem[]> {
			const rows = await queries
				.select({ item: i })
				.from(p)
				.innerJoin(i, eq(i.id, p.itemId))
				.where(and(eq(p.personId, personId), isNull(p.removedAt)));
			return rows.map((row) => row.item);
		},
		async invite(row: typeof p.$inferInsert) {
			await queries
				.insert(p)
				.values(row)
				.onConflictDoUpdate({
					target: [p.itemId, p.personId],
					set: {
						removedAt: null,
						invitedAt: row.invitedAt,
						invitedBy: row.invitedBy,
						organisationId: row.organisationId,
						admittedAt: null,
						leftAt: null
					}
				});
		},
		async changeParticipant(
			itemId: string,
			personId: string,
			values: Partial<typeof p.$inferInsert>
		) {
			await queries
				.update(p)
				.set(values)
				.where(and(eq(p.itemId, itemId), eq(p.personId, personId)));
		}
	};
}
