import { type OpenDatabase, openDatabase } from '#lib/server/store/database.ts';
import { documentStore } from '#lib/server/store/documents.ts';
import { type Repositories, repositories } from '#lib/server/store/repositories.ts';
import type { DocumentStore } from '#lib/server/realtime/documents/port.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What every store must be: the contract suites beside this file know no more of it than this. */
export interface StoreUnderTest {
	/** What is committed. */
	read: Repositories;
	/** One transaction: all of `work`, or nothing when it throws; one at a time. */
	write<T>(work: (store: Repositories) => Promise<T>): Promise<T>;
	documents: DocumentStore;
}

/** A fresh, empty, migrated SQLite file. */
export async function openSqlite(): Promise<StoreUnderTest> {
	const folder = mkdtempSync(join(tmpdir(), 'casustafel-store-'));
	const database = openDatabase(join(folder, 'store.sqlite'), migrations());
	onTestFinished(async () => {
		await database.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
	});
	return underTest(database);
}

export function migrations(): string {
	return join(import.meta.dirname, '..', '..', 'drizzle', 'sqlite');
}

function underTest(database: OpenDatabase): StoreUnderTest {
	return {
		read: repositories(database.reader),
		write: (work) => database.write((queries) => work(repositories(queries))),
		documents: documentStore(database)
	};
}

/** Every suite runs against each of these. Another store is one more line here. */
export const STORES: [name: string, open: () => Promise<StoreUnderTest>][] = [
	['sqlite', openSqlite]
];
