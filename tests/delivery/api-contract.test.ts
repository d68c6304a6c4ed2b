import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { protect } from '#lib/server/auth/headers.ts';
import type { App } from '#lib/server/app.ts';
import { apiFetch, tokenFor } from './api-fetch.ts';
import { apiWorld } from './api-world.ts';
import { changeTitle } from './world.ts';

interface Described {
	operationId: string;
	responses: Record<
		string,
		{
			headers?: Record<string, { required?: boolean; schema: object }>;
			content?: Record<string, { schema: { $ref: string } }>;
		}
	>;
}
interface Document {
	paths: Record<string, Record<string, Described>>;
	components: { schemas: Record<string, object> };
}

/** The API's routes behind a real HTTP server. */
async function serve(app: App) {
	const respond = apiFetch(app);
	const server = createServer(async (incoming, outgoing) => {
		const hasBody = !['GET', 'HEAD'].includes(incoming.method ?? '');
		const response = protect(
			await respond(`http://${incoming.headers.host}${incoming.url}`, {
				method: incoming.method,
				headers: incoming.headers as Record<string, string>,
				...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {})
			} as RequestInit),
			app.settings
		);
		outgoing.writeHead(response.status, Object.fromEntries(response.headers));
		outgoing.end(Buffer.from(await response.arrayBuffer()));
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function contractWorld() {
	const at = await apiWorld();
	const base = await serve(at.app);
	const id = await at.propose('De kinderen zien en spreken');
	const token = await tokenFor(at.app, at.client);
	const call = (method: string, path: string, init: RequestInit = {}) =>
		fetch(`${base}/api/v1${path}`, {
			...init,
			method,
			headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) }
		});
	const report = (body: unknown, headers: Record<string, string> = {}) =>
		call('PATCH', `/acties/${id}`, {
			body: typeof body === 'string' ? body : JSON.stringify(body),
			headers: { 'content-type': 'application/json', ...headers }
		});
	const spend = async (again: () => Promise<Response>) => {
		let last = await again();
		for (let nr = 0; nr < 260 && last.status !== 429; nr++) last = await again();
		return last;
	};
	return { ...at, id, call, report, spend };
}
type World = Awaited<ReturnType<typeof contractWorld>>;

const WRONG = { headers: { authorization: 'Bearer wrong' } };
const DONE = { status: 'done', revision: 1 };
const grant = (fields: Record<string, string>) => ({
	body: new URLSearchParams({ grant_type: 'client_credentials', ...fields })
});

/** For each operation, each code it documents: how to get that answer, with its `code` where it has one. */
const CASES: Record<string, Record<string, Record<string, (at: World) => Promise<Response>>>> = {
	vraagToken: {
		200: {
			'': ({ call, client }) =>
				call('POST', '/token', {
					...grant({ client_id: client.clientId, client_secret: client.clientSecret }),
					headers: { authorization: '' }
				})
		},
		400: { '': ({ call }) => call('POST', '/token', { body: new URLSearchParams({ a: 'b' }) }) },
		401: { '': ({ call }) => call('POST', '/token', grant({})) },
		429: { 'too-many': ({ call, spend }) => spend(() => call('POST', '/token', grant({}))) }
	},
	toonActies: {
		200: {
			'': ({ call }) => call('GET', '/acties'),
			page: async ({ call, propose }) => {
				await propose('Bellen met school');
				return call('GET', '/acties?aantal=1&status=proposed');
			}
		},
		400: { 'invalid-input': ({ call }) => call('GET', '/acties?aantal=0') },
		401: { 'token-required': ({ call }) => call('GET', '/acties', WRONG) },
		429: { 'too-many': ({ call, spend }) => spend(() => call('GET', '/acties')) }
	},
	toonActie: {
		200: { '': ({ call, id }) => call('GET', `/acties/${id}`) },
		304: {
			'': ({ call, id }) => call('GET', `/acties/${id}`, { headers: { 'if-none-match': '*' } })
		},
		401: { 'token-required': ({ call, id }) => call('GET', `/acties/${id}`, WRONG) },
		404: { 'not-found': ({ call, app }) => call('GET', `/acties/${app.ids.id()}`) },
		429: { 'too-many': ({ call, spend, id }) => spend(() => call('GET', `/acties/${id}`)) }
	},
	wijzigActie: {
		200: { '': ({ report }) => report({ ...DONE, result: 'Gesproken op school' }) },
		400: { 'invalid-input': ({ report }) => report({ status: 'klaar', revision: 1 }) },
		401: {
			'token-required': ({ report }) => report(DONE, { authorization: 'Bearer wrong' })
		},
		404: {
			'not-found': ({ call, app }) =>
				call('PATCH', `/acties/${app.ids.id()}`, {
					body: JSON.stringify(DONE),
					headers: { 'content-type': 'application/json' }
				})
		},
		409: {
			stale: async (at) => {
				await changeTitle(at, at.id, 'De kinderen op school zien');
				return at.report(DONE);
			},
			'wrong-status': async ({ report }) => {
				await report(DONE);
				return report({ status: 'declined', reason: 'Geen plek', revision: 1 });
			}
		},
		412: { changed: ({ report }) => report(DONE, { 'if-match': '"another"' }) },
		413: { 'too-large': ({ report }) => report('x'.repeat(20_000)) },
		415: { 'unsupported-media-type': ({ report }) => report(DONE, { 'content-type': 'text/csv' }) },
		422: {
			'reason-required': ({ report }) => report({ status: 'declined', revision: 1 }),
			'date-in-future': ({ report }) => report({ ...DONE, doneOn: '2099-01-01' }),
			'idempotency-key-reused': async ({ report }) => {
				const key = { 'idempotency-key': 'the-same-key' };
				await report({ status: 'accepted', revision: 1 }, key);
				return report(DONE, key);
			}
		},
		429: { 'too-many': ({ report, spend }) => spend(() => report(DONE)) }
	},
	meldGelezen: {
		204: { '': ({ call, id }) => call('POST', `/acties/${id}/gelezen`) },
		400: {
			'invalid-input': ({ call, id }) =>
				call('POST', `/acties/${id}/gelezen`, { headers: { 'idempotency-key': 'kort' } })
		},
		401: { 'token-required': ({ call, id }) => call('POST', `/acties/${id}/gelezen`, WRONG) },
		404: { 'not-found': ({ call, app }) => call('POST', `/acties/${app.ids.id()}/gelezen`) },
		429: {
			'too-many': ({ call, spend, id }) => spend(() => call('POST', `/acties/${id}/gelezen`))
		}
	},
	toonGebeurtenissen: {
		200: {
			'': ({ call }) => call('GET', '/gebeurtenissen'),
			page: async ({ call, propose }) => {
				await propose('Bellen met school');
				return call('GET', '/gebeurtenissen?aantal=1');
			},
			withdrawn: async ({ call, world, id }) => {
				await world.do('marjan', 'action.withdraw', { actionId: id, reason: 'Niet nodig' });
				return call('GET', '/gebeurtenissen');
			}
		},
		400: {
			'invalid-input': ({ call }) => call('GET', '/gebeurtenissen?since=x'),
			'unknown-cursor': ({ call, app }) => call('GET', `/gebeurtenissen?since=${app.ids.id()}`)
		},
		401: { 'token-required': ({ call }) => call('GET', '/gebeurtenissen', WRONG) },
		403: {
			'connection-paused': async ({ call, world, client }) => {
				await world.do('petra', 'connector.pause', { connectorId: client.connectorId });
				return call('GET', '/gebeurtenissen');
			}
		},
		429: { 'too-many': ({ call, spend }) => spend(() => call('GET', '/gebeurtenissen')) }
	}
};

/** As published, but closed: a field that is not in it is a field that nobody was told of. */
function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (!schema || typeof schema !== 'object') return schema;
	const of = Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [key, key === 'examples' ? value : closed(value)])
	);
	return 'properties' in of ? { ...of, additionalProperties: false } : of;
}

const ID = 'https://casustafel.example/api';
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
let document: Document;

/** As any client gets it: from the server, without a token. */
beforeAll(async () => {
	const { openApi } = await import('#lib/server/connectors/api/openapi/document.ts');
	const publicUrl = new URL('https://casustafel.example');
	document = JSON.parse(JSON.stringify(openApi({ publicUrl, mail: null }, 'nl')));
	ajv.addSchema({ $id: ID, components: closed(document.components) as object });
});
afterAll(() => void ajv.removeSchema(ID));

const described = () =>
	Object.values(document.paths).flatMap((methods) =>
		Object.values(methods).map((operation) => [operation.operationId, operation] as const)
	);

test('AP18 the server gives this very document', async () => {
	const { call } = await contractWorld();
	const response = await call('GET', '/openapi.json', { headers: { authorization: '' } });
	expect(response.headers.get('content-type')).toBe('application/json');
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	expect(await response.json()).toEqual(document);
	const english = await call('GET', '/openapi.json', { headers: { 'accept-language': 'en-GB' } });
	expect(english.headers.get('content-language')).toBe('en');
	expect((await english.json()).info.description).toMatch(/^Brings actions/);
});

test('AP18 each operation and each answer it documents has a case here, and no other', () => {
	const documented = Object.fromEntries(
		described().map(([id, { responses }]) => [id, Object.keys(responses).toSorted()])
	);
	const tried = Object.fromEntries(
		Object.entries(CASES).map(([id, answers]) => [id, Object.keys(answers).toSorted()])
	);
	expect(tried).toEqual(documented);
});

test('AP18 each code that a refusal documents has a case', () => {
	for (const [id, { responses }] of described())
		for (const [status, response] of Object.entries(responses)) {
			const { description = '' } = response as { description?: string };
			const codes = [...description.matchAll(/`([a-z-]+)`:/g)].map(([, code]) => code);
			const tried = Object.keys(CASES[id]?.[status] ?? {}).filter((name) => name !== '');
			if (codes.length > 0)
				expect({ id, status, tried: tried.toSorted() }).toEqual({
					id,
					status,
					tried: codes.toSorted()
				});
		}
});

describe('AP18 against a running server', () => {
	const all = Object.entries(CASES).flatMap(([id, answers]) =>
		Object.entries(answers).flatMap(([status, cases]) =>
			Object.entries(cases).map(([code, run]) => ({ id, status, code, run }))
		)
	);
	test.each(all)('AP18 $id $status $code', async ({ id, status, code, run }) => {
		const response = await run(await contractWorld());
		const text = await response.text();
		expect(`${response.status} ${text}`).toMatch(new RegExp(`^${status} `));
		const answer = described().find(([name]) => name === id)?.[1].responses[status];
		for (const [name, { required, schema }] of Object.entries(answer?.headers ?? {})) {
			const value = response.headers.get(name);
			if (value === null) expect({ name, required }).toEqual({ name, required: false });
			else
				expect({ name, value, valid: ajv.validate(schema, value) }).toMatchObject({ valid: true });
		}
		const [content] = Object.entries(answer?.content ?? {});
		if (!content) return void expect(text).toBe('');
		const [type, { schema }] = content;
		expect(response.headers.get('content-type')).toBe(type);
		const validate = ajv.compile({ $ref: `${ID}${schema.$ref}` });
		const body = JSON.parse(text);
		expect({ valid: validate(body), errors: validate.errors, body }).toMatchObject({ valid: true });
		if (type === 'application/problem+json') expect(body.code).toBe(code);
	});
});
