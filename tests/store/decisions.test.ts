import { describe, expect, test } from 'vitest';
import { at, ID, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

const version = (number: number) => ({
	itemId: ID.item,
	version: number,
	text: `Tekst ${number}`,
	hash: `hash-${number}`,
	createdAt: at(number)
});
const ratification = (personId: string, number: number, minutes: number) => ({
	itemId: ID.item,
	version: number,
	personId,
	hash: `hash-${number}`,
	at: at(minutes)
});

describe.each(STORES)('decisions: %s', (_, open) => {
	test('the newest version is the current one, and the earlier ones stay', async () => {
		const store = await settle(await open());
		expect(await store.read.decisions.current(ID.item)).toBeNull();
		await store.write(async ({ decisions }) => {
			await decisions.add(version(1));
			await decisions.add(version(2));
			await decisions.markRatified(ID.item, 1, at(5));
		});
		expect(await store.read.decisions.current(ID.item)).toMatchObject({
			version: 2,
			ratifiedAt: null
		});
		expect(
			(await store.read.decisions.versions(ID.item)).map((one) => [one.text, one.ratifiedAt])
		).toEqual([
			['Tekst 1', at(5)],
			['Tekst 2', null]
		]);
	});

	test('a version is there once', async () => {
		const store = await settle(await open());
		await store.write(({ decisions }) => decisions.add(version(1)));
		await expect(
			store.write(({ decisions }) => decisions.add({ ...version(1), text: 'Anders' }))
		).rejects.toThrow();
	});

	test('ratified twice is ratified once, at the first moment; each version apart', async () => {
		const store = await settle(await open());
		await store.write(async ({ decisions }) => {
			await decisions.add(version(1));
			await decisions.ratify(ratification(ID.wim, 1, 4));
			await decisions.ratify(ratification(ID.hilde, 1, 3));
			await decisions.ratify(ratification(ID.hilde, 1, 9));
			await decisions.ratify(ratification(ID.hilde, 2, 9));
		});
		const first = await store.read.decisions.ratifications(ID.item, 1);
		expect(first.map((one) => [one.personId, one.at])).toEqual([
			[ID.hilde, at(3)],
			[ID.wim, at(4)]
		]);
	});

	test('a record is fixed once', async () => {
		const store = await settle(await open());
		const record = {
			itemId: ID.item,
			meetingId: ID.meeting,
			content: { version: 1, attendees: [] },
			hash: 'hash',
			createdAt: at(1)
		};
		await store.write(({ decisions }) => decisions.fix(record));
		expect(await store.read.decisions.record(ID.item)).toEqual(record);
		expect(await store.read.decisions.record('no-such')).toBeNull();
		await expect(
			store.write(({ decisions }) => decisions.fix({ ...record, hash: 'other' }))
		).rejects.toThrow();
	});
});
