import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

/**
 * Ten organisations' systems in a process of their own. Each answers 204 after it read the message; a
 * dead one takes the connection and never answers. Tells its ports, and when each message was there.
 */
export type Told = { ports: number[] } | { arrived: [organisation: number, at: number][] };
export type Asked = { dead: number | null } | 'arrived';

export const ORGANISATIONS = 10;

if (process.send) {
	let dead: number | null = null;
	let arrived: [number, number][] = [];
	const servers = Array.from({ length: ORGANISATIONS }, (_, organisation) =>
		createServer((request, response) => {
			if (organisation === dead) return;
			request.resume();
			request.on('end', () => {
				arrived.push([organisation, Date.now()]);
				response.writeHead(204).end();
			});
		})
	);
	const tell = (told: Told) => process.send?.(told);
	process.on('message', (asked: Asked) => {
		if (asked === 'arrived') {
			tell({ arrived });
			arrived = [];
		} else dead = asked.dead;
	});
	await Promise.all(
		servers.map((server) => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
	);
	tell({ ports: servers.map((server) => (server.address() as AddressInfo).port) });
}
