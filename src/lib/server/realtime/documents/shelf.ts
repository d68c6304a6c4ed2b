import type { DocumentError } from '#lib/protocol/documents.ts';
import { faultOf } from '#lib/server/fault.ts';
import { Journal } from './journal.ts';
import { CorruptDocument, LoadedDocument } from './loaded.ts';
import type { DocumentStore } from './port.ts';
import { Room } from './room.ts';

/** The rooms with someone in or at the door, and how a document comes into memory and leaves it. */
export class Shelf {
	readonly #store: DocumentStore;
	readonly #journal: Journal;
	readonly #log: (event: object) => void;
	readonly #rooms = new Map<string, Room>();
	readonly #corrupt = new Set<string>();

	constructor(store: DocumentStore, journal: Journal, log: (event: object) => void) {
		this.#store = store;
		this.#journal = journal;
		this.#log = log;
	}

	get(documentId: string): Room | undefined {
		return this.#rooms.get(documentId);
	}

	/** The room, empty when it was not there. */
	room(documentId: string): Room {
		const room = this.#rooms.get(documentId) ?? new Room(documentId);
		this.#rooms.set(documentId, room);
		return room;
	}

	/** The room's document from memory or from the store, or why it cannot be had. */
	async load(room: Room): Promise<LoadedDocument | DocumentError> {
		const documentId = room.id;
		if (this.#corrupt.has(documentId)) return 'document-corrupt';
		try {
			return await room.document(async () => {
				await this.#journal.settled();
				return new LoadedDocument(documentId, await this.#store.load(documentId));
			});
		} catch (error) {
			if (error instanceof CorruptDocument) {
				this.#corrupt.add(documentId);
				this.#log({ event: 'document-corrupt', documentId });
				return 'document-corrupt';
			}
			this.#log({ event: 'document-load-failed', documentId, ...faultOf(error) });
			return 'not-stored';
		}
	}

	/** When nobody is here: leaves a snapshot without deleted text, and forgets the document. */
	rest(room: Room): void {
		if (!room.empty) return;
		const { loaded } = room;
		const forget = () => {
			// Whoever came since came in through the journal, behind this entry: an empty room has
			// nothing waiting that the next load would miss.
			if (room.empty && this.#rooms.get(room.id) === room) this.#rooms.delete(room.id);
		};
		if (loaded) this.#journal.add({ loaded, compact: true, committed: forget, failed: forget });
		else forget();
	}
}
