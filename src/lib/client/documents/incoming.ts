import type { ServerDocumentMessage } from '#lib/protocol/documents.ts';
import { asBytes, type DocumentTransport } from './transport.ts';

type Event = ServerDocumentMessage['event'];
export type Payload<E extends Event> = Extract<ServerDocumentMessage, { event: E }>['payload'];

/** Lets remote changes in again. */
export type Release = () => void;

/** Handlers for what the server says about one document; returns what stops them. */
export function listenTo(
	transport: DocumentTransport,
	documentId: string,
	handlers: { [E in Event]: (payload: Payload<E>) => void }
): () => void {
	const listen = <E extends Event>(event: E, handler: (payload: Payload<E>) => void) =>
		transport.on(event, (payload) => {
			const mine = payload as Payload<E>;
			if (mine.documentId === documentId) handler(mine);
		});
	const stops = [
		listen('document:update', handlers['document:update']),
		listen('document:cursor', handlers['document:cursor']),
		listen('document:reset', handlers['document:reset']),
		listen('document:gone', handlers['document:gone'])
	];
	return () => stops.forEach((stop) => stop());
}

/** Others' updates, kept back until the document is open and no input method composes. */
export class Incoming {
	readonly #apply: (update: Uint8Array) => void;
	#waiting: Payload<'document:update'>[] = [];
	#holds = 0;
	/** The epoch that is open; null: none. */
	#epoch: number | null = null;

	constructor(apply: (update: Uint8Array) => void) {
		this.#apply = apply;
	}

	receive(payload: Payload<'document:update'>): void {
		this.#waiting.push(payload);
		this.#let();
	}

	open(epoch: number): void {
		this.#epoch = epoch;
		this.#let();
	}

	shut(): void {
		this.#epoch = null;
	}

	hold(): Release {
		this.#holds++;
		let held = true;
		return () => {
			if (!held) return;
			held = false;
			this.#holds--;
			this.#let();
		};
	}

	#let(): void {
		if (this.#epoch === null || this.#holds > 0) return;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const { epoch, update } of waiting)
			if (epoch === this.#epoch) this.#apply(asBytes(update));
	}
}
