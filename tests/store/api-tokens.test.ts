import { describe, expect, test } from 'vitest';
import { at, ID, settle } from './fixture.ts';
import { STORES, type StoreUnderTest } from './implementations.ts';

async function withTokens(open: () => Promise<StoreUnderTest>): Promise<StoreUnderTest> {
	const store = await settle(await open());
	await store.write(async ({ delivery, apiTokens }) => {
		for (const id of ['one', 'other'])
			await delivery.addConnector({
				...{ id, organisationId: ID.police, kind: 'api', url: '', secret: '' },
				...{ apiKeyHash: `key-${id}`, createdAt: at(0) }
			});
		await apiTokens.add({ hash: 'first', connectorId: 'one', expiresAt: at(15) });
		await apiTokens.add({ hash: 'second', connectorId: 'one', expiresAt: at(20) });
		await apiTokens.add({ hash: 'others', connectorId: 'other', expiresAt: at(20) });
	});
	return store;
}
const whose = async (store: StoreUnderTest, hash: string, minutes: number) =>
	(await store.read.apiTokens.connectorOf(hash, at(minutes)))?.id ?? null;

describe.each(STORES)('tokens of systems: %s', (_, open) => {
	test('tell whose they are, until their time has come', async () => {
		const store = await withTokens(open);
		expect(await whose(store, 'first', 14)).toBe('one');
		expect(await whose(store, 'first', 15)).toBeNull();
		expect(await whose(store, 'others', 15)).toBe('other');
		expect(await whose(store, 'no-such', 0)).toBeNull();
	});

	test('are nobody’s once their connector was removed', async () => {
		const store = await withTokens(open);
		await store.write(({ delivery }) => delivery.changeConnector('one', { removedAt: at(1) }));
		expect(await whose(store, 'first', 2)).toBeNull();
		expect(await whose(store, 'others', 2)).toBe('other');
	});

	test('end all at once, of one connector; what has run out is forgotten', async () => {
		const store = await withTokens(open);
		await store.write(({ apiTokens }) => apiTokens.endOf('other'));
		expect(await whose(store, 'others', 0)).toBeNull();
		await store.write(({ apiTokens }) => apiTokens.forgetExpired(at(15)));
		expect(await whose(store, 'first', 0)).toBeNull();
		expect(await whose(store, 'second', 0)).toBe('one');
	});
});
