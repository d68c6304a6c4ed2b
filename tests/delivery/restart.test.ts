import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CLAIM_SECONDS, Outbox } from '#lib/server/outbox/outbox.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { noorderveld } from '../support/people.ts';
import { done, stored, testApp, TestClock } from '../support/test-app.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import { receiver } from './receiver.ts';
import { dayAfter, deliveryWorld } from './world.ts';

test('DL11 stopped in the middle: what was on its way is sent again after the start, under the same id', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'casustafel-restart-'));
	onTestFinished(() =>
		rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
	);
	const inbox = await receiver();
	const clock = new TestClock(new Date());
	const env = { WEBHOOK_ALLOW: inbox.place };
	const before = testApp({ dataDir, clock, env, keepOpen: true });
	const world = await noorderveld(before);
	await world.goLive('noor');
	const made = await transact(
		before,
		world.actor('petra'),
		(work) =>
			setUpWebhook(work, {
				organisationId: world.organisation.ggd,
				url: inbox.url,
				allow: before.settings.webhookAllow
			}),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	await done(before, world.actor('marjan'), 'action.propose', {
		itemId: world.item.noor,
		title: 'Bellen met school',
		ownerOrganisationId: world.organisation.ggd,
		due: dayAfter(clock, 7)
	});
	const taken = await before.database.write((queries) => claimAll(queries, made.value.connectorId));
	expect(taken).toHaveLength(1);
	// A crash: nothing is settled, and the next process opens the same file.
	await before.close();

	const after = testApp({ dataDir, clock, env });
	const outbox = new Outbox(() => after);
	await outbox.drain();
	expect(inbox.requests).toHaveLength(0);
	clock.advance(CLAIM_SECONDS * 1000);
	await outbox.drain();
	expect(inbox.requests.map(({ event }) => event.id)).toEqual([taken[0]?.row.id]);
	expect((await stored(after).delivery.ledger([world.item.noor]))[0]?.delivery.status).toBe(
		'received'
	);

	async function claimAll(queries: Parameters<typeof repositories>[0], connectorId: string) {
		const now = clock.now();
		const until = new Date(now.getTime() + CLAIM_SECONDS * 1000);
		return repositories(queries).delivery.claim(connectorId, now, until, 10);
	}
});

test('DL11 closed while a message is on its way: broken off, not counted as an attempt, due at once', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	let closing: Promise<void> | null = null;
	at.inbox.answer = () => 'hang';
	at.inbox.arrived = () => {
		closing ??= at.outbox.close();
	};
	await at.outbox.drain();
	await closing;
	expect((await at.ledger())[0]?.delivery).toMatchObject({
		status: 'sent',
		attempts: 0,
		claimedUntil: null
	});
	at.inbox.answer = () => 'ok';
	at.inbox.arrived = () => {};
	await new Outbox(() => at.app).drain();
	expect(at.inbox.effects.size).toBe(1);
	expect(new Set(at.inbox.requests.map(({ event }) => event.id)).size).toBe(1);
});

test('DL12 a receiver that does not answer keeps no other receiver waiting', async () => {
	const at = await deliveryWorld({ timeoutMs: 300 });
	const other = await receiver();
	const allowing = { ...at.app.settings, webhookAllow: [at.inbox.place, other.place] };
	Object.assign(at.app, { settings: allowing });
	await at.connect('welzijn', other.url);
	for (let nr = 0; nr < 20; nr++) await at.propose(`Afspraak ${nr}`);
	await at.propose('Bellen met school', { ownerOrganisationId: at.world.organisation.welzijn });
	at.inbox.answer = () => 'hang';
	let hangingWhenServed = -1;
	other.arrived = () => {
		hangingWhenServed = at.inbox.requests.length;
	};
	await at.outbox.drain();
	expect(other.effects.size).toBe(1);
	// One lane's worth at most was asked of the dead one before the other was served.
	expect(hangingWhenServed).toBeLessThanOrEqual(8);
});

test('DL12 started, it sends what is committed without being asked, and rests in between', async () => {
	const at = await deliveryWorld();
	const arrived = new Promise<void>((resolve) => {
		at.inbox.arrived = () => resolve();
	});
	at.app.outbox.start();
	await at.propose('Bellen met school');
	await arrived;
	expect(at.inbox.requests).toHaveLength(1);
});
