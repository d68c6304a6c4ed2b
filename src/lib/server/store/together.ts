import { StorageReadOnly } from './disk.ts';

interface Waiting<T> {
	one: T;
	done: PromiseWithResolvers<void>;
}

/**
 * Writes of a kind, in one transaction with all that waits with them: while one group is on its way to disk
 * the next gathers. A thousand tabs that open at once cost a few syncs, not a thousand.
 */
export class Together<T> {
	readonly #transact: (group: readonly T[]) => Promise<void>;
	readonly #gather: (() => Promise<void>) | null;
	#waiting: Waiting<T>[] = [];
	#writing = false;

	/** `gather`: waited for before each group. Needed where a commit blocks: nothing gathers during it. */
	constructor(
		transact: (group: readonly T[]) => Promise<void>,
		gather: (() => Promise<void>) | null = null
	) {
		this.#transact = transact;
		this.#gather = gather;
	}

	/** Resolves when `one` is on disk; rejects when nothing of it is. */
	add(one: T): Promise<void> {
		const done = Promise.withResolvers<void>();
		this.#waiting.push({ one, done });
		void this.#write();
		return done.promise;
	}

	async #write(): Promise<void> {
		if (this.#writing) return;
		this.#writing = true;
		while (this.#waiting.length > 0) {
			if (this.#gather) await this.#gather();
			const group = this.#waiting;
			this.#waiting = [];
			await this.#group(group);
		}
		this.#writing = false;
	}

	async #group(group: readonly Waiting<T>[]): Promise<void> {
		try {
			await this.#transact(group.map(({ one }) => one));
			for (const { done } of group) done.resolve();
		} catch (error) {
			// One that can't be stored must not cost the others theirs; a disk that refuses, refuses all.
			const alone = group.length === 1 || error instanceof StorageReadOnly;
			for (const waiting of group) {
				if (alone) waiting.done.reject(error);
				else await this.#group([waiting]);
			}
		}
	}
}
