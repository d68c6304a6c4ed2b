import { SharedDocument } from '#lib/client/documents/shared-document.svelte.ts';
import type { DocumentTransport } from '#lib/client/documents/transport.ts';
import { isDocumentEvent, type ServerDocumentMessage } from '#lib/protocol/documents.ts';
import { answerDocumentEvent, type Access } from '#lib/server/realtime/documents/events.ts';
import type { DocumentRooms, Peer } from '#lib/server/realtime/documents/rooms.ts';
import { ITEM, ROOTS } from './people.ts';
import type { Server } from './rooms-fixture.ts';

let sockets = 0;

/** The connection of one tab, without a network: messages travel as copies, as bytes do. */
export class Wire implements DocumentTransport {
	connected = false;
	/** Answers of the server that never arrive: the connection breaks just before. */
	loseAnswers = false;
	/** Set to null: no longer at the item. */
	access: Access | null = { roots: ROOTS, writable: true };
	readonly asked: string[] = [];
	readonly #server: Server;
	readonly #personId: string;
	readonly #handlers = new Map<string, Set<(payload: unknown) => void>>();
	readonly #reconnected = new Set<() => void>();
	#peer: Peer | null = null;
	#rooms: DocumentRooms | null = null;
	#broken = new Set<() => void>();

	constructor(server: Server, personId: string) {
		this.#server = server;
		this.#personId = personId;
	}

	connect(): this {
		this.#rooms = this.#server.rooms;
		const peer: Peer = {
			id: `wire-${++sockets}`,
			personId: this.#personId,
			send: (message) => this.#hear(peer, structuredClone(message))
		};
		this.#peer = peer;
		this.connected = true;
		for (const handler of [...this.#reconnected]) handler();
		return this;
	}

	cut(): this {
		if (this.#peer) this.#rooms?.drop(this.#peer);
		this.#peer = null;
		this.connected = false;
		for (const breaking of [...this.#broken]) breaking();
		return this;
	}

	async emitWithAck(event: string, payload: unknown): Promise<unknown> {
		const peer = this.#peer;
		const rooms = this.#rooms;
		if (!peer || !rooms || !isDocumentEvent(event)) throw new Error('not connected');
		this.asked.push(event);
		const authorise = async () => this.access;
		const answer = answerDocumentEvent(rooms, authorise, peer, event, structuredClone(payload));
		const broken = Promise.withResolvers<never>();
		const breaking = () => broken.reject(new Error('connection lost'));
		this.#broken.add(breaking);
		try {
			const reply = await Promise.race([answer, broken.promise]);
			if (this.loseAnswers) this.cut();
			if (this.#peer !== peer) throw new Error('connection lost');
			return structuredClone(reply);
		} finally {
			this.#broken.delete(breaking);
		}
	}

	on(event: string, handler: (payload: unknown) => void): () => void {
		const handlers = this.#handlers.get(event) ?? new Set();
		this.#handlers.set(event, handlers.add(handler));
		return () => handlers.delete(handler);
	}

	onReconnect(handler: () => void): () => void {
		this.#reconnected.add(handler);
		return () => this.#reconnected.delete(handler);
	}

	open(): SharedDocument {
		return new SharedDocument(ITEM, this);
	}

	#hear(peer: Peer, message: ServerDocumentMessage): void {
		if (this.#peer !== peer) return;
		for (const handler of this.#handlers.get(message.event) ?? []) handler(message.payload);
	}
}
