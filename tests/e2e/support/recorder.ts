import type { ConsoleMessage, Page, Response } from '@playwright/test';

export interface Received {
	kind: string;
	text: string;
	bytes: number;
}

/** Everything a page was sent, as text: responses (long-polling too) and websocket frames. */
export class Recorder {
	/** Messages of the console that are errors or warnings, and errors thrown in the page. */
	readonly complaints: string[] = [];
	readonly frames: Received[] = [];
	readonly responses: Received[] = [];
	readonly #reading = new Set<Promise<void>>();

	constructor(page: Page) {
		page.on('websocket', (socket) => {
			socket.on('framereceived', ({ payload }) => {
				const text = typeof payload === 'string' ? payload : payload.toString('utf8');
				const kind = typeof payload === 'string' ? 'text' : 'binary';
				this.frames.push({ kind, text, bytes: Buffer.byteLength(payload) });
			});
		});
		page.on('response', (response) => this.#read(response));
		page.on('console', (message) => this.#note(message));
		page.on('pageerror', (error) => this.complaints.push(`${error.name}: ${error.message}`));
	}

	/** All of it once what is under way has been read. */
	async everything(): Promise<string> {
		await Promise.all(this.#reading);
		return [...this.responses, ...this.frames]
			.map(({ kind, text }) => `${kind} ${text}`)
			.join('\n');
	}

	clear(): void {
		this.frames.length = 0;
		this.responses.length = 0;
	}

	#read(response: Response): void {
		const url = new URL(response.url());
		// The program itself is the same for everyone.
		if (url.pathname.startsWith('/_app/')) return;
		const received = {
			kind: `${response.request().method()} ${url.pathname}${url.search} ${response.status()}`,
			text: '',
			bytes: 0
		};
		this.responses.push(received);
		const reading = response
			.body()
			.then((body) => {
				received.text = body.toString('utf8');
				received.bytes = body.byteLength;
			})
			// Redirects have no body, and a page that is left takes its last answers with it.
			.catch(() => undefined)
			.finally(() => this.#reading.delete(reading));
		this.#reading.add(reading);
	}

	#note(message: ConsoleMessage): void {
		if (message.type() === 'error' || message.type() === 'warning')
			this.complaints.push(`${message.text()} (${message.location().url})`);
	}
}
