import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { CloudEvent } from '#lib/protocol/api.ts';

export type Answer = 'ok' | 'error' | 'refuse' | 'gone' | 'redirect' | 'drop' | 'hang';

export interface Receiver {
	url: string;
	/** `host:port`, for the list of what may be reached. */
	place: string;
	/** Every request that came in whole, in order. */
	requests: { event: CloudEvent; headers: IncomingMessage['headers']; body: string }[];
	/** By event id: what an honest receiver acts on. */
	effects: Map<string, CloudEvent>;
	/** How the next requests are answered. */
	answer: (event: CloudEvent) => Answer;
	/** Called when a request is in, before it is answered. */
	arrived: (event: CloudEvent) => Promise<void> | void;
}

/** A real receiver of webhooks on this computer, which can be told to misbehave. */
export async function receiver(): Promise<Receiver> {
	const server = createServer((request, response) => void take(request, response));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	const place = `127.0.0.1:${port}`;
	const self: Receiver = {
		url: `http://${place}/webhook`,
		place,
		requests: [],
		effects: new Map(),
		answer: () => 'ok',
		arrived: () => {}
	};
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	});

	async function take(request: IncomingMessage, response: ServerResponse) {
		const parts: Buffer[] = [];
		for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
		const body = Buffer.concat(parts).toString('utf8');
		const event = JSON.parse(body) as CloudEvent;
		self.requests.push({ event, headers: request.headers, body });
		await self.arrived(event);
		const answer = self.answer(event);
		if (answer === 'ok' || answer === 'drop') self.effects.set(event.id, event);
		switch (answer) {
			case 'ok':
				return response.writeHead(204).end();
			case 'error':
				return response.writeHead(500).end();
			case 'refuse':
				return response.writeHead(422).end();
			case 'gone':
				return response.writeHead(410).end();
			case 'redirect':
				return response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
			case 'drop':
				return request.socket.destroy();
			case 'hang':
				return;
		}
	}
	return self;
}
