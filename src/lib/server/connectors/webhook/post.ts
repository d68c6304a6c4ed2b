import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Outcome } from '../connector.ts';
import type { Destination } from './address.ts';

/** Posts once to the address that was checked; follows no redirect and reads no answer but its status. */
export function post(
	to: Destination,
	headers: Record<string, string>,
	body: string,
	signal: AbortSignal
): Promise<Outcome> {
	return new Promise((done) => {
		let isConnected = false;
		const options: RequestOptions = {
			method: 'POST',
			agent: false,
			headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
			lookup: pinned(to),
			signal
		};
		const make = to.url.protocol === 'https:' ? httpsRequest : httpRequest;
		const sending = make(to.url, options);
		sending.on('socket', (socket) => {
			socket.once(to.url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
				isConnected = true;
			});
		});
		sending.on('response', (response) => {
			done(outcomeOf(response.statusCode ?? 0));
			// The answer's body is of no use to us, and could be endless.
			response.destroy();
		});
		sending.on('error', (error) => done({ ok: false, error: reason(error, isConnected, signal) }));
		sending.end(body);
	});
}

/** A look-up that always answers with the address that was checked. */
export function pinned({ address, family }: Destination): LookupFunction {
	return (_host, options, callback) => {
		if (options.all) callback(null, [{ address, family }]);
		else callback(null, address, family);
	};
}

function outcomeOf(status: number): Outcome {
	if (status >= 200 && status < 300) return { ok: true };
	if (status >= 300 && status < 400) return { ok: false, error: 'redirect-refused' };
	if (status === 410) return { ok: false, error: 'answered-gone' };
	const isBusy = status === 408 || status === 429;
	return { ok: false, error: status < 500 && !isBusy ? 'answered-refusal' : 'answered-error' };
}

/** Why a request got no answer. */
export function reason(
	error: Error & { code?: string },
	isConnected: boolean,
	signal: AbortSignal
) {
	if (signal.aborted) return 'timeout';
	if (isConnected) return 'no-answer';
	return /CERT|TLS|SSL|SIGNED|ALTNAME/.test(error.code ?? '') ? 'certificate' : 'unreachable';
}
