import { asc, eq, fillPlaceholders, sql } from 'drizzle-orm';
import type { DocumentStore, JournalWrite, StoredDocument } from '../realtime/documents/port.ts';
import type { OpenDatabase, Queries } from './database.ts';
import { documentReplicas, documents, documentUpdates } from './schema/documents.ts';
import type { Statement } from './writer-thread.ts';

/** Shared text in the database; appends go through the single writer. */
export function documentStore(database: OpenDatabase): DocumentStore {
	const statements = statementsOver(database.reader);
	return {
		load: (documentId) => load(database.reader, documentId),
		append: (writes) => database.append(statements(writes))
	};
}

/**
 * The journal is read before the snapshot: a compaction between the two then only makes updates
 * appear twice, which Yjs ignores. The other way round they would be missing.
 */
async function load(reader: Queries, documentId: string): Promise<StoredDocument> {
	const updates = await reader
		.select({ bytes: documentUpdates.bytes })
		.from(documentUpdates)
		.where(eq(documentUpdates.documentId, documentId))
		.orderBy(asc(documentUpdates.seq));
	const replicas = await reader
		.select()
		.from(documentReplicas)
		.where(eq(documentReplicas.documentId, documentId));
	const [row] = await reader.select().from(documents).where(eq(documents.id, documentId));
	return {
		epoch: row?.epoch ?? 1,
		snapshot: row?.snapshot ?? null,
		updates: updates.map((update) => update.bytes),
		replicas
	};
}

/** Only builds what is to be run: `queries` runs nothing here. */
function statementsOver(queries: Queries): (writes: readonly JournalWrite[]) => Statement[] {
	const d = sql.placeholder('documentId');
	const ofDocument = (id: string) => eq(documents.id, id);
	const addDocument = fast(queries.insert(documents).values({ id: d }).onConflictDoNothing());
	const addUpdate = fast(
		queries
			.insert(documentUpdates)
			.values({ documentId: d, seq: sql.placeholder('seq'), bytes: sql.placeholder('bytes') })
	);
	const clear = (table: typeof documentUpdates | typeof documentReplicas, documentId: string) =>
		queries.delete(table).where(eq(table.documentId, documentId)).toSQL();

	const statementsOf = (write: JournalWrite): Statement[] => {
		const { documentId } = write;
		switch (write.kind) {
			case 'update':
				return [
					...(write.seq === 1 ? [addDocument({ documentId })] : []),
					addUpdate({ documentId, seq: write.seq, bytes: write.bytes })
				];
			case 'snapshot':
				return [
					queries
						.insert(documents)
						.values({ id: documentId, snapshot: write.bytes })
						.onConflictDoUpdate({ target: documents.id, set: { snapshot: write.bytes } })
						.toSQL(),
					clear(documentUpdates, documentId)
				];
			case 'rewritten':
				return [
					queries
						.update(documents)
						.set({ snapshot: write.bytes, epoch: sql`${documents.epoch} + 1` })
						.where(ofDocument(documentId))
						.toSQL(),
					clear(documentUpdates, documentId),
					clear(documentReplicas, documentId)
				];
			case 'replica':
				return [
					addDocument({ documentId }),
					queries
						.insert(documentReplicas)
						.values({ documentId, ...write.replica })
						.toSQL()
				];
		}
	};
	return (writes) => writes.flatMap(statementsOf);
}

/** Built once, as a statement for each keystroke is worth it; values are filled in by name. */
function fast(query: {
	toSQL(): { sql: string; params: unknown[] };
}): (values: Record<string, unknown>) => Statement {
	const { sql: text, params } = query.toSQL();
	return (values) => ({ sql: text, params: fillPlaceholders(params, values) });
}
