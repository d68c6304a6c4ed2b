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
	/** At most: what was added to it, before deletions and merging are taken off. */
	#size: number;
	/** The whole of it, until the next edit: six people come in at the same minute. */
	#whole: Uint8Array | null = null;

	constructor(id: string, stored: StoredDocument) {
		this.id = id;
		this.epoch = stored.epoch;
		this.replicas = new Replicas(stored.replicas);
		this.#journalRows = stored.updates.length;
		// Garbage collection on: deleted text must be gone from memory, snapshot and what joiners get.
		this.doc = new Y.Doc({ gc: true });
		try {
			if (stored.snapshot) Y.applyUpdate(this.doc, stored.snapshot);
			if (stored.updates.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates(stored.updates));
		} catch (cause) {
			throw new CorruptDocument(id, { cause });
		}
		if (this.hasGap()) throw new CorruptDocument(id);
		const pieces = [...(stored.snapshot ? [stored.snapshot] : []), ...stored.updates];
		this.#size = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
		if (stored.updates.length === 0) this.#whole = stored.snapshot;
		this.doc.on('update', (update: Uint8Array, author: unknown) => {
			this.#applied.push(update);
			this.#size += update.byteLength;
			this.#whole = null;
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
		this.#size = this.state().byteLength;
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

	/** The number of the next journal row; null when it is time for a snapshot instead. */
	nextRow(): number | null {
		if (this.#journalRows + 1 >= COMPACT_AT) return null;
		return ++this.#journalRows;
	}

	hasRows(): boolean {
		return this.#journalRows > 0;
	}

	/** The whole of it, deleted text left out; or what someone lacks whose state vector is `from`. */
	state(from?: Uint8Array): Uint8Array {
		if (from) return Y.encodeStateAsUpdate(this.doc, from);
		return (this.#whole ??= Y.encodeStateAsUpdate(this.doc));
	}

	/** The whole of it, for the store to keep in the place of the journal. */
	snapshot(): Uint8Array {
		this.#journalRows = 0;
		return this.state();
	}
}
