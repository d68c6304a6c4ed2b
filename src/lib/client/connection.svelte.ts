import { fail, type Result } from '#lib/domain/result.ts';
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';
import { type CloseReason, PROTOCOL_VERSION } from '#lib/protocol/live.ts';
import { Decoder, FrameEncoder } from '#lib/protocol/wire/parser.ts';
import { io, type Socket } from 'socket.io-client';

export type ConnectionState = 'connecting' | 'online' | 'offline' | 'signed-out' | 'outdated';

const ANSWER_WITHIN = 8_000;
/** A proxy may take a websocket and pass nothing on. */
const CONNECT_WITHIN = 8_000;
/** Long-polling, and a websocket only once that has shown to work; for as long as this tab is there. */
const WARY = ['polling', 'websocket'];
const POLLING_FIRST = 'casustafel:polling-first';
/** A listening colleague is not signed out: a visible tab says so every few minutes. */
const STILL_HERE = 4 * 60_000;

/** One tab's live connection to the server, which comes back by itself. */
export class Connection {
	state: ConnectionState = $state('connecting');
	/** Commands given and not yet answered: kept, and sent again when the connection is back. */
	pending = $state(0);
	readonly #socket: Socket;
	#wasThere = false;
	#beat: ReturnType<typeof setInterval> | undefined;

	constructor() {
		this.#socket = io({
			auth: { protocol: PROTOCOL_VERSION, frames: true },
			parser: { Encoder: FrameEncoder, Decoder },
			transports: sessionStorage.getItem(POLLING_FIRST) ? WARY : ['websocket', 'polling'],
			tryAllTransports: true,
			timeout: CONNECT_WITHIN,
			reconnectionDelay: 300,
			reconnectionDelayMax: 3_000,
			randomizationFactor: 0.5
		});
		this.#socket.on('connect', () => {
			this.state = 'online';
			this.#wasThere = true;
		});
		this.#socket.on('disconnect', () => {
			if (!this.#ended) this.state = 'offline';
		});
		this.#socket.on('connect_error', (error) => {
			if (error.message === 'signed-out') this.#end('signed-out');
			else if (error.message === 'protocol-outdated') this.#end('outdated');
			else if (!this.#ended) this.state = 'offline';
			if (!this.#wasThere) this.#beWary();
		});
		this.#socket.on('closing', ({ reason }: { reason: CloseReason }) => this.#closing(reason));
		this.#beat = setInterval(() => {
			if (document.visibilityState === 'visible' && this.connected) this.#socket.emit('here', {});
		}, STILL_HERE);
	}

	get connected(): boolean {
		return this.state === 'online';
	}

	get #ended(): boolean {
		return this.state === 'signed-out' || this.state === 'outdated';
	}

	on<T>(event: string, handler: (payload: T) => void): () => void {
		this.#socket.on(event, handler);
		return () => this.#socket.off(event, handler);
	}

	/** Each time the connection is there (again), the first time included when it is not yet. */
	onReconnect(handler: () => void): () => void {
		return this.on('connect', handler);
	}

	/** One question, one answer; rejects when the connection is not there or is lost meanwhile. */
	async emitWithAck(event: string, payload: unknown): Promise<unknown> {
		if (!this.#socket.connected) throw new Error('offline');
		return this.#socket.timeout(ANSWER_WITHIN).emitWithAck(event, payload);
	}

	emit(event: string, payload: unknown): void {
		if (this.#socket.connected) this.#socket.emit(event, payload);
	}

	/**
	 * Gives a command, and again with the same id until the server has answered: sent twice, it takes
	 * effect once.
	 */
	async send<Name extends CommandName>(
		name: Name,
		input: CommandInput<Name>
	): Promise<Result<unknown>> {
		const id = crypto.randomUUID();
		this.pending += 1;
		try {
			return await this.ask('command', { id, name, input });
		} finally {
			this.pending -= 1;
		}
	}

	/** Asks until there is an answer; only being signed out ends it without one. */
	async ask<T>(event: string, payload: unknown): Promise<Result<T>> {
		while (!this.#ended) {
			try {
				return (await this.emitWithAck(event, payload)) as Result<T>;
			} catch {
				await this.#back();
			}
		}
		return fail('signed-out');
	}

	close(): void {
		clearInterval(this.#beat);
		this.#socket.close();
	}

	/** Resolves when connected, now or later, or when it will never be. */
	#back(): Promise<void> {
		if (this.#socket.connected || this.#ended) return Promise.resolve();
		return new Promise((resolve) => {
			const tell = () => {
				this.#socket.off('connect', tell);
				this.#socket.off('ended', tell);
				resolve();
			};
			this.#socket.on('connect', tell);
			this.#socket.on('ended', tell);
		});
	}

	/** Some proxies take a websocket and then close it, or say nothing more. */
	#beWary(): void {
		this.#socket.io.opts.transports = WARY;
		sessionStorage.setItem(POLLING_FIRST, 'yes');
	}

	#closing(reason: CloseReason): void {
		// A server that stops comes back: the client library tries again by itself, but not after a
		// disconnect by the server.
		if (reason === 'server-stops' || reason === 'misbehaved' || reason === 'account-changed') {
			this.#socket.once('disconnect', () => this.#socket.connect());
			return;
		}
		this.#end(reason === 'protocol-outdated' ? 'outdated' : 'signed-out');
	}

	#end(state: 'signed-out' | 'outdated'): void {
		this.state = state;
		this.#socket.listeners('ended').forEach((tell) => tell());
		this.#socket.close();
	}
}
