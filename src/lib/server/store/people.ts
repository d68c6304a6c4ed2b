import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type Person = typeof schema.people.$inferSelect;
export type Organisation = typeof schema.organisations.$inferSelect;
/** A person with the organisation he or she works for. */
export interface Colleague {
	person: Person;
	organisation: Organisation;
}

export function people(queries: Queries) {
	const { people: p, organisations: o, recoveryCodes, invitations, feeds } = schema;
	const colleagues = () =>
		queries.select({ person: p, organisation: o }).from(p).innerJoin(o, eq(o.id, p.organisationId));
	return {
		async find(id: string): Promise<Colleague | null> {
			const [row] = await colleagues().where(eq(p.id, id));
			return row ?? null;
		},
		async findMany(ids: readonly string[]): Promise<Colleague[]> {
			if (ids.length === 0) return [];
			return colleagues()
				.where(inArray(p.id, [...ids]))
				.orderBy(asc(p.name));
		},
		async byEmail(email: string): Promise<Colleague | null> {
			const [row] = await colleagues().where(eq(p.email, email.trim().toLowerCase()));
			return row ?? null;
		},
		/** Everyone who can be invited or given an action, by name. */
		async active(): Promise<Colleague[]> {
			return colleagues().where(isNull(p.disabledAt)).orderBy(asc(p.name));
		},
		async all(): Promise<Colleague[]> {
			return colleagues().orderBy(asc(p.name));
		},
		async ofOrganisation(organisationId: string): Promise<Colleague[]> {
			return colleagues().where(eq(p.organisationId, organisationId)).orderBy(asc(p.name));
		},
		/**
		 * Who administers an organisation and can sign in; when nobody there does, who administers
		 * everything.
		 */
		async administratorsOf(organisationId: string): Promise<Person[]> {
			const all = await queries
				.select()
				.from(p)
				.where(and(isNull(p.disabledAt), ne(p.administers, 'nothing')))
				.orderBy(asc(p.name));
			const own = all.filter((person) => person.organisationId === organisationId);
			return own.length > 0 ? own : all.filter((person) => person.administers === 'everything');
		},
		async add(row: typeof p.$inferInsert) {
			await queries.insert(p).values({ ...row, email: row.email.trim().toLowerCase() });
		},
		async change(id: string, values: Partial<typeof p.$inferInsert>) {
			await queries.update(p).set(values).where(eq(p.id, id));
		},
		async organisation(id: string): Promise<Organisation | null> {
			const [row] = await queries.select().from(o).where(eq(o.id, id));
			return row ?? null;
		},
		async organisations(): Promise<Organisation[]> {
			return queries.select().from(o).orderBy(asc(o.name));
		},
		async addOrganisation(row: typeof o.$inferInsert) {
			await queries.insert(o).values(row);
		},
		async changeOrganisation(id: string, values: Partial<typeof o.$inferInsert>) {
			await queries.update(o).set(values).where(eq(o.id, id));
		},

		async addInvitation(row: typeof invitations.$inferInsert) {
			await queries.insert(invitations).values(row);
		},
		async invitation(tokenHash: string) {
			const [row] = await queries
				.select()
				.from(invitations)
				.where(eq(invitations.tokenHash, tokenHash));
			return row ?? null;
		},
		async useInvitation(id: string, at: Date) {
			await queries.update(invitations).set({ usedAt: at }).where(eq(invitations.id, id));
		},
		/** Open invitations of a person end when a new one is made or one is used. */
		async endInvitations(personId: string, at: Date) {
			await queries
				.update(invitations)
				.set({ usedAt: at })
				.where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)));
		},

		async replaceRecoveryCodes(personId: string, rows: (typeof recoveryCodes.$inferInsert)[]) {
			await queries.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
			if (rows.length > 0) await queries.insert(recoveryCodes).values(rows);
		},
		async unusedRecoveryCodes(personId: string) {
			return queries
				.select()
				.from(recoveryCodes)
				.where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
		},
		async useRecoveryCode(id: string, at: Date) {
			await queries.update(recoveryCodes).set({ usedAt: at }).where(eq(recoveryCodes.id, id));
		},

		async addFeed(row: typeof feeds.$inferInsert) {
			await queries.insert(feeds).values(row);
		},
		async feed(tokenHash: string) {
			const [row] = await queries
				.select()
				.from(feeds)
				.where(and(eq(feeds.tokenHash, tokenHash), isNull(feeds.revokedAt)));
			return row ?? null;
		},
		async feedsOf(personId: string) {
			return queries
				.select()
				.from(feeds)
				.where(and(eq(feeds.personId, personId), isNull(feeds.revokedAt)));
		},
		async revokeFeeds(personId: string, at: Date) {
			await queries
				.update(feeds)
				.set({ revokedAt: at })
				.where(and(eq(feeds.personId, personId), isNull(feeds.revokedAt)));
		}
	};
}
