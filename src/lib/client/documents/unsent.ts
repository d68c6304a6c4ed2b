import * as Y from 'yjs';

/** One update stays well under what the server takes, and under its sustained rate. */
const BATCH = 32 * 1024;

interface Edit {
	update: Uint8Array;
	/** This replica's Yjs clock after the edit. */
	clock: number;
}

/** What was typed and not yet acknowledged, in order. It leaves this list only when it is stored. */
export class Unsent {
	#edits: Edit[] = [];
	/** Own text up to here is stored. */
	storedClock = 0;

	get length(): number {
		return this.#edits.length;
	}

	add(update: Uint8Array, clock: number): void {
		this.#edits.push({ update, clock });
	}

	/** The oldest edits that fit in one message, merged; they stay here until `confirm`. */
	batch(): { update: Uint8Array; edits: number } | null {
		let size = 0;
		let edits = 0;
		for (const { update } of this.#edits) {
			if (edits > 0 && size + update.byteLength > BATCH) break;
			size += update.byteLength;
			edits++;
		}
		const [first, ...more] = this.#edits.slice(0, edits).map((edit) => edit.update);
		if (!first) return null;
		return { update: more.length > 0 ? Y.mergeUpdates([first, ...more]) : first, edits };
	}

	/** The server has stored the oldest `edits`. */
	confirm(edits: number): void {
		for (const { clock } of this.#edits.splice(0, edits)) this.storedClock = clock;
	}

	/** The server lacks what it once acknowledged: to be sent before all else. */
	prepend(update: Uint8Array): void {
		this.#edits.unshift({ update, clock: this.storedClock });
	}

	/** A new replica: nothing of it is stored, nothing waits. */
	restart(): void {
		this.#edits = [];
		this.storedClock = 0;
	}
}
