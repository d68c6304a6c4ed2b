import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebhookReceiver {
	url: string;
	/** `host:port`, for WEBHOOK_ALLOW. */
	place: string;
	/** The types of the events it was sent, in order. */
	readonly types: string[];
	/** What it answers from now on: 204, 422, 500, 410 … */
	answerWith(status: number): void;
	stop(): Promise<void>;
}

/** An organisation's own system: a real receiver of webhooks beside the browser. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
	const types: string[] = [];
	let status = 204;
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const { type } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { type: string };
			types.push(type);
			response.writeHead(status).end();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/postvak`,
		place: `127.0.0.1:${port}`,
		types,
		answerWith(next) {
			status = next;
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((stopped) => server.close(stopped));
		}
	};
}
