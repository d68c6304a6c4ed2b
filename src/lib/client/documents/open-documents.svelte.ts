import { SharedDocument } from './shared-document.svelte.ts';
import type { DocumentTransport } from './transport.ts';

/**
 * The shared documents of one tab. A document that was left but still has edits to store stays here,
 * and is the one that comes back when its item is opened again: a second replica on the same
 * connection would push the first out of the room, with what it had not yet sent.
 */
export class OpenDocuments {
	readonly #transport: DocumentTransport;
	#documents = $state.raw<readonly SharedDocument[]>([]);

	constructor(transport: DocumentTransport) {
		this.#transport = transport;
	}

	open(id: string): SharedDocument {
		const here = this.#documents.find((document) => document.id === id);
		if (here?.stay()) return here;
		const document = new SharedDocument(id, this.#transport);
		this.#documents = [...this.#documents, document];
		return document;
	}

	/** Leaves it; resolves when what was typed in it is stored. */
	async leave(document: SharedDocument): Promise<void> {
		await document.close();
		this.#documents = this.#documents.filter((other) => other !== document);
	}

	/** Edits of this tab that are not stored, of items already left too. Reactive. */
	get unsaved(): number {
		return this.#documents.reduce((sum, document) => sum + document.unsaved, 0);
	}

	/** Leaves all; resolves when all that was typed is stored. */
	async close(): Promise<void> {
		await Promise.all(this.#documents.map((document) => this.leave(document)));
	}
}
