import { describe, expect, test } from 'vitest';
import { at, ID } from './fixture.ts';
import { STORES } from './implementations.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const update = (documentId: string, seq: number, ...values: number[]) =>
	({ kind: 'update', documentId, seq, bytes: bytes(...values) }) as const;
const replica = (documentId: string, clientId: number) =>
	({
		kind: 'replica',
		documentId,
		replica: { clientId, personId: ID.wim, secretHash: 'hash', createdAt: at(1) }
	}) as const;

describe.each(STORES)('shared text: %s', (_, open) => {
	test('a document nobody wrote in is an empty one', async () => {
		const { documents } = await open();
		expect(await documents.load('unknown')).toEqual({
			epoch: 1,
			snapshot: null,
			updates: [],
			replicas: []
		});
	});

	test('updates come back byte for byte, in order, of their own document only', async () => {
		const { documents } = await open();
		await documents.append([update('one', 1, 0, 255, 1), update('two', 1, 9), update('one', 2, 2)]);
		await documents.append([update('one', 3, 3)]);
		const { updates } = await documents.load('one');
		expect(updates.map((each) => [...each])).toEqual([[0, 255, 1], [2], [3]]);
	});

	test('a view on a larger buffer stores its own bytes only', async () => {
		const { documents } = await open();
		const large = bytes(1, 2, 3, 4, 5);
		await documents.append([{ ...update('one', 1), bytes: large.subarray(1, 3) }]);
		expect([...((await documents.load('one')).updates[0] ?? [])]).toEqual([2, 3]);
	});

	test('a snapshot takes the place of what came before it, not of what comes after', async () => {
		const { documents } = await open();
		await documents.append([update('one', 1, 1), update('two', 1, 7)]);
		await documents.append([
			{ kind: 'snapshot', documentId: 'one', bytes: bytes(42) },
			update('one', 1, 2)
		]);
		const one = await documents.load('one');
		expect([...(one.snapshot ?? [])]).toEqual([42]);
		expect(one.updates.map((each) => [...each])).toEqual([[2]]);
		expect((await documents.load('two')).updates.length).toBe(1);
	});

	test('a replica is remembered with the first write', async () => {
		const { documents } = await open();
		await documents.append([replica('one', 4_294_967_295), update('one', 1, 1)]);
		expect((await documents.load('one')).replicas).toMatchObject([
			{ clientId: 4_294_967_295, personId: ID.wim, secretHash: 'hash', createdAt: at(1) }
		]);
	});

	test('an append that fails leaves nothing of itself', async () => {
		const { documents } = await open();
		await documents.append([replica('one', 7)]);
		await expect(
			documents.append([update('one', 1, 1), replica('one', 7), update('two', 1, 2)])
		).rejects.toThrow();
		expect((await documents.load('one')).updates).toEqual([]);
		expect((await documents.load('two')).updates).toEqual([]);
	});
});
