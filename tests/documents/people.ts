import type {
	Opened,
	OpenDocument,
	ServerDocumentMessage,
	UpdateReply
} from '#lib/protocol/documents.ts';
import type { DocumentRooms, Peer } from '#lib/server/realtime/documents/rooms.ts';
import * as Y from 'yjs';

export const ITEM = 'item-26-5038-aaaaaaaaa';
export const ROOTS = ['common', 'facts:cjg', 'facts:veilig-thuis', 'worries:daan'];

let sockets = 0;

/** One tab of a named person with a Yjs document of its own, talking to the rooms without a socket. */
export class Tab implements Peer {
	readonly id = `socket-${++sockets}`;
	readonly personId: string;
	readonly heard: ServerDocumentMessage[] = [];
	readonly rooms: DocumentRooms;
	doc = new Y.Doc();
	epoch = 1;
	secret = '';
	#pending: Uint8Array[] = [];

	constructor(rooms: DocumentRooms, personId: string) {
		this.rooms = rooms;
		this.personId = personId;
	}

	send(message: ServerDocumentMessage): void {
		this.heard.push(message);
		if (message.event === 'document:update') Y.applyUpdate(this.doc, message.payload.update, this);
	}

	async open(input: Partial<OpenDocument> = {}): Promise<Opened> {
		const reply = await this.rooms.open(this, { documentId: ITEM, ...input }, ROOTS);
		if (!reply.ok) throw new Error(reply.error);
		this.doc.clientID = reply.clientId;
		this.epoch = reply.epoch;
		this.secret = reply.secret;
		Y.applyUpdate(this.doc, reply.state, this);
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.#pending.push(update);
		});
		return reply;
	}

	/** Another socket of the same tab: same document, same replica id. */
	async resumeOn(rooms: DocumentRooms): Promise<Tab> {
		const next = new Tab(rooms, this.personId);
		next.doc = this.doc;
		const reply = await next.open({
			epoch: this.epoch,
			stateVector: Y.encodeStateVector(this.doc),
			resume: { clientId: this.doc.clientID, secret: this.secret }
		});
		next.#pending.push(Y.encodeStateAsUpdate(this.doc, reply.stateVector));
		return next;
	}

	text(root = 'common'): string {
		return this.doc.getText(root).toString();
	}

	/** Types locally; `save` sends it. */
	type(text: string, at = this.text().length, root = 'common'): this {
		this.doc.getText(root).insert(at, text);
		return this;
	}

	erase(at: number, length: number, root = 'common'): this {
		this.doc.getText(root).delete(at, length);
		return this;
	}

	/** Everything not yet sent, as one update, still kept here. */
	unsent(): Uint8Array {
		return Y.mergeUpdates(this.#pending);
	}

	/** All this replica ever wrote and deleted, as after many lost acknowledgements. */
	everything(): Uint8Array {
		const others = Y.decodeStateVector(Y.encodeStateVector(this.doc));
		others.delete(this.doc.clientID);
		return Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(others));
	}

	async save(): Promise<UpdateReply> {
		if (this.#pending.length === 0) return { ok: true };
		const sent = new Set(this.#pending);
		const reply = await this.update(this.unsent());
		if (reply.ok) this.#pending = this.#pending.filter((update) => !sent.has(update));
		return reply;
	}

	update(update: Uint8Array): Promise<UpdateReply> {
		return this.rooms.update(this, { documentId: ITEM, epoch: this.epoch, update });
	}

	leave(): void {
		this.rooms.leave(this, ITEM);
	}
}
