import { and, asc, eq } from 'drizzle-orm';
import type { ContactRole } from '#lib/domain/social-map.ts';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type PartyRow = typeof schema.parties.$inferSelect;
export type PartyContact = typeof schema.partyContacts.$inferSelect;
export type PartyPhoto = typeof schema.partyPhotos.$inferSelect;
/** A party with its contact persons; their photos are read one by one. */
export interface StoredParty {
	party: PartyRow;
	contacts: PartyContact[];
}

/** The social map: parties, who to call there, and their faces. */
export function socialMap(queries: Queries) {
	const { parties: p, partyContacts: c, partyPhotos: f } = schema;
	const contactOf = (partyId: string, role: ContactRole) =>
		and(eq(c.partyId, partyId), eq(c.role, role));
	return {
		async all(): Promise<StoredParty[]> {
			const rows = await queries.select().from(p).orderBy(asc(p.name));
			const contacts = await queries.select().from(c);
			return rows.map((party) => ({
				party,
				contacts: contacts.filter((one) => one.partyId === party.id)
			}));
		},
		async find(id: string): Promise<StoredParty | null> {
			const [party] = await queries.select().from(p).where(eq(p.id, id));
			if (!party) return null;
			return { party, contacts: await queries.select().from(c).where(eq(c.partyId, id)) };
		},
		async add(row: typeof p.$inferInsert) {
			await queries.insert(p).values(row);
		},
		async change(id: string, values: Partial<typeof p.$inferInsert>) {
			await queries.update(p).set(values).where(eq(p.id, id));
		},
		async remove(id: string) {
			await queries.delete(f).where(eq(f.partyId, id));
			await queries.delete(c).where(eq(c.partyId, id));
			await queries.delete(p).where(eq(p.id, id));
		},
		async setContact(row: typeof c.$inferInsert) {
			await queries
				.insert(c)
				.values(row)
				.onConflictDoUpdate({ target: [c.partyId, c.role], set: row });
		},
		async removeContact(partyId: string, role: ContactRole) {
			await queries.delete(c).where(contactOf(partyId, role));
		},
		async photo(id: string): Promise<PartyPhoto | null> {
			const [row] = await queries.select().from(f).where(eq(f.id, id));
			return row ?? null;
		},
		async addPhoto(row: typeof f.$inferInsert) {
			await queries.insert(f).values(row);
		},
		async removePhoto(id: string) {
			await queries.delete(f).where(eq(f.id, id));
		}
	};
}
