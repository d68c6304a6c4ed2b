import { expect, test } from 'vitest';
import { tidy } from '#lib/server/housekeeping.ts';
import { transact } from '#lib/server/transact.ts';
import { rotateSecret } from '#lib/server/usecases/connectors/rotate-secret.ts';
import type { Actor } from '#lib/server/work.ts';
import { Webhook } from 'standardwebhooks';
import { refusal } from '../../scripts/partner-inbox/verify.ts';
import { stored } from '../support/test-app.ts';
import { setUpClient } from './api-world.ts';
import { deliveryWorld, type DeliveryWorld } from './world.ts';

const HOUR = 3_600_000;

async function rotate(at: DeliveryWorld, connectorId = at.secrets.connectorId) {
	const made = await rotated(at, at.world.actor('petra'), connectorId);
	if (!made.ok) throw new Error(made.error);
	return made.value;
}
const rotated = (at: DeliveryWorld, actor: Actor, connectorId: string) =>
	transact(at.app, actor, (work) => rotateSecret(work, { connectorId }), 'rotate-secret');

/** Whether a receiver that knows this secret takes the newest message for real. */
function isVerifiedBy(at: DeliveryWorld, secret: string): boolean {
	const request = at.inbox.requests.at(-1);
	if (!request) throw new Error('nothing arrived');
	return refusal(secret, request.headers, request.body, at.app.clock.now()) === null;
}

test('DL60 a new signing secret: for a day both count, then the new one alone', async () => {
	const at = await deliveryWorld();
	const { signingSecret: old, connectorId } = at.secrets;
	const { signingSecret: fresh, overlapUntil } = await rotate(at);
	expect(fresh).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
	expect(fresh).not.toBe(old);
	expect(Date.parse(overlapUntil) - at.app.clock.now().getTime()).toBe(24 * HOUR);

	await at.propose('Bellen met school');
	await at.outbox.drain();
	const [request] = at.inbox.requests;
	expect(String(request?.headers['webhook-signature']).split(' ')).toHaveLength(2);
	expect([isVerifiedBy(at, old), isVerifiedBy(at, fresh)]).toEqual([true, true]);
	// The library that receivers use takes it too, whichever of the two it knows.
	const headers = request?.headers as Record<string, string>;
	for (const secret of [old, fresh])
		expect(() => new Webhook(secret).verify(request?.body ?? '', headers)).not.toThrow();

	at.app.clock.advance(24 * HOUR);
	await at.propose('Huisbezoek plannen');
	await at.outbox.drain();
	expect([isVerifiedBy(at, old), isVerifiedBy(at, fresh)]).toEqual([false, true]);
	expect((await stored(at.app).delivery.connector(connectorId))?.previousSecret).not.toBeNull();
	await tidy(at.app);
	expect(await stored(at.app).delivery.connector(connectorId)).toMatchObject({
		previousSecret: null,
		previousUntil: null
	});
});

test('DL60 before its hours are over nothing of the old one is thrown away', async () => {
	const at = await deliveryWorld();
	await rotate(at);
	at.app.clock.advance(24 * HOUR - 1);
	await tidy(at.app);
	await at.propose('Bellen met school');
	await at.outbox.drain();
	expect(isVerifiedBy(at, at.secrets.signingSecret)).toBe(true);
});

test('DL61 replaced again within those hours: the newest two count, the oldest no longer', async () => {
	const at = await deliveryWorld();
	const { signingSecret: second } = await rotate(at);
	at.app.clock.advance(HOUR);
	const { signingSecret: third } = await rotate(at);
	await at.propose('Bellen met school');
	await at.outbox.drain();
	const counts = [at.secrets.signingSecret, second, third].map((each) => isVerifiedBy(at, each));
	expect(counts).toEqual([false, true, true]);
});

test('DL60 for who administers it only, for a webhook only; on the log, and in the clear nowhere', async () => {
	const at = await deliveryWorld();
	const { connectorId } = at.secrets;
	const api = await setUpClient(at, 'ggd');
	for (const [actor, id] of [
		[at.world.actor('marjan'), connectorId],
		[{ ...at.world.actor('bas'), administers: 'organisation' as const }, connectorId],
		[at.world.actor('petra'), api.connectorId],
		[at.world.actor('petra'), at.app.ids.id()]
	] as const)
		expect(await rotated(at, actor, id)).toEqual({ ok: false, error: 'not-found' });
	const own: Actor = { ...at.world.actor('tirza'), administers: 'organisation' };
	const made = await rotated(at, own, connectorId);
	expect(made.ok).toBe(true);
	expect((await stored(at.app).log.newest(1))[0]).toMatchObject({
		event: 'rotate-secret',
		objectId: connectorId,
		outcome: 'allowed'
	});
	const kept = JSON.stringify(await stored(at.app).delivery.connector(connectorId));
	for (const secret of [at.secrets.signingSecret, made.ok ? made.value.signingSecret : ''])
		expect(kept).not.toContain(secret.slice('whsec_'.length));
});

test('DL44 of a connection that is removed no secret is kept, also not the one before', async () => {
	const at = await deliveryWorld();
	await rotate(at);
	await at.world.do('petra', 'connector.remove', { connectorId: at.secrets.connectorId });
	expect(await stored(at.app).delivery.connector(at.secrets.connectorId)).toMatchObject({
		secret: '',
		previousSecret: null
	});
});
