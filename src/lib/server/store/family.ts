import { asc, eq } from 'drizzle-orm';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';

export type StoredMember = Omit<typeof schema.networkMembers.$inferSelect, 'seq'>;
export type StoredInvolvement = Omit<typeof schema.involvements.$inferSelect, 'seq'>;

/** A version that is made from the one before gets a place of its own behind it. */
const OWN_PLACE = { seq: undefined };

/** Who counts for the child and which parties the family knows: all versions, in order. */
export function family(queries: Queries) {
	const { networkMembers: n, involvements: i } = schema;
	return {
		async members(caseId: string): Promise<StoredMember[]> {
			return queries.select().from(n).where(eq(n.caseId, caseId)).orderBy(asc(n.seq));
		},
		async addMember(row: StoredMember) {
			await queries.insert(n).values({ ...row, ...OWN_PLACE });
		},
		async involvements(caseId: string): Promise<StoredInvolvement[]> {
			return queries.select().from(i).where(eq(i.caseId, caseId)).orderBy(asc(i.seq));
		},
		async addInvolvement(row: StoredInvolvement) {
			await queries.insert(i).values({ ...row, ...OWN_PLACE });
		}
	};
}
