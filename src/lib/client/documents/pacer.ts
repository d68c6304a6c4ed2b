/** Milliseconds before trying again; doubles up to the longest. */
const FIRST_RETRY = 500;
const LONGEST_RETRY = 10_000;

/** The one thing a document waits for by the clock. */
export class Pacer {
	#timer: ReturnType<typeof setTimeout> | null = null;
	#retry = FIRST_RETRY;

	get waiting(): boolean {
		return this.#timer !== null;
	}

	after(milliseconds: number, work: () => void): void {
		this.stop();
		this.#timer = setTimeout(() => {
			this.#timer = null;
			work();
		}, milliseconds);
	}

	/** Tries again, each time later. */
	later(work: () => void): void {
		// Spread, or all tabs of a meeting come back in the same millisecond.
		this.after(this.#retry * (0.5 + Math.random()), work);
		this.#retry = Math.min(this.#retry * 2, LONGEST_RETRY);
	}

	/** It went well: the next retry is a first one. */
	calm(): void {
		this.#retry = FIRST_RETRY;
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
