import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Passed {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
}

/** `answer`: instead of the server's; `drop`: the server gets it, and its answer is lost; `hang`: no answer. */
export type Turn =
	{ status: number; body?: string; headers?: Record<string, string> } | 'drop' | 'hang';

export interface Proxy {
	place: string;
	/** The same address by way of this. */
	through(url: string): string;
	/** Every request, in order. */
	readonly passed: Passed[];
	/** What happens to a request instead of passing on; null: it passes. */
	turn: (request: Passed) => Turn | null;
	/** Called before a request passes on. */
	before: (request: Passed) => Promise<void> | void;
	/** Called when the server has answered, before that is passed back. */
	after: (request: Passed) => Promise<void> | void;
	/** Changes what the server answered. */
	alter: (request: Passed, answer: string) => string;
}

/** Stands before a real server, hears what is asked, and can be told to stand in the way. */
export async function proxy(target: () => string): Promise<Proxy> {
	const server = createServer((request, response) => {
		void pass(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	});
	const self: Proxy = {
		place,
		through: (url) => `http://${place}${new URL(url).pathname}`,
		passed: [],
		turn: () => null,
		before: () => {},
		after: () => {},
		alter: (_, answer) => answer
	};
	return self;

	async function pass(request: IncomingMessage, response: ServerResponse) {
		const parts: Buffer[] = [];
		for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
		const asked: Passed = {
			method: request.method ?? '',
			path: request.url ?? '',
			headers: request.headers,
			body: Buffer.concat(parts).toString('utf8')
		};
		self.passed.push(asked);
		const turn = self.turn(asked);
		if (turn === 'hang') return;
		if (turn && turn !== 'drop')
			return response.writeHead(turn.status, turn.headers ?? {}).end(turn.body ?? '');
		await self.before(asked);
		const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
		const answer = await fetch(`${target()}${asked.path}`, {
			method: asked.method,
			headers: headers as Record<string, string>,
			redirect: 'manual',
			...(asked.body && { body: asked.body })
		});
		const body = self.alter(asked, await answer.text());
		await self.after(asked);
		if (turn === 'drop') return request.socket.destroy();
		const { 'content-length': ____, ...given } = Object.fromEntries(answer.headers);
		response.writeHead(answer.status, given).end(body);
	}
}
