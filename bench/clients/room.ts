import * as Y from 'yjs';
import type { Typist } from './typist.ts';

/** The people of one document: which edits of whom have reached whom. */
export class TypingRoom {
	readonly #byId = new Map<number, Typist>();

	/** `seen` is told when an edit was sent and when it arrived. */
	add(typist: Typist, seen: (sentAt: number, now: number) => void): void {
		this.#byId.set(typist.clientId, typist);
		typist.participant.hear = (update) => {
			const now = performance.now();
			for (const [clientId, clock] of Y.parseUpdateMeta(update).to) {
				const author = this.#byId.get(clientId);
				if (!author || author === typist) continue;
				for (let letter = typist.heard.get(clientId) ?? 0; letter < clock; letter++)
					seen(author.sentAt[letter] ?? NaN, now);
				typist.heard.set(clientId, Math.max(clock, typist.heard.get(clientId) ?? 0));
			}
		};
	}

	get missing(): number {
		const typists = [...this.#byId.values()];
		let missing = 0;
		for (const author of typists)
			for (const other of typists)
				if (other !== author)
					missing += author.sentAt.length - (other.heard.get(author.clientId) ?? 0);
		return missing;
	}
}
