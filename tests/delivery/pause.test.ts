import { expect, test } from 'vitest';
import { changeTitle, deliveryWorld, titleOf } from './world.ts';

const DAY = 86_400_000;

test('DL65 paused with many open, resumed: each once, in order per action, the newest text last', async () => {
	const at = await deliveryWorld();
	const { connectorId } = at.secrets;
	const first = await at.propose('Bellen met school');
	await at.outbox.drain();
	await at.world.do('petra', 'connector.pause', { connectorId });
	const others: string[] = [];
	for (let nr = 0; nr < 12; nr++) others.push(await at.propose(`Afspraak ${nr}`));
	await changeTitle(at, first, 'Langsgaan bij school');
	await changeTitle(at, others[3] ?? '', 'Afspraak 3, anders');
	await at.world.do('marjan', 'action.withdraw', {
		actionId: others[5],
		reason: 'Niet meer nodig'
	});
	at.app.clock.advance(3 * DAY);
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);

	await at.world.do('petra', 'connector.resume', { connectorId });
	await at.outbox.drain();
	await at.outbox.drain();
	const events = at.inbox.requests.map(({ event }) => event);
	// Nothing doubled, nothing lost: each event once, and of each action what stands.
	expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
	const newest = new Map(events.map((event) => [event.subject, titleOf(event)]));
	expect([...newest.keys()].toSorted()).toEqual([first, ...others].toSorted());
	expect(newest.get(first)).toBe('Langsgaan bij school');
	expect(newest.get(others[3] ?? '')).toBe('Afspraak 3, anders');
	expect(newest.get(others[5] ?? '')).toBeNull();
	for (const subject of newest.keys()) {
		const revisions = events
			.filter((event) => event.subject === subject)
			.map(({ data }) => ('revision' in data ? data.revision : 0));
		expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
	}
	for (const { delivery } of await at.ledger())
		expect(['received', 'outdated']).toContain(delivery.status);
});

test('DL65 paused in the middle of sending: what was on its way is settled, the rest waits', async () => {
	const at = await deliveryWorld();
	const { connectorId } = at.secrets;
	for (let nr = 0; nr < 20; nr++) await at.propose(`Afspraak ${nr}`);
	let paused: Promise<unknown> | null = null;
	at.inbox.arrived = async () => {
		paused ??= at.world.do('petra', 'connector.pause', { connectorId });
		await paused;
	};
	await at.outbox.drain();
	expect(at.inbox.requests.length).toBeLessThan(20);
	const before = at.inbox.requests.length;
	await at.world.do('petra', 'connector.resume', { connectorId });
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(20);
	expect(before).toBeGreaterThan(0);
	expect(at.inbox.effects.size).toBe(20);
	expect((await at.ledger()).map(({ delivery }) => delivery.status)).toEqual(
		Array.from({ length: 20 }, () => 'received')
	);
});
