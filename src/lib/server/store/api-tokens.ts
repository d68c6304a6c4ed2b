import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Queries } from './database.ts';
import type { Connector } from './delivery.ts';
import * as schema from './schema/index.ts';

/** Tokens of organisations' systems, by the hash of what they show. */
export function apiTokens(queries: Queries) {
	const { apiTokens: t, connectors: c } = schema;
	return {
		async add(row: typeof t.$inferInsert) {
			await queries.insert(t).values(row);
		},
		/** The connection a token was given to, as long as both are in use. */
		async connectorOf(hash: string, now: Date): Promise<Connector | null> {
			const [row] = await queries
				.select({ connector: c })
				.from(t)
				.innerJoin(c, eq(c.id, t.connectorId))
				.where(and(eq(t.hash, hash), gt(t.expiresAt, now), isNull(c.removedAt)));
			return row?.connector ?? null;
		},
		/** Whoever has one of these has to ask for another. */
		async endOf(connectorId: string) {
			await queries.delete(t).where(eq(t.connectorId, connectorId));
		},
		async forgetExpired(now: Date) {
			await queries.delete(t).where(lte(t.expiresAt, now));
		}
	};
}
