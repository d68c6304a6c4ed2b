import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { Recorder } from './support/recorder.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** The server as it is built and started in production. */
let server: RunningServer;
let credentials: { clientId: string; clientSecret: string };

test.beforeAll(async () => {
	// An inbox that is off: its connection is there, and what it would be sent waits.
	server = await startServer({
		demo: true,
		env: { PARTNER_INBOX_URL: 'http://127.0.0.1:9', WEBHOOK_ALLOW: '127.0.0.1:9' }
	});
	credentials = JSON.parse(readFileSync(join(server.dataDir, 'partner-inbox.config.json'), 'utf8'));
});
test.afterAll(() => server.stop());

/** The commands of a page, in order, as somebody would paste them; `set -x` shows which one failed. */
function commandsOf(page: string): string {
	const blocks = [...readFileSync(page, 'utf8').matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)];
	return blocks
		.map(([, indent = '', text = '']) => text.replaceAll(`\n${indent}`, '\n'))
		.join('\n');
}

async function shell(commands: string): Promise<string> {
	const { stdout } = await promisify(execFile)('sh', ['-c', `set -eu\n${commands}`], {
		env: {
			...process.env,
			CASUSTAFEL: server.url,
			CLIENT_ID: credentials.clientId,
			CLIENT_SECRET: credentials.clientSecret
		}
	});
	return stdout;
}

async function token(): Promise<string> {
	const { clientId, clientSecret } = credentials;
	const response = await fetch(`${server.url}/api/v1/token`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
		},
		body: new URLSearchParams({ grant_type: 'client_credentials' })
	});
	expect(response.status).toBe(200);
	return (await response.json()).access_token;
}

async function ask(path: string, init: RequestInit = {}) {
	return fetch(`${server.url}/api/v1${path}`, {
		redirect: 'manual',
		...init,
		headers: { authorization: `Bearer ${await token()}`, ...(init.headers as object) }
	});
}

test('AP22 the commands of docs/koppelingen-api.md and docs/partner-api.md do what is written there', async () => {
	const it = await shell(commandsOf('docs/koppelingen-api.md'));
	expect(it).toMatch(/"acties":\[\{[^\]]*"status":"proposed"/);
	expect(it).toContain('"gebeurtenissen":[{"specversion":"1.0"');

	const commands = commandsOf('docs/partner-api.md');
	expect(commands.match(/curl /g)?.length).toBeGreaterThan(8);
	const told = await shell(`${commands}\necho; echo "ID=$ID"`);
	expect(told).toContain('}304\n');
	expect(told).toContain('"status":"done"');
	const id = /ID=(\S+)/.exec(told)?.[1] ?? '';
	expect(await (await ask(`/acties/${id}`)).json()).toMatchObject({ id, status: 'done' });
});

test('AP13 the built server answers in the API its own way: methods, slashes, what is not there', async () => {
	const [{ id }] = (await (await ask('/acties')).json()).acties;
	for (const [method, path, status, allow] of [
		['PUT', '/acties', 405, 'GET, HEAD, OPTIONS'],
		['DELETE', `/acties/${id}`, 405, 'GET, PATCH, HEAD, OPTIONS'],
		['GET', '/token', 405, 'POST, OPTIONS'],
		['OPTIONS', '/gebeurtenissen', 204, 'GET, HEAD, OPTIONS'],
		['GET', '/acties/', 404, null],
		['GET', `/acties/${id}/`, 404, null],
		['GET', '/personen', 404, null],
		['POST', '/personen', 404, null],
		['GET', '', 404, null]
	] as const) {
		const response = await ask(path, { method });
		const { headers } = response;
		expect({ path, status: response.status, allow: headers.get('allow') }).toEqual({
			...{ path, status, allow }
		});
		expect(headers.get('api-version')).toBe('1.0.0');
		if (status !== 204) expect((await response.json()).status).toBe(status);
	}
	const head = await ask(`/acties/${id}`, { method: 'HEAD' });
	expect(head.status).toBe(200);
	expect(await head.text()).toBe('');
	expect(head.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
	// More than the server itself lets in.
	const body = JSON.stringify({ status: 'done', revision: 1, result: 'x'.repeat(600_000) });
	const large = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body };
	expect((await (await ask(`/acties/${id}`, large)).json()).code).toBe('too-large');
	// Without a body and without a type: as a system does it, not a browser.
	expect((await ask(`/acties/${id}/gelezen`, { method: 'POST' })).status).toBe(204);
});

test('AP15 a form on a page of another site is refused, and reads nothing', async () => {
	const headers = { origin: 'https://elders.example' };
	const body = new URLSearchParams({ grant_type: 'client_credentials' });
	const refused = await ask('/token', { method: 'POST', headers, body });
	expect(refused.status).toBe(403);
	const read = await ask('/acties', { headers });
	expect(read.headers.get('access-control-allow-origin')).toBeNull();
	const document = await fetch(`${server.url}/api/v1/openapi.json`, { headers });
	expect(document.headers.get('access-control-allow-origin')).toBe('*');
	expect((await document.json()).openapi).toBe('3.1.0');
	// What the API is let through for, no page of our own is: a form without an Origin stays refused there.
	const page = await fetch(`${server.url}/aanmelden`, { method: 'POST', body });
	expect(page.status).toBe(403);
});

for (const [language, locale, heading] of [
	['nl', 'nl-NL', 'API voor organisaties'],
	['en', 'en-GB', 'API for organisations']
] as const)
	test(`AP21 the page about the API (${language}), for who is not signed in: accessible, quiet, all from here`, async ({
		browser
	}) => {
		const context = await browser.newContext({ baseURL: server.url, locale });
		const page = await context.newPage();
		const { complaints } = new Recorder(page);
		const elsewhere: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
				elsewhere.push(request.url());
		});
		const response = await page.goto('/api/v1/docs');
		expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		for (const path of ['POST /token', 'PATCH /acties/{id}', 'GET /gebeurtenissen'])
			await expect(page.getByRole('link', { name: path })).toBeVisible();
		await page.getByRole('link', { name: 'GET /gebeurtenissen' }).click();
		await expect(page.locator('#toonGebeurtenissen')).toBeInViewport();
		await expectAccessible(page, `api docs ${language}`);
		expect(complaints).toEqual([]);
		expect(elsewhere).toEqual([]);
		await context.close();
	});

test('AP21 without JavaScript it is all there too', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/api/v1/docs');
	await expect(page.locator('#wijzigActie')).toContainText('Idempotency-Key');
	await expect(page.locator('#schema-Actie')).toContainText('caseCode');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('API for organisations');
	await context.close();
});
