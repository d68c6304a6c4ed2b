import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectorList } from '#lib/server/connectors/list.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import { testConnector } from '#lib/server/connectors/test-connector.ts';
import type { Actor } from '#lib/server/work.ts';
import { run, stored } from '../support/test-app.ts';
import { partner, tokenFor } from './api-fetch.ts';
import { deliveryWorld, type DeliveryWorld } from './world.ts';

const list = (at: DeliveryWorld, actor: Actor) => transact(at.app, actor, connectorList, 'list');
const own = (at: DeliveryWorld, person: 'tirza' | 'bas'): Actor => ({
	...at.world.actor(person),
	administers: 'organisation'
});

test('DL40 no file of the database holds a signing secret, a client secret or a token in the clear', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	await at.outbox.drain();
	await partner(at.app, at.secrets)('');
	const { signingSecret, clientSecret } = at.secrets;
	const token = await tokenFor(at.app, at.secrets);
	const needles = [signingSecret, clientSecret, token].flatMap((secret) => [
		secret,
		secret.slice(secret.indexOf('_') + 1)
	]);
	const files = readdirSync(at.app.dataDir).filter((name) => name.includes('sqlite'));
	expect(files.length).toBeGreaterThan(0);
	for (const name of files) {
		const bytes = readFileSync(join(at.app.dataDir, name));
		for (const needle of needles) expect(bytes.includes(needle)).toBe(false);
	}
	expect(bytesHold(at, at.secrets.connectorId)).toBe(true);
});

function bytesHold(at: DeliveryWorld, text: string): boolean {
	return readdirSync(at.app.dataDir)
		.filter((name) => name.includes('sqlite'))
		.some((name) => readFileSync(join(at.app.dataDir, name)).includes(text));
}

test('DL41 an organisation its administrator sees and changes the own connections only', async () => {
	const at = await deliveryWorld();
	const { connectorId } = at.secrets;
	const welzijn = own(at, 'bas');
	expect(await list(at, welzijn)).toMatchObject({
		ok: true,
		value: { connectors: [], organisations: [{ name: 'Welzijn Noorderveld' }] }
	});
	for (const name of ['connector.pause', 'connector.resume', 'connector.remove'])
		expect(await run(at.app, welzijn, name, { connectorId })).toMatchObject({ error: 'not-found' });
	expect(await testConnector(at.app, welzijn, connectorId)).toMatchObject({ error: 'not-found' });
	expect(at.inbox.requests).toHaveLength(0);
	const ggd = own(at, 'tirza');
	expect(await list(at, ggd)).toMatchObject({ value: { connectors: [{ id: connectorId }] } });
	expect((await run(at.app, ggd, 'connector.pause', { connectorId })).ok).toBe(true);
});

test('DL41 who administers nothing learns not even that there are connections', async () => {
	const at = await deliveryWorld();
	const { connectorId } = at.secrets;
	for (const person of ['tirza', 'marjan'] as const) {
		const actor = at.world.actor(person);
		expect(await list(at, actor)).toMatchObject({ error: 'not-found' });
		expect(await run(at.app, actor, 'connector.remove', { connectorId })).toMatchObject({
			error: 'not-found'
		});
		const made = await transact(
			at.app,
			actor,
			(work) =>
				setUpWebhook(work, {
					organisationId: actor.organisationId,
					url: 'https://inbox.example/',
					allow: []
				}),
			'set-up'
		);
		expect(made).toMatchObject({ error: 'not-found' });
	}
});

test('DL42 one click sends a test without any case, and says plainly what happened', async () => {
	const at = await deliveryWorld();
	const petra = at.world.actor('petra');
	const { connectorId } = at.secrets;
	expect(await testConnector(at.app, petra, connectorId)).toEqual({
		ok: true,
		value: { ok: true }
	});
	expect(at.inbox.requests[0]?.event).toMatchObject({ type: 'nl.casustafel.proef' });
	at.inbox.answer = () => 'error';
	expect(await testConnector(at.app, petra, connectorId)).toMatchObject({
		value: { ok: false, error: 'answered-error' }
	});
	const seen = await list(at, petra);
	expect(seen.ok && seen.value.connectors[0]?.exchanges).toMatchObject([
		{ what: 'test', error: 'answered-error' },
		{ what: 'test', error: null }
	]);
});

test('DL43 the last exchanges hold no content, and no more than ten', async () => {
	const at = await deliveryWorld();
	for (let nr = 0; nr < 15; nr++) await at.propose(`Afspraak ${nr}`);
	await at.outbox.drain();
	const seen = await list(at, at.world.actor('petra'));
	const exchanges = seen.ok ? (seen.value.connectors[0]?.exchanges ?? []) : [];
	expect(exchanges).toHaveLength(10);
	for (const exchange of exchanges) expect(Object.keys(exchange)).toEqual(['at', 'what', 'error']);
});

test('DL44 removed with deliveries open: they are visibly not delivered, and cannot be tried again', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	await at.world.do('petra', 'connector.remove', { connectorId: at.secrets.connectorId });
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(0);
	const [{ delivery } = {}] = await at.ledger();
	expect(delivery).toMatchObject({ status: 'failed', error: 'connector-removed' });
	expect(
		await run(at.app, at.world.actor('marjan'), 'delivery.retry', { deliveryId: delivery?.id })
	).toMatchObject({ error: 'connector-removed' });
});

test('DL45 paused: nothing leaves, status still comes in; resumed, it goes', async () => {
	const at = await deliveryWorld();
	const { connectorId } = at.secrets;
	await at.world.do('petra', 'connector.pause', { connectorId });
	await at.propose('Bellen met school');
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(0);
	expect((await partner(at.app, at.secrets)('')).status).toBe(200);
	await at.world.do('petra', 'connector.resume', { connectorId });
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
});

test('DL46 "Opnieuw proberen" is for the chair and the receiver its administrator', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	at.inbox.answer = () => 'refuse';
	for (let attempt = 0; attempt < 8; attempt++) {
		await at.outbox.drain();
		at.app.clock.advance(2 * 86_400_000);
	}
	const deliveryId = (await at.ledger())[0]?.delivery.id;
	const retry = (actor: Actor) => run(at.app, actor, 'delivery.retry', { deliveryId });
	expect(await retry(at.world.actor('wim'))).toMatchObject({ error: 'not-found' });
	expect(await retry(at.world.actor('bas'))).toMatchObject({ error: 'not-yours' });
	expect(await retry(own(at, 'bas'))).toMatchObject({ error: 'not-yours' });
	at.inbox.answer = () => 'ok';
	expect((await retry(at.world.actor('marjan'))).ok).toBe(true);
	await at.outbox.drain();
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'received', attempts: 0 });
	expect(await retry(own(at, 'tirza'))).toMatchObject({ error: 'wrong-status' });
});

test('DL47 a connection sealed for one organisation does not open for another', async () => {
	const at = await deliveryWorld();
	const other = await at.connect('welzijn', at.inbox.url);
	const mine = await stored(at.app).delivery.connector(at.secrets.connectorId);
	await at.app.database.write((queries) =>
		repositories(queries).delivery.changeConnector(other.connectorId, {
			secret: mine?.secret
		})
	);
	await at.propose('Bellen met school', { ownerOrganisationId: at.world.organisation.welzijn });
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(0);
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'failed', error: 'fault' });
});
