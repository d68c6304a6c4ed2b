import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
	url: string;
	/** The server behind it, once that has started. */
	target: string;
	/** How often it refused a websocket. */
	refused: number;
	stop(): Promise<void>;
}

/** A proxy as some municipalities have it: everything passes, but no upgrade to a websocket. */
export async function proxyWithoutWebsockets(): Promise<Proxy> {
	const server = createServer((incoming, answer) => {
		const { method, headers } = incoming;
		const onward = request(new URL(incoming.url ?? '/', proxy.target), { method, headers });
		onward.on('response', (reply) => {
			answer.writeHead(reply.statusCode ?? 502, reply.headers);
			reply.pipe(answer);
		});
		onward.on('error', () => answer.destroy());
		answer.on('close', () => onward.destroy());
		incoming.pipe(onward);
	});
	server.on('upgrade', (_, socket) => {
		proxy.refused += 1;
		socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const proxy: Proxy = {
		url: `http://127.0.0.1:${port}`,
		target: '',
		refused: 0,
		async stop() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		}
	};
	return proxy;
}
