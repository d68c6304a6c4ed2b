import type { LoadedDocument } from './loaded.ts';
import type { DocumentStore, JournalWrite, Replica } from './port.ts';

/** This many waiting: commit now. */
const FULL_GROUP = 64;
/**
 * Milliseconds in which a group gathers. Each commit is a sync to disk; much longer than this, and what
 * was gathered goes out in bursts that cost more at the tail than the syncs they save.
 */
const GATHER = 3;

export interface JournalEntry {
	loaded: LoadedDocument;
	replica?: Replica;
	/** Store a snapshot instead of another row. */
	compact?: boolean;
	/** Called when the group closes: the document now is what will be stored, no more and no less. */
	closing?(): void;
	/** It is on disk. */
	committed(): void;
	/** It is not, and the document in memory is thrown away: the disk refused, or it was spoiled. */
	failed(why: 'storage-read-only' | 'not-stored'): void;
}

export interface Commit {
	loaded: LoadedDocument;
	update: Uint8Array;
	authors: ReadonlySet<string>;
}

/** Neither these nor an entry's own callbacks may throw: one listener's fault is not the group's. */
interface JournalDeps {
	publish(commit: Commit): void;
	failed(documents: ReadonlySet<LoadedDocument>, error: unknown): void;
}

/**
 * Group commit: whatever arrives within a few milliseconds, over all documents, becomes one
 * transaction; while it is on its way to disk the next group gathers. Only a committed update is
 * handed on (`publish`) and acknowledged.
 */
export class Journal {
	readonly #store: DocumentStore;
	readonly #deps: JournalDeps;
	#waiting: JournalEntry[] = [];
	#scheduled: NodeJS.Timeout | null = null;
	/** When the group that waits began to gather; long ago when someone who comes in is in it. */
	#since = 0;
	#writing: Promise<void> | null = null;

	constructor(store: DocumentStore, deps: JournalDeps) {
		this.#store = store;
		this.#deps = deps;
	}

	add(entry: JournalEntry): void {
		if (this.#waiting.push(entry) === 1) this.#since = performance.now();
		if (entry.closing) this.#since = 0;
		this.#schedule();
	}

	/** Resolves when the group now on its way to disk, if any, has ended: only then is a load complete. */
	async settled(): Promise<void> {
		await this.#writing;
	}

	/** Resolves when nothing waits any more. */
	async flush(): Promise<void> {
		while (this.#writing || this.#waiting.length > 0) {
			if (!this.#writing) this.#start();
			await this.#writing;
		}
	}

	#schedule(): void {
		if (this.#writing || this.#waiting.length === 0) return;
		const left = GATHER - (performance.now() - this.#since);
		if (left <= 0 || this.#waiting.length >= FULL_GROUP) this.#start();
		else this.#scheduled ??= setTimeout(() => this.#start(), left);
	}

	#start(): void {
		if (this.#scheduled) clearTimeout(this.#scheduled);
		this.#scheduled = null;
		if (this.#writing || this.#waiting.length === 0) return;
		const group = this.#waiting;
		this.#waiting = [];
		this.#writing = this.#commit(group).finally(() => {
			this.#writing = null;
			this.#schedule();
		});
	}

	async #commit(group: JournalEntry[]): Promise<void> {
		const entries = group.filter((entry) => !entry.loaded.spoiled);
		const kept = new Set(entries);
		const documents = new Set(entries.map((entry) => entry.loaded));
		let commits: Commit[] | null = null;
		try {
			const closed = close(entries, documents);
			if (closed.writes.length > 0) await this.#store.append(closed.writes);
			commits = closed.commits;
		} catch (error) {
			for (const loaded of documents) loaded.spoiled = true;
			this.#deps.failed(documents, error);
		}
		for (const commit of commits ?? []) this.#deps.publish(commit);
		for (const entry of group) {
			if (commits && kept.has(entry)) entry.committed();
			else entry.failed(kept.has(entry) ? 'storage-read-only' : 'not-stored');
		}
	}
}

/** Without an await: between taking what was applied and encoding states nothing may be applied. */
function close(entries: JournalEntry[], documents: ReadonlySet<LoadedDocument>) {
	const writes: JournalWrite[] = [];
	const commits: Commit[] = [];
	for (const loaded of documents) {
		const taken = loaded.take();
		const asked = entries.some((entry) => entry.loaded === loaded && entry.compact);
		if (taken) {
			commits.push({ loaded, ...taken });
			const seq = asked ? null : loaded.nextRow();
			writes.push(
				seq === null
					? { kind: 'snapshot', documentId: loaded.id, bytes: loaded.snapshot() }
					: { kind: 'update', documentId: loaded.id, seq, bytes: taken.update }
			);
		} else if (asked && loaded.hasRows()) {
			writes.push({ kind: 'snapshot', documentId: loaded.id, bytes: loaded.snapshot() });
		}
	}
	for (const entry of entries) {
		if (entry.replica)
			writes.push({ kind: 'replica', documentId: entry.loaded.id, replica: entry.replica });
		entry.closing?.();
	}
	return { writes, commits };
}
