import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { apiFetch, tokenFor } from './api-fetch.ts';
import { apiWorld } from './api-world.ts';

const BASE = 'https://casustafel.example';

async function httpWorld() {
	const at = await apiWorld();
	const id = await at.propose('Bellen met school');
	const authorization = `Bearer ${await tokenFor(at.app, at.client)}`;
	const ask = (method: string, path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
		apiFetch(at.app)(BASE + path, {
			...init,
			method,
			headers: { authorization, ...(init.headers as Record<string, string>) }
		});
	return { ...at, id, ask, authorization };
}
type HttpWorld = Awaited<ReturnType<typeof httpWorld>>;

const PATHS = (id: string) => [
	['/api/v1/acties', 'GET, HEAD, OPTIONS'],
	[`/api/v1/acties/${id}`, 'GET, PATCH, HEAD, OPTIONS'],
	[`/api/v1/acties/${id}/gelezen`, 'POST, OPTIONS'],
	['/api/v1/gebeurtenissen', 'GET, HEAD, OPTIONS'],
	['/api/v1/token', 'POST, OPTIONS'],
	['/api/v1/openapi.json', 'GET, HEAD, OPTIONS']
];

/** What every refusal is (RFC 9457). */
async function expectProblem(response: Response, status: number, code: string) {
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(response.headers.get('api-version')).toBe('1.0.0');
	expect(response.headers.get('cache-control')).toBe('no-store');
	const problem = await response.json();
	expect(problem).toMatchObject({
		type: `urn:nld:casustafel:probleem:${code}`,
		...{ status, code },
		title: expect.stringMatching(/\w/),
		detail: expect.stringMatching(/\w/)
	});
	expect(response.status).toBe(status);
	return problem;
}

test('AP12 a fault of ours: a 500 that tells nothing of it', async () => {
	const { ask, id, app } = await httpWorld();
	await app.database.write(async (queries) => {
		await queries.run(sql`create trigger full before insert on access_log begin
			select raise(abort, 'De naam van het kind is Noor'); end`);
	});
	for (const [method, path] of [
		['GET', '/api/v1/acties'],
		['GET', `/api/v1/acties/${id}`],
		['GET', '/api/v1/gebeurtenissen'],
		['POST', `/api/v1/acties/${id}/gelezen`]
	] as const) {
		const told = await expectProblem(await ask(method, path), 500, 'fault');
		// No row on the access log: nothing of the action either.
		expect(JSON.stringify(told)).not.toMatch(/Noor|school|trigger|sql/i);
	}
});

test('AP13 another method: 405 with what is allowed, and OPTIONS tells the same', async () => {
	const { ask, id } = await httpWorld();
	for (const [path = '', allow] of PATHS(id)) {
		for (const method of ['PUT', 'DELETE', 'PROPFIND']) {
			const refused = await ask(method, path);
			expect(refused.headers.get('allow')).toBe(allow);
			await expectProblem(refused, 405, 'method-not-allowed');
		}
		const options = await ask('OPTIONS', path);
		expect(options.status).toBe(204);
		expect(options.headers.get('allow')).toBe(allow);
		expect(options.headers.get('api-version')).toBe('1.0.0');
	}
});

test('AP13 what is not there, and an address with a slash at its end: 404, whatever is asked', async () => {
	const { ask, id } = await httpWorld();
	const absent = ['/api/v1', '/api/v1/acties/x/y', '/api/v1/personen', '/api/v1/acties/%00'];
	for (const path of [...absent, ...PATHS(id).map(([known]) => `${known}/`)])
		for (const method of ['GET', 'POST', 'DELETE'])
			if (path !== '/api/v1/acties/%00' || method === 'GET')
				await expectProblem(await ask(method, path), 404, 'not-found');
});

test.each([
	['a form', 'application/x-www-form-urlencoded'],
	['text', 'text/plain'],
	['XML', 'application/xml'],
	['nothing said', ''],
	['JSON within something else', 'multipart/form-data; boundary=application/json']
])('AP14 a status as %s: 415', async (_what, type) => {
	const { ask, id, api } = await httpWorld();
	const body = new TextEncoder().encode('{"status":"done","revision":1}');
	const headers: Record<string, string> = type ? { 'content-type': type } : {};
	const refused = await ask('PATCH', `/api/v1/acties/${id}`, { body, headers });
	await expectProblem(refused, 415, 'unsupported-media-type');
	expect((await api(`/${id}`)).body.status).toBe('proposed');
});

test('AP14 JSON with its character set is JSON; a body that never ends is broken off', async () => {
	const { ask, id } = await httpWorld();
	const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
	const body = '{"status":"accepted","revision":1}';
	expect((await ask('PATCH', `/api/v1/acties/${id}`, { body, headers })).status).toBe(200);
	let given = 0;
	const endless = new ReadableStream({
		pull(controller) {
			given += 1024;
			controller.enqueue(new TextEncoder().encode('x'.repeat(1024)));
		}
	});
	const large = { headers, body: endless, duplex: 'half' as const };
	await expectProblem(await ask('PATCH', `/api/v1/acties/${id}`, large), 413, 'too-large');
	expect(given).toBeLessThan(64 * 1024);
	// Broken off by the sender: nothing of it counts, and it is no fault of ours.
	const half = new ReadableStream({
		start(controller) {
			controller.enqueue(new TextEncoder().encode('{"status":'));
			controller.error(new Error('aborted'));
		}
	});
	const cut = { headers, body: half, duplex: 'half' as const };
	await expectProblem(await ask('PATCH', `/api/v1/acties/${id}`, cut), 400, 'invalid-input');
});

test('AP15 a page of another site may read the description and nothing else', async () => {
	const at: HttpWorld = await httpWorld();
	for (const [path = ''] of PATHS(at.id))
		for (const method of ['GET', 'OPTIONS']) {
			const { headers } = await at.ask(method, path, {
				headers: { origin: 'https://elders.example', 'access-control-request-method': 'GET' }
			});
			const cors = [...headers.keys()].filter((name) => name.startsWith('access-control'));
			const isDescription = path.endsWith('openapi.json') && method === 'GET';
			expect({ path, method, cors }).toEqual({
				...{ path, method },
				cors: isDescription ? ['access-control-allow-origin'] : []
			});
		}
});

test('AP12 the headers that the design rules ask of each answer', async () => {
	const { ask, id } = await httpWorld();
	for (const [path = ''] of PATHS(id)) {
		const { headers } = await ask('GET', path);
		expect(headers.get('api-version')).toBe('1.0.0');
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	}
});
