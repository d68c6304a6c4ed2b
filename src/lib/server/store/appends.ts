import { StorageReadOnly } from './disk.ts';
import type { Statement } from './writer-thread.ts';

interface Waiting {
	statements: readonly Statement[];
	done: PromiseWithResolvers<void>;
}

/**
 * Rows that are only ever added, in one transaction with all that waits with them: while one group is on
 * its way to disk the next gathers. A thousand tabs that open at once cost a few syncs, not a thousand.
 */
export class Appends {
	readonly #transact: (statements: readonly Statement[]) => Promise<void>;
	#waiting: Waiting[] = [];
	#writing = false;

	constructor(transact: (statements: readonly Statement[]) => Promise<void>) {
		this.#transact = transact;
	}

	/** Resolves when all of `statements` are on disk; rejects when none of them is. */
	add(statements: readonly Statement[]): Promise<void> {
		const done = Promise.withResolvers<void>();
		this.#waiting.push({ statements, done });
		void this.#write();
		return done.promise;
	}

	async #write(): Promise<void> {
		if (this.#writing) return;
		this.#writing = true;
		for (let group = this.#waiting; group.length > 0; group = this.#waiting) {
			this.#waiting = [];
			await this.#together(group);
		}
		this.#writing = false;
	}

	async #together(group: readonly Waiting[]): Promise<void> {
		try {
			await this.#transact(group.flatMap(({ statements }) => statements));
			for (const { done } of group) done.resolve();
		} catch (error) {
			// One that can't be stored must not cost the others theirs; a disk that refuses, refuses all.
			const alone = group.length === 1 || error instanceof StorageReadOnly;
			for (const one of group) {
				if (alone) one.done.reject(error);
				else await this.#together([one]);
			}
		}
	}
}
