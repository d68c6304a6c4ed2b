import { expect, test } from 'vitest';
import { stored } from '../support/test-app.ts';
import { partner, toldBy } from './api-fetch.ts';
import { changeTitle, deliveryWorld } from './world.ts';

async function connected() {
	const at = await deliveryWorld();
	const id = await at.propose('De kinderen zien en spreken');
	await at.outbox.drain();
	return { ...at, id, api: partner(at.app, at.secrets) };
}

test('DL20 without a token, with a wrong one, or with that of a removed connection: 401 and nothing else', async () => {
	const { app, world, api, id, secrets } = await connected();
	expect((await api('')).status).toBe(200);
	for (const token of [null, `ctt_${'a'.repeat(43)}`, secrets.clientSecret, 'kort'])
		for (const path of ['', `/${id}`]) {
			const answer = await api(path, { token });
			expect(answer).toMatchObject({ status: 401, body: { code: 'token-required', status: 401 } });
			expect(answer.headers.get('content-type')).toBe('application/problem+json');
			expect(answer.headers.get('www-authenticate')).toContain('Bearer');
		}
	await world.do('petra', 'connector.remove', { connectorId: secrets.connectorId });
	expect((await api('')).status).toBe(401);
	expect((await stored(app).actions.find(id))?.status).toBe('proposed');
});

test('DL21 the list holds the own actions, and of the case no more than its code', async () => {
	const { api, id, propose, world } = await connected();
	await propose('Bellen met school', { ownerOrganisationId: world.organisation.welzijn });
	const { status, body, headers } = await api('');
	expect(status).toBe(200);
	expect(headers.get('api-version')).toBe('1.0.0');
	expect(headers.get('cache-control')).toBe('no-store');
	expect(body.acties).toHaveLength(1);
	expect(body.acties[0]).toMatchObject({
		id,
		revision: 1,
		status: 'proposed',
		caseCode: '26-4187',
		title: 'De kinderen zien en spreken'
	});
	expect(Object.keys(body.acties[0]).toSorted()).toEqual(
		'caseCode deadline doneOn dossierReference id link owner revision status title'.split(' ')
	);
});

test('DL22 absent and of another organisation answer exactly alike', async () => {
	const { api, propose, world, app } = await connected();
	const other = await propose('Bellen met school', {
		ownerOrganisationId: world.organisation.welzijn
	});
	const report = { method: 'PATCH', body: { status: 'done', revision: 1 } };
	for (const call of [{}, report, { method: 'POST' }]) {
		const tail = call === report || !('method' in call) ? '' : '/gelezen';
		const foreign = await api(`/${other}${tail}`, call);
		const absent = await api(`/${app.ids.id()}${tail}`, call);
		expect(foreign.status).toBe(404);
		expect(foreign.body).toEqual(absent.body);
		expect(toldBy(foreign.headers)).toEqual(toldBy(absent.headers));
	}
	expect((await stored(app).actions.find(other))?.status).toBe('proposed');
});

test('DL23 status comes back: the same step as in the app, and the delivery counts as read', async () => {
	const { api, id, app, ledger, secrets } = await connected();
	const accepted = await api(`/${id}`, {
		method: 'PATCH',
		body: { status: 'accepted', revision: 1 }
	});
	expect(accepted).toMatchObject({ status: 200, body: { status: 'accepted', revision: 1 } });
	expect((await ledger())[0]?.delivery).toMatchObject({ status: 'read' });
	const done = await api(`/${id}`, {
		method: 'PATCH',
		body: { status: 'done', revision: 1, result: 'Gesproken op school' }
	});
	expect(done.body).toMatchObject({ status: 'done', doneOn: expect.any(String) });
	expect(await stored(app).actions.find(id)).toMatchObject({
		status: 'done',
		ownerPersonId: null,
		result: 'Gesproken op school'
	});
	const events = await stored(app).actions.events([id]);
	expect(events.at(-1)).toMatchObject({
		kind: 'finish',
		personId: null,
		connectorId: secrets.connectorId
	});
});

test('DL23 each status there is, and back from done', async () => {
	const { api, id, app } = await connected();
	const put = (body: object) => api(`/${id}`, { method: 'PATCH', body: { revision: 1, ...body } });
	expect((await put({ status: 'in-progress' })).body.status).toBe('in-progress');
	expect((await put({ status: 'done' })).body.status).toBe('done');
	expect((await put({ status: 'in-progress' })).body).toMatchObject({
		status: 'in-progress',
		doneOn: null
	});
	expect(await put({ status: 'declined', reason: 'Geen plek' })).toMatchObject({
		status: 409,
		body: { code: 'wrong-status', current: { id, status: 'in-progress' } }
	});
	expect((await stored(app).actions.find(id))?.status).toBe('in-progress');
});

test('DL24 an answer to an older text is refused with the text that stands', async () => {
	const at = await connected();
	await changeTitle(at, at.id, 'De kinderen op school zien');
	const answer = await at.api(`/${at.id}`, {
		method: 'PATCH',
		body: { status: 'accepted', revision: 1 }
	});
	expect(answer).toMatchObject({
		status: 409,
		body: { code: 'stale', current: { revision: 2, title: 'De kinderen op school zien' } }
	});
	expect((await stored(at.app).actions.find(at.id))?.status).toBe('proposed');
});

test('DL25 told 100 times with one key: one effect, the same answer', async () => {
	const { api, id, app } = await connected();
	const report = {
		method: 'PATCH',
		body: { status: 'accepted', revision: 1 },
		idempotencyKey: 'a-report-of-the-partner'
	};
	const answers = await Promise.all(Array.from({ length: 100 }, () => api(`/${id}`, report)));
	expect(new Set(answers.map((each) => each.status))).toEqual(new Set([200]));
	const events = await stored(app).actions.events([id]);
	expect(events.filter((each) => each.kind === 'accept')).toHaveLength(1);
	const other = { ...report, body: { status: 'done', revision: 1 } };
	expect(await api(`/${id}`, other)).toMatchObject({
		status: 422,
		body: { code: 'idempotency-key-reused' }
	});
});

test('DL25 without a key: a status the action has already changes nothing', async () => {
	const { api, id, app } = await connected();
	const report = { method: 'PATCH', body: { status: 'accepted', revision: 1 } };
	expect((await api(`/${id}`, report)).status).toBe(200);
	expect((await api(`/${id}`, report)).status).toBe(200);
	const events = await stored(app).actions.events([id]);
	expect(events.filter((each) => each.kind === 'accept')).toHaveLength(1);
});

test.each([
	['no JSON', '{', 'invalid-input', 400],
	['another status', { status: 'proposed', revision: 1 }, 'invalid-input', 400],
	['no revision', { status: 'done' }, 'invalid-input', 400],
	[
		'a day that is none',
		{ status: 'done', doneOn: '2026-02-30', revision: 1 },
		'invalid-input',
		400
	],
	['tomorrow', { status: 'done', doneOn: '2099-01-01', revision: 1 }, 'date-in-future', 422],
	['no reason', { status: 'declined', revision: 1 }, 'reason-required', 422],
	['far too much', 'x'.repeat(20_000), 'too-large', 413]
])('DL26 refused with a stable code: %s', async (_what, body, code, status) => {
	const { api, id, app } = await connected();
	expect(await api(`/${id}`, { method: 'PATCH', body })).toMatchObject({ status, body: { code } });
	expect((await stored(app).actions.find(id))?.status).toBe('proposed');
});

test('DL27 a read receipt proves arrival, also when the reply was lost: nothing is sent again', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('De kinderen zien en spreken');
	at.inbox.answer = () => 'drop';
	await at.outbox.drain();
	const api = partner(at.app, at.secrets);
	expect((await api(`/${id}/gelezen`, { method: 'POST' })).status).toBe(204);
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'read', error: null });
	at.app.clock.advance(86_400_000);
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
});

test('DL28 too many requests: 429 with the time to wait; another client goes on', async () => {
	const { api, app, connect, inbox } = await connected();
	let last = await api('');
	for (let nr = 0; nr < 260 && last.status === 200; nr++) last = await api('');
	expect(last).toMatchObject({ status: 429, body: { code: 'too-many' } });
	expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
	const other = await connect('welzijn', inbox.url);
	expect((await partner(app, other)('')).status).toBe(200);
});

test('DL29 each read and change by a client is on the access log, in no person their name', async () => {
	const { api, id, app, world } = await connected();
	await api('');
	await api(`/${id}`);
	const rows = (await stored(app).log.ofCase(world.case.noor)).filter(
		(row) => row.role === 'connector'
	);
	expect(rows.map((row) => row.event).toSorted()).toEqual(['list-actions', 'open-action']);
	for (const row of rows)
		expect(row).toMatchObject({ personId: null, organisationId: world.organisation.ggd });
});
