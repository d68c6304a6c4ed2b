import { lookup as systemLookup } from 'node:dns/promises';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Destination, destination, type Lookup } from '../webhook/address.ts';
import { pinned, reason } from '../webhook/post.ts';
import { Refusal } from './refusal.ts';

export interface DavParts {
	/** `host:port` that may be private and without https. */
	allow: readonly string[];
	lookup?: Lookup;
	/** Of one request, from look-up to the last byte. */
	timeoutMs?: number;
	/** Of one answer. */
	maxBytes?: number;
}

const TIMEOUT_MS = 10_000;
/** The names of ten thousand tasks; an answer could be endless. */
const MAX_BYTES = 8 * 1024 * 1024;
/** A Response with one of these may have no body. */
const BODILESS = new Set([204, 205, 304]);

/**
 * A `fetch` for tsdav that goes to one server only, at the address that was looked up and checked, once.
 * Follows no redirect: that is an answer like any other, and for who asked a refusal.
 */
export function pinnedFetch(base: string, parts: DavParts, closing: AbortSignal): typeof fetch {
	const lookup = parts.lookup ?? ((host) => systemLookup(host, { all: true }));
	let found: Promise<Destination> | null = null;
	const look = async (): Promise<Destination> => {
		const to = await destination(base, parts.allow, lookup);
		if (!to.ok) throw new Refusal(to.error);
		return to.value;
	};
	return async (input, init = {}) => {
		const url = new URL(String(input));
		const signal = AbortSignal.any([closing, AbortSignal.timeout(parts.timeoutMs ?? TIMEOUT_MS)]);
		// Another server than the one that was given: its name and password are not for that.
		if (url.origin !== new URL(base).origin) throw new Refusal('redirect-refused');
		const to = await inTime((found ??= look()), signal);
		return ask({ ...to, url }, init, signal, parts.maxBytes ?? MAX_BYTES);
	};
}

function ask(
	to: Destination,
	init: RequestInit,
	signal: AbortSignal,
	maxBytes: number
): Promise<Response> {
	return new Promise((done, failed) => {
		let isConnected = false;
		const isTls = to.url.protocol === 'https:';
		const fault = (error: Error) => failed(refusal(error, isConnected, signal));
		const body = typeof init.body === 'string' ? init.body : '';
		const sending = (isTls ? httpsRequest : httpRequest)(to.url, {
			method: init.method ?? 'GET',
			agent: false,
			headers: {
				...(init.headers as Record<string, string>),
				'user-agent': 'Casustafel',
				...(body && { 'content-length': String(Buffer.byteLength(body)) })
			},
			lookup: pinned(to),
			signal
		});
		sending.on('socket', (socket) => {
			socket.once(isTls ? 'secureConnect' : 'connect', () => (isConnected = true));
		});
		sending.on('response', (response) => void read(response, maxBytes).then(done, fault));
		sending.on('error', fault);
		sending.end(body);
	});
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Response> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of response as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > maxBytes) {
			response.destroy();
			throw new Refusal('not-a-task-list');
		}
		parts.push(part);
	}
	const status = response.statusCode ?? 0;
	if (status < 200) throw new Refusal('not-a-task-list');
	const headers = Object.entries(response.headers).map(([name, value]): [string, string] => [
		name,
		[value ?? ''].flat().join(', ')
	]);
	return new Response(BODILESS.has(status) ? null : Buffer.concat(parts), { status, headers });
}

function refusal(error: Error, isConnected: boolean, signal: AbortSignal): Refusal {
	return error instanceof Refusal ? error : new Refusal(reason(error, isConnected, signal));
}

/** A name server that never answers must not hold a request for ever. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((done, failed) => {
		const late = () => failed(new Refusal('timeout'));
		if (signal.aborted) return late();
		signal.addEventListener('abort', late, { once: true });
		work.then(done, failed);
	});
}
