import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Mutex } from './mutex.ts';
import * as schema from './schema/index.ts';

/** Queries are built by drizzle and awaited; the same code runs on an async dialect. */
export type Queries = ReturnType<typeof drizzle<typeof schema>>;

export interface DatabaseState {
	sqlite: string;
	synchronous: 'full';
	journal: 'wal';
}

export interface OpenDatabase {
	/** Reads of what is committed; its connection cannot write. */
	readonly reader: Queries;
	/** Runs `work` in one write transaction: all of it, or none of it when it throws. Never await the network inside. */
	write<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
	state(): DatabaseState;
	close(): void;
}

const OLDEST_SQLITE = [3, 50, 0];

/**
 * Opens the database file, brings it to the newest migration and asserts what "Opgeslagen" rests on.
 * better-sqlite3 reopens a WAL file with synchronous=NORMAL, which no kill -9 test notices: so it is
 * set on each connection and read back.
 */
export function openDatabase(file: string, migrations: string): OpenDatabase {
	mkdirSync(dirname(file), { recursive: true });
	const writing = new Database(file);
	writing.pragma('busy_timeout = 5000');
	writing.pragma('journal_mode = WAL');
	writing.pragma('synchronous = FULL');
	writing.pragma('foreign_keys = ON');
	writing.pragma('secure_delete = ON');
	assertDurable(writing);
	const writer = drizzle(writing, { schema });
	migrate(writer, { migrationsFolder: migrations });

	const reading = new Database(file, { readonly: true });
	const reader = drizzle(reading, { schema });
	const turn = new Mutex();

	return {
		reader,
		write: (work) =>
			turn.run(async () => {
				writing.exec('BEGIN IMMEDIATE');
				try {
					const value = await work(writer);
					writing.exec('COMMIT');
					return value;
				} catch (error) {
					if (writing.inTransaction) writing.exec('ROLLBACK');
					throw error;
				}
			}),
		state: () => assertDurable(writing),
		close() {
			reading.close();
			writing.close();
		}
	};
}

function assertDurable(connection: Database.Database): DatabaseState {
	const sqlite = String(connection.prepare('select sqlite_version()').pluck().get());
	if (older(sqlite.split('.').map(Number), OLDEST_SQLITE))
		throw new Error(`SQLite ${sqlite} is older than ${OLDEST_SQLITE.join('.')}`);
	if (connection.pragma('synchronous', { simple: true }) !== 2)
		throw new Error('The database does not sync each commit to disk (synchronous is not FULL)');
	if (connection.pragma('journal_mode', { simple: true }) !== 'wal')
		throw new Error('The database is not in WAL mode; is the folder on a network drive?');
	return { sqlite, synchronous: 'full', journal: 'wal' };
}

function older(version: number[], than: number[]): boolean {
	for (const [place, part] of than.entries()) {
		const mine = version[place] ?? 0;
		if (mine !== part) return mine < part;
	}
	return false;
}
