import { describe, expect, test } from 'vitest';
import { at, ID, ids, settle } from './fixture.ts';
import { STORES, type StoreUnderTest } from './implementations.ts';

const connector = (id: string, minutes = 0) => ({
	id,
	organisationId: ID.police,
	kind: 'webhook' as const,
	url: 'https://partner.example/in',
	secret: 'encrypted',
	apiKeyHash: `key-${id}`,
	createdAt: at(minutes)
});

/** Something about `subjectId` to bring by the connector; gives its number. */
async function queue(store: StoreUnderTest, id: string, subjectId: string, by = 'hook') {
	await store.write(async ({ delivery }) => {
		const outboxSeq = await delivery.addOutbox({
			id: `event-${id}`,
			type: 'action-assigned',
			organisationId: ID.police,
			subjectId,
			itemId: ID.item,
			revision: 1,
			payload: { title: 'De kinderen zien', due: null },
			createdAt: at(0)
		});
		await delivery.addDelivery({ id, outboxSeq, connectorId: by, status: 'queued' });
	});
}

async function withConnector(open: () => Promise<StoreUnderTest>): Promise<StoreUnderTest> {
	const store = await settle(await open());
	await store.write(({ delivery }) => delivery.addConnector(connector('hook')));
	return store;
}

const claim = (store: StoreUnderTest, minutes = 0, most = 10) =>
	store
		.write(({ delivery }) => delivery.claim('hook', at(minutes), at(minutes + 1), most))
		.then((found) => found.map((each) => each.delivery.id));

describe.each(STORES)('connectors: %s', (_, open) => {
	test('found by id, also once removed; no longer among those in use', async () => {
		const store = await withConnector(open);
		expect(ids(await store.read.delivery.connectorsOf(ID.police))).toEqual(['hook']);
		await store.write(({ delivery }) => delivery.changeConnector('hook', { removedAt: at(1) }));
		expect(await store.read.delivery.connectorsOf(ID.police)).toEqual([]);
		expect(await store.read.delivery.allConnectors()).toEqual([]);
		expect(await store.read.delivery.connector('hook')).not.toBeNull();
	});

	test('an organisation’s in the order in which they were set up', async () => {
		const store = await withConnector(open);
		await store.write(({ delivery }) => delivery.addConnector(connector('second', 5)));
		expect(ids(await store.read.delivery.connectorsOf(ID.police))).toEqual(['hook', 'second']);
		expect(await store.read.delivery.connectorsOf(ID.cjg)).toEqual([]);
	});

	test('of a secret that was replaced nothing is kept once it counts no more', async () => {
		const store = await withConnector(open);
		await store.write(({ delivery }) =>
			delivery.changeConnector('hook', { previousSecret: 'old', previousUntil: at(10) })
		);
		const previous = async (minutes: number) => {
			await store.write(({ delivery }) => delivery.forgetPreviousSecrets(at(minutes)));
			return (await store.read.delivery.connector('hook'))?.previousSecret;
		};
		expect(await previous(9)).toBe('old');
		expect(await previous(10)).toBeNull();
		expect(await store.read.delivery.connector('hook')).toMatchObject({ secret: 'encrypted' });
	});

	test('of the exchanges only the newest are kept, of each connector apart', async () => {
		const store = await withConnector(open);
		await store.write(async ({ delivery }) => {
			await delivery.addConnector(connector('second'));
			await delivery.addExchange({ connectorId: 'second', at: at(0), what: 'test' });
			for (let minute = 0; minute < 30; minute += 1)
				await delivery.addExchange({ connectorId: 'hook', at: at(minute), what: 'test' });
		});
		const newest = await store.read.delivery.exchanges('hook', 100);
		expect(newest.length).toBe(20);
		expect(newest[0]?.at).toEqual(at(29));
		expect((await store.read.delivery.exchanges('hook')).length).toBe(10);
		expect((await store.read.delivery.exchanges('second')).length).toBe(1);
	});
});

describe.each(STORES)('what must leave: %s', (_, open) => {
	test('numbers grow, and the payload comes back as it was written', async () => {
		const store = await withConnector(open);
		await queue(store, 'first', 'action-1');
		await queue(store, 'second', 'action-1');
		const [first, second] = await store.read.delivery.ledger([ID.item]);
		expect(first?.row.seq).toBeLessThan(second?.row.seq ?? 0);
		expect(first?.row.payload).toEqual({ title: 'De kinderen zien', due: null });
		expect(await store.read.delivery.ledger([])).toEqual([]);
		expect((await store.read.delivery.toldAbout('action-1', ID.police)).length).toBe(2);
		expect(await store.read.delivery.toldAbout('action-1', ID.cjg)).toEqual([]);
		expect((await store.read.delivery.find('second'))?.row.id).toBe('event-second');
	});

	test('what one has in hand, another does not get, until the time for it is over', async () => {
		const store = await withConnector(open);
		await queue(store, 'first', 'action-1');
		expect(await claim(store)).toEqual(['first']);
		expect(await claim(store)).toEqual([]);
		expect(await claim(store, 2)).toEqual(['first']);
	});

	test('about one subject in order, one at a time; another subject does not wait', async () => {
		const store = await withConnector(open);
		await queue(store, 'first', 'action-1');
		await queue(store, 'second', 'action-1');
		await queue(store, 'other', 'action-2');
		expect(await claim(store)).toEqual(['first', 'other']);
		await store.write(({ delivery }) =>
			delivery.changeDelivery('first', { status: 'received', claimedUntil: null })
		);
		expect(await claim(store)).toEqual(['second']);
	});

	test('no more at once than asked', async () => {
		const store = await withConnector(open);
		for (const id of ['first', 'second', 'third']) await queue(store, id, `action-${id}`);
		expect(await claim(store, 0, 2)).toEqual(['first', 'second']);
	});

	test.each([
		['paused', { pausedAt: at(0) }],
		['removed', { removedAt: at(0) }]
	])('a connector that is %s brings nothing', async (_, change) => {
		const store = await withConnector(open);
		await queue(store, 'first', 'action-1');
		expect(await store.read.delivery.connectorsWithDue(at(0))).toEqual(['hook']);
		await store.write(({ delivery }) => delivery.changeConnector('hook', change));
		expect(await store.read.delivery.connectorsWithDue(at(0))).toEqual([]);
		expect(await store.read.delivery.nextDueAt(at(0))).toBeNull();
		expect(await claim(store)).toEqual([]);
	});

	test('what failed waits for its next attempt; what is parked waits for a person', async () => {
		const store = await withConnector(open);
		await queue(store, 'later', 'action-1');
		await queue(store, 'parked', 'action-2');
		await store.write(async ({ delivery }) => {
			await delivery.changeDelivery('later', { status: 'failed', nextAttemptAt: at(5) });
			await delivery.changeDelivery('parked', { status: 'failed', parkedAt: at(0) });
		});
		expect(await claim(store)).toEqual([]);
		expect(await store.read.delivery.nextDueAt(at(0))).toEqual(at(5));
		expect(await claim(store, 5)).toEqual(['later']);
	});

	test('an older text is outdated everywhere, and no longer brought', async () => {
		const store = await withConnector(open);
		await queue(store, 'old', 'action-1');
		await store.write(({ delivery }) => delivery.outdate('action-1'));
		expect((await store.read.delivery.find('old'))?.delivery.status).toBe('outdated');
		await queue(store, 'new', 'action-1');
		expect(await claim(store)).toEqual(['new']);
	});

	test('to who fetches by itself nothing is brought, however much waits', async () => {
		const store = await withConnector(open);
		await store.write(({ delivery }) =>
			delivery.addConnector({ ...connector('fetcher'), kind: 'api', url: '' })
		);
		await queue(store, 'waits', 'action-1', 'fetcher');
		expect(await store.read.delivery.connectorsWithDue(at(0))).toEqual([]);
		const waiting = await store.read.delivery.waitingFor('fetcher', ['action-1', 'action-2']);
		expect(waiting.map(({ delivery }) => delivery.id)).toEqual(['waits']);
		expect(await store.read.delivery.waitingFor('fetcher', [])).toEqual([]);
		expect(await store.read.delivery.waitingFor('hook', ['action-1'])).toEqual([]);
		await store.write(({ delivery }) => delivery.changeDelivery('waits', { parkedAt: at(1) }));
		expect(await store.read.delivery.waitingFor('fetcher', ['action-1'])).toEqual([]);
	});

	test('what an organisation was told: in order, after one of them, without what was overtaken', async () => {
		const store = await withConnector(open);
		await queue(store, 'first', 'action-1');
		await queue(store, 'second', 'action-2');
		await queue(store, 'third', 'action-3');
		await store.write(({ delivery }) => delivery.outdate('action-2'));
		const { delivery } = store.read;
		const told = async (after: number, most = 10) =>
			(await delivery.eventsOf(ID.police, after, most)).map((row) => row.id);
		expect(await told(0)).toEqual(['event-first', 'event-third']);
		expect(await told(0, 1)).toEqual(['event-first']);
		// One that was overtaken is still a place to go on from.
		const second = await delivery.toldTo(ID.police, 'event-second');
		expect(await told(second?.seq ?? 0)).toEqual(['event-third']);
		expect(await delivery.toldTo(ID.cjg, 'event-second')).toBeNull();
		expect(await delivery.eventsOf(ID.cjg, 0, 10)).toEqual([]);
	});

	test('when a connector goes away, what was open failed, and tells whose items those are', async () => {
		const store = await withConnector(open);
		await queue(store, 'open', 'action-1');
		await queue(store, 'arrived', 'action-2');
		const items = await store.write(async ({ delivery }) => {
			await delivery.changeDelivery('arrived', { status: 'received' });
			return delivery.failOpen('hook', 'gone', at(1));
		});
		expect(items).toEqual([ID.item]);
		expect((await store.read.delivery.find('open'))?.delivery).toMatchObject({
			status: 'failed',
			error: 'gone',
			parkedAt: at(1)
		});
		expect((await store.read.delivery.find('arrived'))?.delivery.status).toBe('received');
	});
});
