import { desc, eq } from 'drizzle-orm';
import type { AccessEntry, Actor } from '../work.ts';
import type { Queries } from './database.ts';
import * as schema from './schema/index.ts';
import type { Statement } from './writer-thread.ts';

/** The access log: rows are added and read, never changed (the database refuses it too). */
export function accessLog(queries: Queries) {
	const t = schema.accessLog;
	const insert = (actor: Actor, at: Date, entry: AccessEntry) =>
		queries.insert(t).values({
			at,
			event: entry.event,
			personId: actor.connectorId ? null : actor.personId,
			organisationId: actor.organisationId,
			role: actor.connectorId ? 'connector' : actor.administers,
			responsiblePersonId: entry.responsiblePersonId ?? null,
			client: actor.client,
			clientAddress: actor.address,
			objectKind: entry.objectKind,
			objectId: entry.objectId,
			caseId: entry.caseId ?? null,
			ground: entry.ground,
			outcome: entry.outcome ?? 'allowed'
		});
	return {
		async add(actor: Actor, at: Date, entry: AccessEntry) {
			await insert(actor, at, entry);
		},
		/** The same row, to be appended (see `OpenDatabase.append`). */
		row: (actor: Actor, at: Date, entry: AccessEntry): Statement =>
			insert(actor, at, entry).toSQL(),
		async ofCase(caseId: string, most = 200) {
			return queries.select().from(t).where(eq(t.caseId, caseId)).orderBy(desc(t.seq)).limit(most);
		},
		async newest(most = 200) {
			return queries.select().from(t).orderBy(desc(t.seq)).limit(most);
		}
	};
}
