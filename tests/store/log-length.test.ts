import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testApp } from '../support/test-app.ts';

const MEGABYTE = 1024 * 1024;

test('where only decisions are stored and no text, the write-ahead log stays short', async () => {
	const { database, dataDir } = testApp();
	const log = join(dataDir, 'casustafel.sqlite-wal');
	const filling = 'x'.repeat(MEGABYTE / 4);
	await database.write(async (queries) => {
		await queries.run('create table filled (text text)');
	});
	for (let commit = 0; commit < 500; commit += 1)
		await database.write(async (queries) => {
			await queries.run('delete from filled');
			await queries.run(`insert into filled values ('${filling}')`);
		});
	// 125 MB went through it.
	expect(statSync(log).size).toBeLessThan(64 * MEGABYTE);
});
