import { expect, test } from 'vitest';
import { connectorList } from '#lib/server/connectors/list.ts';
import { testConnector } from '#lib/server/connectors/test-connector.ts';
import { transact } from '#lib/server/transact.ts';
import { setUp } from '#lib/server/usecases/connectors/set-up.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import { deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';
import { run, stored } from '../support/test-app.ts';

const guided = (at: DeliveryWorld, url: string, organisationId = at.world.organisation.ggd) =>
	transact(
		at.app,
		at.world.actor('petra'),
		(work) =>
			setUp(work, setUpWebhook(work, { organisationId, url, allow: at.app.settings.webhookAllow })),
		'set-up-connector'
	);

async function list(at: DeliveryWorld) {
	const seen = await transact(at.app, at.world.actor('petra'), connectorList, 'list-connectors');
	if (!seen.ok) throw new Error(seen.error);
	return seen.value.connectors;
}

test('KO2 more than one connection is fine, the same address twice is not, and leaves nothing behind', async () => {
	const at = await deliveryWorld();
	const { ggd, welzijn } = at.world.organisation;
	expect(await guided(at, at.inbox.url)).toMatchObject({ error: 'connector-exists' });
	expect(await stored(at.app).delivery.connectorsOf(ggd)).toHaveLength(1);
	expect((await guided(at, `${at.inbox.url}/tweede`)).ok).toBe(true);
	expect(await stored(at.app).delivery.connectorsOf(ggd)).toHaveLength(2);
	// Another organisation may have a system at the same supplier; a removed one is no obstacle.
	expect((await guided(at, at.inbox.url, welzijn)).ok).toBe(true);
	await at.world.do('petra', 'connector.remove', { connectorId: at.secrets.connectorId });
	expect((await guided(at, at.inbox.url)).ok).toBe(true);
});

test('KO3 what stood ready in the app only is sent by the new connection', async () => {
	const at = await deliveryWorld();
	const { welzijn } = at.world.organisation;
	const id = await at.propose('Met de ouders praten', { ownerOrganisationId: welzijn });
	const done = await at.propose('Al gebeurd', { ownerOrganisationId: welzijn });
	const seen = await at.propose('Al gezien', { ownerOrganisationId: welzijn });
	await at.world.do('bas', 'action.finish', { actionId: done, doneOn: '2020-01-01' });
	await at.world.do('bas', 'action.accept', { actionId: seen });
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(0);
	expect(await guided(at, `${at.inbox.url}/welzijn`, welzijn)).toMatchObject({
		value: { waiting: 1 }
	});
	await at.outbox.drain();
	expect(at.inbox.requests.map(({ event }) => event.subject)).toEqual([id]);
});

test('KO4 a new connection was never tested; after one that arrived it works; after a failure it tries again', async () => {
	const at = await deliveryWorld();
	const state = async () => (await list(at))[0]?.state;
	expect(await state()).toBe('never-tested');
	await at.propose('Bellen met school');
	await at.outbox.drain();
	expect(await state()).toBe('works');
	at.inbox.answer = () => 'error';
	await at.propose('Langsgaan');
	await at.outbox.drain();
	expect(await state()).toBe('tries-again');
	await at.world.do('petra', 'connector.pause', { connectorId: at.secrets.connectorId });
	expect(await state()).toBe('paused');
});

test('KO4 a test that failed is how it stands, until something arrives', async () => {
	const at = await deliveryWorld();
	const tested = () =>
		testConnector(at.app, at.world.actor('petra'), at.secrets.connectorId).then(async () => {
			const [connector] = await list(at);
			return connector?.state;
		});
	at.inbox.answer = () => 'error';
	expect(await tested()).toBe('test-failed');
	at.inbox.answer = () => 'ok';
	expect(await tested()).toBe('works');
	at.inbox.answer = () => 'error';
	expect(await tested()).toBe('test-failed');
	at.inbox.answer = () => 'ok';
	await at.propose('Bellen met school');
	await at.outbox.drain();
	expect((await list(at))[0]?.state).toBe('works');
});

test('KO4 connections of one organisation stand together, organisations by name', async () => {
	const at = await deliveryWorld();
	const { welzijn, ggd } = at.world.organisation;
	for (const [organisationId, path] of [
		[welzijn, 'welzijn'],
		[ggd, 'ggd']
	] as const)
		expect(await guided(at, `${at.inbox.url}/${path}`, organisationId)).toMatchObject({ ok: true });
	const names = (await list(at)).map(({ organisation }) => organisation.name);
	expect(names).toEqual(['GGD Noorderveld', 'GGD Noorderveld', 'Welzijn Noorderveld']);
});

test('KO6 what is stuck is shown without content, and goes again: one, or all in their order', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'refuse';
	const ids = [await at.propose('Eerst dit'), await at.propose('Dan dat')];
	// Alternating with one that arrives: it is the messages, not the connection.
	for (let attempt = 0; attempt < 8; attempt++) {
		at.inbox.answer = (event) => (ids.includes(event.subject ?? '') ? 'refuse' : 'ok');
		await at.propose(`Tussendoor ${attempt}`);
		await at.outbox.drain();
		at.app.clock.advance(25 * 3_600_000);
	}
	const [connector] = await list(at);
	expect(connector?.parked).toEqual([
		expect.objectContaining({ what: 'action-assigned', error: 'answered-refusal' }),
		expect.objectContaining({ what: 'action-assigned', error: 'answered-refusal' })
	]);
	expect(JSON.stringify(connector)).not.toMatch(/Eerst dit|Dan dat|26-4187|Tussendoor/);
	const before = at.inbox.requests.length;
	at.inbox.answer = () => 'ok';
	await at.world.do('petra', 'connector.retry-all', { connectorId: at.secrets.connectorId });
	await at.outbox.drain();
	expect(
		at.inbox.requests
			.slice(before)
			.map(({ event }) => event.subject)
			.toSorted()
	).toEqual(ids.toSorted());
	expect((await list(at))[0]?.parked).toEqual([]);
	await at.world.do('petra', 'connector.pause', { connectorId: at.secrets.connectorId });
	expect(
		await run(at.app, at.world.actor('petra'), 'connector.retry-all', {
			connectorId: at.secrets.connectorId
		})
	).toMatchObject({ error: 'connector-paused' });
});

test('KO7 before removing it is said how many messages will not arrive by it', async () => {
	const at = await deliveryWorld();
	await at.world.do('petra', 'connector.pause', { connectorId: at.secrets.connectorId });
	await at.propose('Eerst dit');
	await at.propose('Dan dat');
	expect((await list(at))[0]?.open).toBe(2);
});
