import type { DocumentTransport } from '#lib/client/documents/transport.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/live.ts';
import { Decoder, FrameEncoder } from '#lib/protocol/wire/parser.ts';
import type { Result } from '#lib/domain/result.ts';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';

const ANSWER_WITHIN_MS = 8_000;

export interface LineOptions {
	cookie: string;
	/** The server's own address, when the line goes by way of a proxy. */
	origin?: string;
	transports?: string[];
	/** Milliseconds before it tries to come back, the first time and at most; as fast as a test wants. */
	back?: readonly [number, number];
}

/** One tab's connection over a real socket, that comes back by itself as the browser's does. */
export class Line implements DocumentTransport {
	readonly socket: Socket;
	/** What the server told it, by event. */
	readonly heard: { event: string; payload: unknown }[] = [];

	constructor(url: string, { cookie, origin = url, transports, back = [50, 300] }: LineOptions) {
		this.socket = io(url, {
			auth: { protocol: PROTOCOL_VERSION, frames: true },
			parser: { Encoder: FrameEncoder, Decoder },
			transports: transports ?? ['websocket'],
			forceNew: true,
			reconnectionDelay: back[0],
			reconnectionDelayMax: back[1],
			extraHeaders: { cookie, origin }
		});
		this.socket.onAny((event: string, payload: unknown) => {
			this.heard.push({ event, payload });
			if (this.heard.length > 2_000) this.heard.splice(0, 1_000);
		});
		onTestFinished(() => void this.socket.close());
	}

	get connected(): boolean {
		return this.socket.connected;
	}

	async emitWithAck(event: string, payload: unknown): Promise<unknown> {
		if (!this.socket.connected) throw new Error('offline');
		return this.socket.timeout(ANSWER_WITHIN_MS).emitWithAck(event, payload);
	}

	on(event: string, handler: (payload: unknown) => void): () => void {
		this.socket.on(event, handler);
		return () => this.socket.off(event, handler);
	}

	onReconnect(handler: () => void): () => void {
		return this.on('connect', handler);
	}

	/** Gives a command, again with the same id until there is an answer. */
	async command(name: string, input: unknown): Promise<Result<unknown>> {
		const id = randomUUID();
		for (;;) {
			try {
				return (await this.emitWithAck('command', { id, name, input })) as Result<unknown>;
			} catch {
				await this.#back();
			}
		}
	}

	#back(): Promise<unknown> {
		if (this.socket.connected) return Promise.resolve();
		return new Promise((resolve) => this.socket.once('connect', () => resolve(null)));
	}
}
