import { expect, test } from 'vitest';
import { tidy } from '#lib/server/housekeeping.ts';
import { sha256, transact } from '#lib/server/transact.ts';
import { replaceClientSecret } from '#lib/server/usecases/connectors/replace-client-secret.ts';
import { rotateSecret } from '#lib/server/usecases/connectors/rotate-secret.ts';
import { setUpMail } from '#lib/server/usecases/connectors/set-up-mail.ts';
import { stored } from '../support/test-app.ts';
import { apiFetch, partner, tokenFor } from './api-fetch.ts';
import { apiWorld, setUpClient } from './api-world.ts';
import { deliveryWorld } from './world.ts';

const URL_OF_TOKEN = 'https://casustafel.example/api/v1/token';
const basic = (id: string, secret: string) => ({
	authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
});

async function tokenWorld() {
	const at = await apiWorld();
	const ask = async (body: unknown, headers: Record<string, string> = {}, address?: string) => {
		const response = await apiFetch(at.app, address)(URL_OF_TOKEN, {
			method: 'POST',
			headers,
			body: body as URLSearchParams
		});
		return { status: response.status, headers: response.headers, body: await response.json() };
	};
	return { ...at, ask };
}
const form = (fields: Record<string, string> | string[][]) => new URLSearchParams(fields);
const GRANT = { grant_type: 'client_credentials' };

test('AP1 with the secret in the header or in the form: a token of 256 bits for a quarter of an hour', async () => {
	const { ask, client, app } = await tokenWorld();
	const { clientId, clientSecret } = client;
	const answers = [
		await ask(form(GRANT), basic(clientId, clientSecret)),
		// Encoded before they were put together (RFC 6749, 2.3.1).
		await ask(form(GRANT), basic(clientId, clientSecret.replaceAll('_', '%5F'))),
		await ask(form({ ...GRANT, client_id: clientId, client_secret: clientSecret }))
	];
	for (const { status, headers, body } of answers) {
		expect({ status, ...body }).toEqual({
			status: 200,
			access_token: expect.stringMatching(/^ctt_[\w-]{43}$/),
			token_type: 'Bearer',
			expires_in: 900
		});
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('pragma')).toBe('no-cache');
		const api = partner(app, client);
		expect((await api('', { token: body.access_token })).status).toBe(200);
	}
	expect(new Set(answers.map(({ body }) => body.access_token)).size).toBe(3);
});

test('AP1 the client secret itself opens nothing, nor does a token give a token', async () => {
	const { ask, client, api, app } = await tokenWorld();
	expect((await api('', { token: client.clientSecret })).status).toBe(401);
	const token = await tokenFor(app, client);
	expect((await ask(form(GRANT), basic(client.clientId, token))).status).toBe(401);
	expect((await ask(form(GRANT), { authorization: `Bearer ${token}` })).body.error).toBe(
		'invalid_client'
	);
});

test.each([
	['no type of grant', form({ a: 'b' }), {}, 'invalid_request'],
	[
		'twice the same field',
		form([...Object.entries(GRANT), ...Object.entries(GRANT)]),
		{},
		'invalid_request'
	],
	['another grant', form({ grant_type: 'password' }), {}, 'unsupported_grant_type'],
	['a scope', form({ ...GRANT, scope: 'alles' }), {}, 'invalid_scope'],
	['JSON', JSON.stringify(GRANT), { 'content-type': 'application/json' }, 'invalid_request'],
	['far too much', form({ ...GRANT, x: 'x'.repeat(20_000) }), {}, 'invalid_request'],
	['two ways at once', form({ ...GRANT, client_secret: 'a' }), basic('a', 'b'), 'invalid_request'],
	[
		'another id in the form',
		form({ ...GRANT, client_id: 'b' }),
		basic('a', 'b'),
		'invalid_request'
	],
	['nobody', form(GRANT), {}, 'invalid_client'],
	['no secret', form({ ...GRANT, client_id: 'a' }), {}, 'invalid_client'],
	['nonsense', form(GRANT), { authorization: 'Basic %%%' }, 'invalid_client'],
	['broken encoding', form(GRANT), basic('%', '%'), 'invalid_client']
])('AP2 refused as RFC 6749 says: %s', async (_what, body, headers, error) => {
	const { ask } = await tokenWorld();
	const refused = await ask(body, headers);
	expect(refused.body).toEqual({ error, error_description: expect.any(String) });
	expect(refused.status).toBe(error === 'invalid_client' ? 401 : 400);
	expect(refused.headers.get('content-type')).toBe('application/json');
	expect(refused.headers.has('www-authenticate')).toBe(error === 'invalid_client');
	expect(refused.headers.get('api-version')).toBe('1.0.0');
});

test('AP2 unknown, removed and a wrong secret answer alike; that someone tried is on the log', async () => {
	const at = await tokenWorld();
	const gone = await setUpClient(at, 'ggd');
	await at.world.do('petra', 'connector.remove', { connectorId: gone.connectorId });
	const answers = [
		await at.ask(form(GRANT), basic('aaaaaaaaaaaaaaaaaaaaaa', 'cts_x')),
		await at.ask(form(GRANT), basic(gone.clientId, gone.clientSecret)),
		await at.ask(form(GRANT), basic(at.client.clientId, 'cts_x')),
		await at.ask(form(GRANT), basic(at.client.clientId, sha256(at.client.clientSecret)))
	];
	for (const { status, body, headers } of answers)
		expect({ status, body, headers: [...headers] }).toEqual({
			status: 401,
			body: answers[0]?.body,
			headers: [...(answers[0]?.headers ?? [])]
		});
	expect(await stored(at.app).log.newest(1)).toMatchObject([
		{
			event: 'give-token',
			outcome: 'refused',
			objectId: at.client.connectorId,
			organisationId: at.world.organisation.ggd,
			personId: null
		}
	]);
});

test('AP3 a token ends after a quarter of an hour, and nothing is kept of it', async () => {
	const { app, client, api } = await tokenWorld();
	const token = await tokenFor(app, client);
	app.clock.advance(15 * 60_000 - 1);
	expect((await api('', { token })).status).toBe(200);
	app.clock.advance(1);
	const refused = await api('', { token });
	expect(refused).toMatchObject({ status: 401, body: { code: 'token-required' } });
	expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
	await tidy(app);
	expect(await stored(app).apiTokens.connectorOf(sha256(token), new Date(0))).toBeNull();
});

test('AP3 removed, or a signing secret replaced: at once', async () => {
	const at = await tokenWorld();
	const { app, world, client, secrets, api } = at;
	const own = await tokenFor(app, client);
	const ofWebhook = await tokenFor(app, secrets);
	const rotated = await transact(
		app,
		world.actor('petra'),
		(work) => rotateSecret(work, { connectorId: secrets.connectorId }),
		'rotate-secret'
	);
	expect(rotated.ok).toBe(true);
	expect((await api('', { token: ofWebhook })).status).toBe(401);
	expect((await api('', { token: own })).status).toBe(200);
	// The client secret was not replaced: it asks for another.
	expect((await api('', { token: await tokenFor(app, secrets) })).status).toBe(200);
	await world.do('petra', 'connector.remove', { connectorId: client.connectorId });
	expect((await api('', { token: own })).status).toBe(401);
});

test('AP23 a client secret is replaced: the old one and its tokens are worth nothing, nothing is missed', async () => {
	const at = await tokenWorld();
	const { app, world, client, propose, ask, api } = at;
	const token = await tokenFor(app, client);
	const id = await propose('Bellen met school');
	const replaced = await transact(
		app,
		world.actor('petra'),
		(work) => replaceClientSecret(work, client),
		'replace-client-secret'
	);
	if (!replaced.ok) throw new Error(replaced.error);
	const { clientId, clientSecret } = replaced.value;
	expect(clientId).toBe(client.clientId);
	expect((await api('', { token })).status).toBe(401);
	expect((await ask(form(GRANT), basic(clientId, client.clientSecret))).body.error).toBe(
		'invalid_client'
	);
	const fresh = partner(app, { ...client, clientSecret });
	expect((await fresh(`/${id}`)).status).toBe(200);
	expect((await stored(app).log.newest(10)).map(({ event }) => event)).toContain(
		'replace-client-secret'
	);
});

test('AP23 only by who administers it, and of nothing but a webhook or the API', async () => {
	const { app, world, client } = await tokenWorld();
	const mailbox = await transact(
		app,
		world.actor('petra'),
		(work) =>
			setUpMail(work, {
				organisationId: world.organisation.ggd,
				address: 'team@ggd.example',
				hasMail: true
			}),
		'set-up-connector'
	);
	if (!mailbox.ok) throw new Error(mailbox.error);
	for (const [who, connectorId] of [
		['marjan', client.connectorId],
		['petra', mailbox.value.connectorId],
		['petra', app.ids.id()]
	] as const)
		expect(
			await transact(
				app,
				world.actor(who),
				(work) => replaceClientSecret(work, { connectorId }),
				'replace-client-secret'
			)
		).toEqual({ ok: false, error: 'not-found' });
	expect(await tokenFor(app, client)).toMatch(/^ctt_/);
});

test('AP3 the connection of one organisation never opens another its actions', async () => {
	const { propose, other, api } = await tokenWorld();
	const id = await propose('Bellen met school');
	expect((await api(`/${id}`)).status).toBe(200);
	expect((await other(`/${id}`)).status).toBe(404);
	expect((await other('')).body.acties).toEqual([]);
});

test('AP4 each answer says what is left, and a refusal how long to wait', async () => {
	const { api } = await tokenWorld();
	const first = await api('');
	expect(first.headers.get('ratelimit-policy')).toBe('"client";q=240;w=60');
	expect(first.headers.get('ratelimit')).toMatch(/^"client";r=238;t=\d+$/);
	let last = first;
	for (let nr = 0; nr < 260 && last.status === 200; nr++) last = await api('');
	expect(last.status).toBe(429);
	const wait = Number(last.headers.get('retry-after'));
	expect(wait).toBeGreaterThan(0);
	expect(wait).toBeLessThanOrEqual(60);
});

test('AP4 who guesses from an address is held off there, and nowhere else', async () => {
	const { ask, client } = await tokenWorld();
	const guess = () => ask(form(GRANT), basic(client.clientId, 'cts_guess'), '198.51.100.1');
	const statuses: number[] = [];
	for (let nr = 0; nr < 40; nr++) statuses.push((await guess()).status);
	expect(statuses.filter((status) => status === 401)).toHaveLength(30);
	expect(new Set(statuses)).toEqual(new Set([401, 429]));
	const right = basic(client.clientId, client.clientSecret);
	const heldOff = await ask(form(GRANT), right, '198.51.100.1');
	expect(heldOff.status).toBe(429);
	expect(Number(heldOff.headers.get('retry-after'))).toBeGreaterThan(0);
	expect((await ask(form(GRANT), right, '198.51.100.2')).status).toBe(200);
});

test('AP4 the right secret is no guess: asking often is counted for the client only', async () => {
	const at = await deliveryWorld();
	for (let nr = 0; nr < 50; nr++) await tokenFor(at.app, at.secrets);
	const api = partner(at.app, at.secrets);
	expect((await api('')).headers.get('ratelimit')).toMatch(/r=188;/);
});
