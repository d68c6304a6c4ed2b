import type { App } from '#lib/server/app.ts';
import {
	getAction,
	listActions,
	patchAction,
	postRead
} from '#lib/server/connectors/api/actions.ts';

/** `fetch` to this app's API, as its routes call it. */
export function apiFetch(app: App, address = '203.0.113.7'): typeof fetch {
	return async (input, init) => {
		const request = new Request(input, init);
		const [, , , , id, what] = new URL(request.url).pathname.split('/');
		const route = `${request.method} ${id ? ':id' : ''}${what ? `/${what}` : ''}`;
		switch (route) {
			case 'GET ':
				return listActions(app, request, address);
			case 'GET :id':
				return getAction(app, request, address, id ?? '');
			case 'PATCH :id':
				return patchAction(app, request, address, id ?? '');
			case 'POST :id/gelezen':
				return postRead(app, request, address, id ?? '');
			default:
				return new Response(null, { status: 404 });
		}
	};
}

export interface ApiCall {
	method?: string;
	body?: unknown;
	key?: string | null;
	idempotencyKey?: string;
}

/** A partner's calls: status and body of each answer. */
export function partner(app: App, apiKey: string) {
	const send = apiFetch(app);
	return async (path: string, { method = 'GET', body, key, idempotencyKey }: ApiCall = {}) => {
		const used = key === undefined ? apiKey : key;
		const response = await send(`https://casustafel.example/api/v1/acties${path}`, {
			method,
			headers: {
				...(used ? { authorization: `Bearer ${used}` } : {}),
				...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
				'content-type': 'application/json'
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
