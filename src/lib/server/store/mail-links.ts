import { and, count, desc, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';
import type { LinkEnd } from './schema/index.ts';

export type MailLink = typeof schema.mailLinks.$inferSelect;
export type LinkVisit = typeof schema.mailLinkVisits.$inferSelect;

/** Links in mails, and the browsers that opened them. */
export function mailLinks(queries: Queries) {
	const { mailLinks: l, mailLinkVisits: v, mailLinkBrowsers: b } = schema;
	return {
		async find(id: string): Promise<MailLink | null> {
			const [row] = await queries.select().from(l).where(eq(l.id, id));
			return row ?? null;
		},
		async byToken(tokenHash: string): Promise<MailLink | null> {
			const [row] = await queries.select().from(l).where(eq(l.tokenHash, tokenHash));
			return row ?? null;
		},
		/** The one that counts for this address; the newest when several do. */
		async current(
			connectorId: string,
			subjectId: string,
			to: { personId: string | null; address: string }
		): Promise<MailLink | null> {
			const [row] = await queries
				.select()
				.from(l)
				.where(
					and(
						eq(l.subjectId, subjectId),
						eq(l.connectorId, connectorId),
						eq(l.address, to.address),
						to.personId ? eq(l.personId, to.personId) : isNull(l.personId),
						isNull(l.endedAt)
					)
				)
				.orderBy(desc(l.createdAt));
			return row ?? null;
		},
		/** The newest about a subject, ended or not: who was told of it last. */
		async newest(connectorId: string, subjectId: string): Promise<MailLink | null> {
			const [row] = await queries
				.select()
				.from(l)
				.where(and(eq(l.subjectId, subjectId), eq(l.connectorId, connectorId)))
				.orderBy(desc(l.createdAt));
			return row ?? null;
		},
		async add(row: typeof l.$inferInsert) {
			await queries.insert(l).values(row);
		},
		/** Every link to a subject ends; what ended before keeps its reason. */
		async end(subjectId: string, because: LinkEnd, at: Date) {
			await queries
				.update(l)
				.set({ endedAt: at, endedBecause: because })
				.where(and(eq(l.subjectId, subjectId), isNull(l.endedAt)));
		},

		async visit(id: string): Promise<LinkVisit | null> {
			const [row] = await queries.select().from(v).where(eq(v.id, id));
			return row ?? null;
		},
		async addVisit(row: typeof v.$inferInsert) {
			await queries.insert(v).values(row);
		},
		async changeVisit(id: string, values: Partial<typeof v.$inferInsert>) {
			await queries.update(v).set(values).where(eq(v.id, id));
		},
		async removeVisit(id: string) {
			await queries.delete(v).where(eq(v.id, id));
		},
		/** How many codes were asked for a link after a moment, and not given yet. */
		async codesSince(linkId: string, after: Date): Promise<number> {
			const [row] = await queries
				.select({ count: count() })
				.from(v)
				.where(and(eq(v.linkId, linkId), isNotNull(v.codeHash), gt(v.createdAt, after)));
			return row?.count ?? 0;
		},
		async forgetVisitsBefore(moment: Date) {
			await queries.delete(v).where(lt(v.createdAt, moment));
		},

		async isKnown(browserHash: string, linkId: string): Promise<boolean> {
			const [row] = await queries
				.select()
				.from(b)
				.where(and(eq(b.browserHash, browserHash), eq(b.linkId, linkId)));
			return row !== undefined;
		},
		async knowBrowser(row: typeof b.$inferInsert) {
			await queries.insert(b).values(row).onConflictDoNothing();
		},
		async forgetBrowser(browserHash: string, linkId: string) {
			await queries.delete(b).where(and(eq(b.browserHash, browserHash), eq(b.linkId, linkId)));
		}
	};
}
