import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Proxy {
	url: string;
	/** The server behind it, once that has started. */
	target: string;
	/** How often a websocket was asked of it. */
	asked: number;
	/** Nothing passes any more, and what was open is broken off. */
	cut(): void;
	mend(): void;
	stop(): Promise<void>;
}

/**
 * What a municipality's proxy does with a websocket: let it through, refuse it, take it and close it, or
 * take it and say nothing more.
 */
export type Websockets = 'pass' | 'refused' | 'closed' | 'silent';

const TAKEN =
	'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ';

/** Between the browsers and the server, as in an organisation's network. */
export async function proxyWith(websockets: Websockets): Promise<Proxy> {
	const open = new Set<Duplex>();
	let isCut = false;
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
	server.on('connection', (socket) => {
		if (isCut) return void socket.destroy();
		open.add(socket);
		socket.on('close', () => open.delete(socket));
	});
	server.on('upgrade', async ({ url, headers }, near, head) => {
		proxy.asked += 1;
		near.on('error', () => near.destroy());
		if (websockets === 'refused')
			return near.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
		if (websockets !== 'pass') {
			near.write(`${TAKEN}${await acceptOf(headers['sec-websocket-key'] ?? '')}\r\n\r\n`);
			if (websockets === 'closed') near.end(Buffer.from([0x88, 0]));
			return;
		}
		const far = connect(Number(new URL(proxy.target).port), '127.0.0.1');
		far.on('error', () => near.destroy());
		far.on('close', () => near.destroy());
		near.on('close', () => far.destroy());
		const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
		far.write([`GET ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
		far.write(head);
		near.pipe(far).pipe(near);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const breakOff = () => {
		for (const socket of open) socket.destroy();
	};
	const proxy: Proxy = {
		url: `http://127.0.0.1:${port}`,
		target: '',
		asked: 0,
		cut() {
			isCut = true;
			breakOff();
		},
		mend() {
			isCut = false;
		},
		async stop() {
			const closed = once(server, 'close');
			server.close();
			breakOff();
			await closed;
		}
	};
	return proxy;
}

/** RFC 6455, section 4.2.2. */
async function acceptOf(key: string): Promise<string> {
	const bytes = new TextEncoder().encode(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
	return Buffer.from(await crypto.subtle.digest('SHA-1', bytes)).toString('base64');
}
