import type { App } from '#lib/server/app.ts';
import type { ClientCredentials } from '#lib/server/usecases/connectors/set-up-api.ts';

type Handler = (event: object) => Promise<Response> | Response;
type RouteModule = Partial<Record<string, Handler>>;

const modules = import.meta.glob<RouteModule>('/src/routes/api/v1/**/+server.ts', { eager: true });
const PLACE = Symbol.for('casustafel.app');

/** The API's routes as Kit finds them: by their files, what is spelled out before what is open. */
const routes = Object.entries(modules)
	.map(([file, module]) => {
		const path = file.slice('/src/routes'.length, -'/+server.ts'.length);
		const pattern = path
			.replaceAll('.', '\\.')
			.replace(/\/\[\\\.\\\.\\\.rest\]$/, '(?:/.*)?')
			.replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)');
		return { path, pattern: new RegExp(`^${pattern}/?$`), module };
	})
	.toSorted((a, b) => Number(a.path.includes('[...')) - Number(b.path.includes('[...')));

/** `fetch` to this app's API: the route modules themselves, without a network. */
export function apiFetch(app: App, address = '203.0.113.7'): typeof fetch {
	return async (input, init) => {
		const request = new Request(input, init);
		const { pathname } = new URL(request.url);
		const route = routes.find(({ pattern }) => pattern.test(pathname));
		const { module = {}, pattern = /^$/ } = route ?? {};
		const asked = request.method === 'HEAD' ? (module.HEAD ?? module.GET) : module[request.method];
		const handler = asked ?? module.fallback;
		if (!handler) return new Response(null, { status: 404 });
		Reflect.set(globalThis, PLACE, app);
		const params = pattern.exec(pathname)?.groups ?? {};
		return handler({ request, params, getClientAddress: () => address });
	};
}

export interface ApiCall {
	method?: string;
	body?: unknown;
	/** Another token than one's own; null for none. */
	token?: string | null;
	idempotencyKey?: string;
	headers?: Record<string, string>;
}

type Credentials = Pick<ClientCredentials, 'clientId' | 'clientSecret'>;
const API = 'https://casustafel.example/api/v1';

/** Asks for a token as a client does (RFC 6749, 4.4). */
export async function tokenFor(
	app: App,
	{ clientId, clientSecret }: Credentials,
	address?: string
): Promise<string> {
	const credentials = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const response = await apiFetch(app, address)(`${API}/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${credentials}` },
		body: new URLSearchParams({ grant_type: 'client_credentials' })
	});
	const answered = (await response.json()) as { access_token?: string };
	if (!answered.access_token) throw new Error(JSON.stringify(answered));
	return answered.access_token;
}

/** A partner's calls below `/acties`, or with a whole path: status, headers and body of each answer. */
export function partner(app: App, credentials: Credentials, address?: string) {
	const send = apiFetch(app, address);
	let own: Promise<string> | null = null;
	return async (path: string, call: ApiCall = {}) => {
		const { method = 'GET', body, token, idempotencyKey, headers = {} } = call;
		own ??= token === undefined ? tokenFor(app, credentials, address) : null;
		const used = token === undefined ? await own : token;
		const where = path.startsWith('/api/') ? new URL(path, API) : `${API}/acties${path}`;
		const response = await send(where, {
			method,
			headers: {
				...(used ? { authorization: `Bearer ${used}` } : {}),
				...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
				'content-type': 'application/json',
				...headers
			},
			...(body === undefined
				? {}
				: { body: typeof body === 'string' ? body : JSON.stringify(body) })
		});
		const text = await response.text();
		return {
			status: response.status,
			headers: response.headers,
			body: text === '' ? null : JSON.parse(text)
		};
	};
}

/** The headers of an answer but for the one that counts down with each request. */
export function toldBy(headers: Headers): [string, string][] {
	return [...headers].filter(([name]) => name !== 'ratelimit');
}
