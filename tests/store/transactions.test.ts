import { openDatabase } from '#lib/server/store/database.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { at, ID, settle } from './fixture.ts';
import { migrations, STORES } from './implementations.ts';

const command = (id: string) => ({
	id,
	personId: ID.hilde,
	name: 'meeting.start',
	inputHash: 'hash',
	at: at(0)
});

describe.each(STORES)('transactions: %s', (_, open) => {
	test('all of a transaction, or nothing', async () => {
		const store = await open();
		await expect(
			store.write(async ({ commands }) => {
				await commands.add(command('first'));
				await commands.add(command('second'));
				throw new Error('and then it failed');
			})
		).rejects.toThrow('and then it failed');
		expect(await store.read.commands.find('first')).toBeNull();
		expect(await store.read.commands.find('second')).toBeNull();
	});

	test('a refusal of the store itself undoes what came before it', async () => {
		const store = await open();
		await expect(
			store.write(async ({ commands }) => {
				await commands.add(command('once'));
				await commands.add(command('once'));
			})
		).rejects.toThrow();
		expect(await store.read.commands.find('once')).toBeNull();
	});

	test('nobody sees what is not committed', async () => {
		const store = await open();
		await store.write(async ({ commands }) => {
			await commands.add(command('under-way'));
			expect(await commands.find('under-way')).not.toBeNull();
			expect(await store.read.commands.find('under-way')).toBeNull();
		});
		expect(await store.read.commands.find('under-way')).not.toBeNull();
	});

	test('one at a time and in order of asking, also when each one waits', async () => {
		const store = await settle(await open());
		const turns: string[] = [];
		const moves = Array.from({ length: 20 }, (_, turn) =>
			store.write(async ({ agenda }) => {
				turns.push(`begin ${turn}`);
				const item = await agenda.find(ID.item);
				await Promise.resolve();
				await agenda.change(ID.item, { minutes: (item?.minutes ?? 0) + 1 });
				turns.push(`end ${turn}`);
			})
		);
		await Promise.all(moves);
		expect((await store.read.agenda.find(ID.item))?.minutes).toBe(32);
		expect(turns).toEqual(
			Array.from({ length: 20 }, (_, turn) => [`begin ${turn}`, `end ${turn}`]).flat()
		);
	});

	test('one that fails does not take its neighbours along', async () => {
		const store = await open();
		const [first, second, third] = await Promise.allSettled([
			store.write(({ commands }) => commands.add(command('first'))),
			store.write(async ({ commands }) => {
				await commands.add(command('second'));
				throw new Error('no');
			}),
			store.write(({ commands }) => commands.add(command('third')))
		]);
		expect([first.status, second.status, third.status]).toEqual([
			'fulfilled',
			'rejected',
			'fulfilled'
		]);
		expect(await store.read.commands.find('first')).not.toBeNull();
		expect(await store.read.commands.find('second')).toBeNull();
		expect(await store.read.commands.find('third')).not.toBeNull();
	});

	test('what belongs to nothing is refused', async () => {
		const store = await open();
		await expect(
			store.write(({ agenda }) =>
				agenda.add({ id: 'item', meetingId: 'no-such', kind: 'general', minutes: 5, position: 0 })
			)
		).rejects.toThrow();
	});
});

describe('the SQLite file', () => {
	function place(): string {
		const folder = mkdtempSync(join(tmpdir(), 'casustafel-store-'));
		onTestFinished(() =>
			rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
		);
		return join(folder, 'deeper', 'store.sqlite');
	}

	test('syncs each commit to disk, also when the file is opened again', async () => {
		const file = place();
		for (const _ of ['made', 'reopened']) {
			const database = openDatabase(file, migrations());
			expect(database.state()).toMatchObject({ synchronous: 'full', journal: 'wal' });
			await database.close();
		}
	});

	test('keeps what was committed', async () => {
		const file = place();
		const first = openDatabase(file, migrations());
		await first.write((queries) => repositories(queries).commands.add(command('kept')));
		await first.close();
		const second = openDatabase(file, migrations());
		onTestFinished(() => second.close());
		expect(await repositories(second.reader).commands.find('kept')).toMatchObject({ id: 'kept' });
	});

	test('the connection that reads cannot write', async () => {
		const database = openDatabase(place(), migrations());
		onTestFinished(() => database.close());
		await expect(
			(async () => repositories(database.reader).commands.add(command('by the side')))()
		).rejects.toThrow(/readonly/);
	});

	test('leaves nothing readable of what was deleted', async () => {
		const file = place();
		const database = openDatabase(file, migrations());
		await database.write((queries) =>
			repositories(queries).commands.add({ ...command('gone'), result: { word: 'kanarie' } })
		);
		await database.write((queries) => repositories(queries).commands.forgetBefore(at(1)));
		await database.close();
		const raw = new Database(file);
		raw.pragma('wal_checkpoint(TRUNCATE)');
		onTestFinished(() => void raw.close());
		expect(raw.serialize().includes('kanarie')).toBe(false);
	});
});
