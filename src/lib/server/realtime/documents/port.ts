/** What the shared text asks of the store. */
export interface DocumentStore {
	/** Everything committed for this document; an unknown document is an empty one. */
	load(documentId: string): Promise<StoredDocument>;
	/** All of `writes`, in this order, in one transaction that is on disk when the promise resolves. */
	append(writes: readonly JournalWrite[]): Promise<void>;
}

export interface StoredDocument {
	epoch: number;
	snapshot: Uint8Array | null;
	/** Since the snapshot, oldest first. */
	updates: Uint8Array[];
	replicas: Replica[];
}

export type JournalWrite =
	/** `seq`: its place since the snapshot, from 1. */
	| { kind: 'update'; documentId: string; seq: number; bytes: Uint8Array }
	/** Replaces the snapshot and every journal row before it. */
	| { kind: 'snapshot'; documentId: string; bytes: Uint8Array }
	/** Replaces all of it, replica ids too; the epoch rises, so that nobody adds to what was before. */
	| { kind: 'rewritten'; documentId: string; bytes: Uint8Array }
	| { kind: 'replica'; documentId: string; replica: Replica };

/** One tab's place in one document: the Yjs client id it writes under. */
export interface Replica {
	clientId: number;
	personId: string;
	secretHash: string;
	createdAt: Date;
}
