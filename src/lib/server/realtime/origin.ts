import type { IncomingMessage } from 'node:http';

/**
 * Whether a request for the live connection comes from our own pages. A websocket upgrade and a POST
 * must carry our Origin (OWASP ASVS 4.4.2: browsers do not apply the same-origin rule to websockets);
 * a long-polling GET of our own page carries none, and a foreign page can't read its answer.
 */
export function fromOurPages(request: IncomingMessage, publicUrl: URL): boolean {
	const { origin, upgrade } = request.headers;
	if (origin === undefined) return request.method === 'GET' && upgrade === undefined;
	return URL.canParse(origin) && sameSite(new URL(origin), publicUrl);
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function sameSite(origin: URL, publicUrl: URL): boolean {
	if (origin.origin === publicUrl.origin) return true;
	const bothLocal = LOOPBACK.has(origin.hostname) && LOOPBACK.has(publicUrl.hostname);
	return bothLocal && origin.protocol === publicUrl.protocol && origin.port === publicUrl.port;
}
