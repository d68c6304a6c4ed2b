import { asc, eq } from 'drizzle-orm';
import type { DocumentStore, JournalWrite, StoredDocument } from '../realtime/documents/port.ts';
import type { OpenDatabase, Queries } from './database.ts';
import { documentReplicas, documents, documentUpdates } from './schema/documents.ts';

/** Shared text in the database; appends go through the single writer. */
export function documentStore(database: OpenDatabase): DocumentStore {
	return {
		load: (documentId) => load(database.reader, documentId),
		append: (writes) =>
			database.write(async (queries) => {
				for (const documentId of new Set(writes.map((write) => write.documentId)))
					await queries.insert(documents).values({ id: documentId }).onConflictDoNothing();
				for (const write of writes) await put(queries, write);
			})
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

async function put(queries: Queries, write: JournalWrite): Promise<void> {
	const { documentId } = write;
	switch (write.kind) {
		case 'update':
			await queries.insert(documentUpdates).values({ documentId, bytes: write.bytes });
			return;
		case 'snapshot':
			await queries
				.update(documents)
				.set({ snapshot: write.bytes })
				.where(eq(documents.id, documentId));
			await queries.delete(documentUpdates).where(eq(documentUpdates.documentId, documentId));
			return;
		case 'replica':
			await queries.insert(documentReplicas).values({ documentId, ...write.replica });
	}
}
