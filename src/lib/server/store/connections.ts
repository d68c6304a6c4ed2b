import { and, asc, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type PaperHandover = typeof schema.paperHandovers.$inferSelect;
export type FiledList = typeof schema.filedLists.$inferSelect;
export type ConnectorNotice = typeof schema.connectorNotices.$inferSelect;
export type OrganisationFeed = typeof schema.organisationFeeds.$inferSelect;

/** What stands around the connections: paper, filing, mails about a pause, and calendars of organisations. */
export function connections(queries: Queries) {
	const {
		paperHandovers: p,
		filedLists: f,
		connectorNotices: n,
		organisationFeeds: o,
		outbox: b,
		deliveries: d
	} = schema;
	const ofHandover = (one: Pick<PaperHandover, 'subjectId' | 'organisationId' | 'revision'>) =>
		and(
			eq(p.subjectId, one.subjectId),
			eq(p.organisationId, one.organisationId),
			eq(p.revision, one.revision)
		);
	return {
		async papers(itemIds: readonly string[]): Promise<PaperHandover[]> {
			if (itemIds.length === 0) return [];
			return queries
				.select()
				.from(p)
				.where(inArray(p.itemId, [...itemIds]));
		},
		async addPaper(row: typeof p.$inferInsert) {
			await queries.insert(p).values(row).onConflictDoNothing();
		},
		async removePaper(one: Parameters<typeof ofHandover>[0]): Promise<boolean> {
			return (await queries.delete(p).where(ofHandover(one)).returning({ at: p.at })).length > 0;
		},

		async filed(itemIds: readonly string[]): Promise<FiledList[]> {
			if (itemIds.length === 0) return [];
			return queries
				.select()
				.from(f)
				.where(inArray(f.itemId, [...itemIds]));
		},
		/** Lists that an organisation was told of at these items and has not answered about, oldest first. */
		async unanswered(
			organisationId: string,
			itemIds: readonly string[]
		): Promise<{ itemId: string; version: number; since: Date }[]> {
			if (itemIds.length === 0) return [];
			return queries
				.selectDistinct({ itemId: b.itemId, version: b.revision, since: b.createdAt })
				.from(b)
				.innerJoin(d, eq(d.outboxSeq, b.seq))
				.leftJoin(
					f,
					and(
						eq(f.itemId, b.itemId),
						eq(f.version, b.revision),
						eq(f.organisationId, b.organisationId)
					)
				)
				.where(
					and(
						eq(b.type, 'action-list-ratified'),
						eq(b.organisationId, organisationId),
						inArray(b.itemId, [...itemIds]),
						ne(d.status, 'outdated'),
						isNull(f.itemId)
					)
				)
				.orderBy(asc(b.createdAt));
		},
		/** The last answer counts: "nee" today may be "ja" tomorrow. */
		async setFiled(row: typeof f.$inferInsert) {
			const { filed, reason, by, at } = row;
			await queries
				.insert(f)
				.values(row)
				.onConflictDoUpdate({
					target: [f.itemId, f.version, f.organisationId],
					set: { filed, reason, by, at }
				});
		},

		async addNotice(row: typeof n.$inferInsert) {
			await queries.insert(n).values(row);
		},
		/** Takes what is due in hand until `until`; after a crash it comes up again then. */
		async claimNotices(now: Date, until: Date, most: number): Promise<ConnectorNotice[]> {
			const due = await queries
				.select()
				.from(n)
				.where(and(isNull(n.settledAt), lte(n.dueAt, now)))
				.orderBy(asc(n.createdAt))
				.limit(most);
			if (due.length > 0)
				await queries
					.update(n)
					.set({ dueAt: until, attempts: sql`${n.attempts} + 1` })
					.where(
						inArray(
							n.id,
							due.map(({ id }) => id)
						)
					);
			return due.map((one) => ({ ...one, dueAt: until, attempts: one.attempts + 1 }));
		},
		async changeNotice(id: string, values: Partial<typeof n.$inferInsert>) {
			await queries.update(n).set(values).where(eq(n.id, id));
		},

		async addFeed(row: typeof o.$inferInsert) {
			await queries.insert(o).values(row);
		},
		async feed(tokenHash: string): Promise<OrganisationFeed | null> {
			const [row] = await queries
				.select()
				.from(o)
				.where(and(eq(o.tokenHash, tokenHash), isNull(o.revokedAt)));
			return row ?? null;
		},
		async feedOf(organisationId: string): Promise<OrganisationFeed | null> {
			const [row] = await queries
				.select()
				.from(o)
				.where(and(eq(o.organisationId, organisationId), isNull(o.revokedAt)));
			return row ?? null;
		},
		async revokeFeeds(organisationId: string, at: Date) {
			await queries
				.update(o)
				.set({ revokedAt: at })
				.where(and(eq(o.organisationId, organisationId), isNull(o.revokedAt)));
		}
	};
}
