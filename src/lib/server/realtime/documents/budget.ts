import { DOCUMENT_LIMITS } from '#lib/protocol/documents.ts';

/** What one socket may still send: two buckets that fill with time (sustained rates in the limits). */
export class Budget {
	#messages = 2 * DOCUMENT_LIMITS.messagesPerSecond;
	#bytes = 2 * DOCUMENT_LIMITS.update;
	#at: number;

	constructor(now: Date) {
		this.#at = now.getTime();
	}

	/** Takes one message of `bytes`; false, and nothing taken, when it goes too fast. */
	take(bytes: number, now: Date): boolean {
		const { messagesPerSecond, bytesPerSecond, update } = DOCUMENT_LIMITS;
		const seconds = Math.max(0, now.getTime() - this.#at) / 1000;
		this.#at = now.getTime();
		this.#messages = Math.min(2 * messagesPerSecond, this.#messages + seconds * messagesPerSecond);
		this.#bytes = Math.min(2 * update, this.#bytes + seconds * bytesPerSecond);
		if (this.#messages < 1 || this.#bytes < bytes) return false;
		this.#messages -= 1;
		this.#bytes -= bytes;
		return true;
	}
}
