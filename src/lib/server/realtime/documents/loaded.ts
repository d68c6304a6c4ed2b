import * as Y from 'yjs';
import type { StoredDocument } from './port.ts';
import { Replicas } from './replicas.ts';

/** Journal rows after which a snapshot takes their place. */
const COMPACT_AT = 200;

/** A document's stored bytes do not form a document; the others are not touched by it. */
export class CorruptDocument extends Error {}

/**
 * One document in memory. It runs ahead of the disk by what has been applied and not committed:
 * `take` hands exactly that out, so that nothing else of it ever leaves.
 */
export class LoadedDocument {
	readonly id: string;
	readonly epoch: number;
	readonly doc: Y.Doc;
	readonly replicas: Replicas;
	/** What it holds in memory is not what is stored; throw it away and load again. */
	spoiled = false;
	#journalRows: number;
	#applied: Uint8Array[] = [];
	#authors = new Set<string>();
	#size: number;
	#sizeIsExact = true;

	constructor(id: string, stored: StoredDocument) {
		this.id = id;
		this.epoch = stored.epoch;
		this.replicas = new Replicas(stored.replicas);
		this.#journalRows = stored.updates.length;
		// Garbage collection on: deleted text must be gone from memory, snapshot and what joiners get.
		this.doc = new Y.Doc({ gc: true });
		try {
			if (stored.snapshot) Y.applyUpdate(this.doc, stored.snapshot);
			for (const update of stored.updates) Y.applyUpdate(this.doc, update);
		} catch (cause) {
			throw new CorruptDocument(id, { cause });
		}
		if (this.hasGap()) throw new CorruptDocument(id);
		this.#size = Y.encodeStateAsUpdate(this.doc).byteLength;
		this.doc.on('update', (update: Uint8Array, author: unknown) => {
			this.#applied.push(update);
			this.#size += update.byteLength;
			this.#sizeIsExact = false;
			if (typeof author === 'string') this.#authors.add(author);
		});
	}

	/** Yjs parks what it cannot place, without an event: such an update would look stored and not be. */
	hasGap(): boolean {
		return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
	}

	wrote(clientId: number): boolean {
		return this.doc.store.clients.has(clientId);
	}

	/** Whether `more` bytes fit in `most`. The running estimate is high, so it is checked before a no. */
	fits(more: number, most: number): boolean {
		if (this.#size + more <= most) return true;
		if (!this.#sizeIsExact) this.#size = Y.encodeStateAsUpdate(this.doc).byteLength;
		this.#sizeIsExact = true;
		return this.#size + more <= most;
	}

	/**
	 * Everything applied since the last call, merged, with who wrote it; null when nothing was.
	 * At this moment the document is what is stored plus exactly this.
	 */
	take(): { update: Uint8Array; authors: ReadonlySet<string> } | null {
		const [first, ...more] = this.#applied;
		if (!first) return null;
		const authors = this.#authors;
		this.#applied = [];
		this.#authors = new Set();
		return { update: more.length > 0 ? Y.mergeUpdates([first, ...more]) : first, authors };
	}

	/** Counts a journal row; true when it is time for a snapshot instead. */
	countRow(): boolean {
		this.#journalRows++;
		return this.#journalRows >= COMPACT_AT;
	}

	hasRows(): boolean {
		return this.#journalRows > 0;
	}

	/** The whole of it for the store, deleted text left out. */
	snapshot(): Uint8Array {
		this.#journalRows = 0;
		return Y.encodeStateAsUpdate(this.doc);
	}
}
