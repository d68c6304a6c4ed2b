import { and, eq, inArray, max } from 'drizzle-orm';
import type { Day } from '#lib/domain/day.ts';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';
import type { Reminded } from './schema/index.ts';

/** The mails with reminders: at most one per address and day, and of what each reminded. */
export function reminders(queries: Queries) {
	const { reminderMails: m, reminderMailActions: a } = schema;
	return {
		async hasMail(address: string, day: Day): Promise<boolean> {
			const [row] = await queries
				.select({ id: m.id })
				.from(m)
				.where(and(eq(m.address, address), eq(m.day, day)));
			return row !== undefined;
		},
		async add(row: typeof m.$inferInsert, of: { audience: Reminded; actionId: string }[]) {
			await queries.insert(m).values(row);
			await queries.insert(a).values(of.map((each) => ({ ...each, mailId: row.id })));
		},
		async sent(id: string, at: Date) {
			await queries.update(m).set({ sentAt: at }).where(eq(m.id, id));
		},
		/** It surely never left: the day is open for another one. */
		async takeBack(id: string) {
			await queries.delete(a).where(eq(a.mailId, id));
			await queries.delete(m).where(eq(m.id, id));
		},
		/** The last day on which this address was reminded of each of these actions. */
		async lastDays(
			audience: Reminded,
			address: string,
			actionIds: readonly string[]
		): Promise<Map<string, Day>> {
			if (actionIds.length === 0) return new Map();
			const rows = await queries
				.select({ actionId: a.actionId, day: max(m.day) })
				.from(a)
				.innerJoin(m, eq(m.id, a.mailId))
				.where(
					and(eq(a.audience, audience), eq(m.address, address), inArray(a.actionId, [...actionIds]))
				)
				.groupBy(a.actionId);
			return new Map(rows.flatMap((row) => (row.day ? [[row.actionId, row.day]] : [])));
		}
	};
}
