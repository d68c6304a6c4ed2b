import { and, desc, eq } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type DossierExport = typeof schema.dossierExports.$inferSelect;
export type FamilyCopy = typeof schema.familyCopies.$inferSelect;

/** What was given out of an item: to an organisation's own dossier, and to the family. */
export function records(queries: Queries) {
	const { dossierExports: d, familyCopies: c } = schema;
	return {
		/** Newest first. */
		async exports(itemId: string, organisationId: string): Promise<DossierExport[]> {
			return queries
				.select()
				.from(d)
				.where(and(eq(d.itemId, itemId), eq(d.organisationId, organisationId)))
				.orderBy(desc(d.version));
		},
		async addExport(row: typeof d.$inferInsert) {
			await queries.insert(d).values(row);
		},
		/** Newest first. */
		async copies(itemId: string): Promise<FamilyCopy[]> {
			return queries
				.select()
				.from(c)
				.where(eq(c.itemId, itemId))
				.orderBy(desc(c.madeAt), desc(c.version));
		},
		async copy(id: string): Promise<FamilyCopy | null> {
			const [row] = await queries.select().from(c).where(eq(c.id, id));
			return row ?? null;
		},
		async addCopy(row: typeof c.$inferInsert) {
			await queries.insert(c).values(row);
		}
	};
}
