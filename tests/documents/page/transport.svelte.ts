import type { DocumentTransport } from '#lib/client/documents/transport.ts';
import type { Socket } from 'socket.io-client';

export class SocketTransport implements DocumentTransport {
	connected = $state(false);
	readonly #socket: Socket;

	constructor(socket: Socket) {
		this.#socket = socket;
		socket.on('connect', () => (this.connected = true));
		socket.on('disconnect', () => (this.connected = false));
	}

	emitWithAck(event: string, payload: unknown): Promise<unknown> {
		return this.#socket.emitWithAck(event, payload);
	}

	on(event: string, handler: (payload: unknown) => void): () => void {
		this.#socket.on(event, handler);
		return () => this.#socket.off(event, handler);
	}

	onReconnect(handler: () => void): () => void {
		return this.on('connect', handler);
	}
}
