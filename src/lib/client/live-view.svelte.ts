import type { ViewGoneMessage, ViewPartMessage } from '#lib/protocol/live.ts';
import type { Connection } from './connection.svelte.ts';

/** What the server shows of one topic, kept fresh; opened again after each reconnect. */
export class LiveView<Parts extends object> {
	parts = $state<Parts>();
	/** Not there, or not (any longer) for this viewer: the two are never told apart. */
	gone = $state(false);
	readonly topic: string;
	readonly #connection: Connection;
	readonly #stop: (() => void)[];
	#closed = false;

	constructor(connection: Connection, topic: string) {
		this.#connection = connection;
		this.topic = topic;
		this.#stop = [
			connection.on<ViewPartMessage>('view:part', ({ topic, part, value }) => {
				if (topic === this.topic && this.parts) this.parts[part as keyof Parts] = value as never;
			}),
			connection.on<ViewGoneMessage>('view:gone', ({ topic }) => {
				if (topic === this.topic) this.#lose();
			}),
			connection.onReconnect(() => void this.#open())
		];
		if (connection.connected) void this.#open();
	}

	/** Asks again for a view that was not there: an invitation can come while one waits. */
	async reopen(): Promise<void> {
		await this.#open();
	}

	close(): void {
		this.#closed = true;
		for (const stop of this.#stop) stop();
		this.#connection.emit('view:close', { topic: this.topic });
	}

	async #open(): Promise<void> {
		const answer = await this.#connection.ask<Parts>('view:open', { topic: this.topic });
		if (this.#closed) return;
		if (answer.ok) {
			this.parts = answer.value;
			this.gone = false;
		} else if (answer.error === 'not-found') this.#lose();
	}

	#lose(): void {
		this.parts = undefined;
		this.gone = true;
	}
}
