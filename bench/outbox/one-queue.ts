import { request } from 'node:http';

const AT_ONCE = 80;
const TIMEOUT_MS = 10_000;

/**
 * The usual way, to compare with: one queue for all receivers, as many workers as Casustafel has hands
 * for ten receivers, everything in memory, no signature, nothing written down. What fails goes to the
 * back. Ends when `wanted` messages have arrived.
 */
export async function oneQueue(
	ports: readonly number[],
	each: number,
	wanted: number,
	body: (id: string) => string
): Promise<void> {
	const queue = Array.from({ length: each }, (_, number) =>
		ports.map((port) => ({ port, body: body(`${port}-${number}`) }))
	).flat();
	let arrived = 0;
	const closing = new AbortController();
	const worker = async () => {
		while (arrived < wanted) {
			const message = queue.shift();
			if (!message) return;
			if (await post(message, closing.signal)) arrived += 1;
			else queue.push(message);
		}
		closing.abort();
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function post(message: { port: number; body: string }, closing: AbortSignal): Promise<boolean> {
	return new Promise((done) => {
		const sending = request({
			host: '127.0.0.1',
			port: message.port,
			method: 'POST',
			path: '/webhook',
			agent: false,
			signal: AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)])
		});
		sending.on('response', (response) => {
			response.resume();
			response.on('end', () => done(response.statusCode === 204));
		});
		sending.on('error', () => done(false));
		sending.end(message.body);
	});
}
