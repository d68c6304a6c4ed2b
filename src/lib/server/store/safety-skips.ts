import { asc, eq, inArray } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

/** With when the meeting began where it happened. */
export type DatedSkip = typeof schema.safetySkips.$inferSelect & { startsAt: Date };

/** When a case left an agenda without its children's safety being judged, and why. */
export function safetySkips(queries: Queries) {
	const { safetySkips: s, meetings } = schema;
	return {
		async add(row: typeof s.$inferInsert) {
			await queries.insert(s).values(row);
		},
		/** Oldest first. Who may know of one follows from when its meeting began (CK1). */
		async ofCases(caseIds: readonly string[]): Promise<DatedSkip[]> {
			if (caseIds.length === 0) return [];
			const rows = await queries
				.select({ skip: s, startsAt: meetings.startsAt })
				.from(s)
				.innerJoin(meetings, eq(meetings.id, s.meetingId))
				.where(inArray(s.caseId, [...caseIds]))
				.orderBy(asc(s.at), asc(s.id));
			return rows.map(({ skip, startsAt }) => ({ ...skip, startsAt }));
		}
	};
}
