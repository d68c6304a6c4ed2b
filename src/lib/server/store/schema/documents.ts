import { bytes, count, id, moment, primaryKey, string, table } from '../columns.ts';

/** A shared text document; its id is the case item's. The newest snapshot, without deleted text. */
export const documents = table('documents', {
	id: id().primaryKey(),
	/** Rises when history is rewritten; a client of an older epoch discards what it holds. */
	epoch: count('epoch').notNull().default(1),
	snapshot: bytes('snapshot')
});

/**
 * The journal: what was committed since the snapshot, numbered from 1. One document's rows lie together
 * on disk (migration `journal-by-document`): a snapshot that takes their place rewrites a few pages.
 */
export const documentUpdates = table(
	'document_updates',
	{
		documentId: id('document_id')
			.notNull()
			.references(() => documents.id),
		seq: count('seq').notNull(),
		bytes: bytes('bytes').notNull()
	},
	(t) => [primaryKey({ columns: [t.documentId, t.seq] })]
);

/** The Yjs client id one tab writes under. Only the person it was given to can resume it. */
export const documentReplicas = table(
	'document_replicas',
	{
		documentId: id('document_id')
			.notNull()
			.references(() => documents.id),
		clientId: count('client_id').notNull(),
		personId: id('person_id').notNull(),
		/** SHA-256 of the resume secret, base64url. */
		secretHash: string('secret_hash').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.documentId, t.clientId] })]
);
