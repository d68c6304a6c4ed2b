import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseRefused, holdAlone } from './alone.ts';
import { Disk, StorageReadOnly } from './disk.ts';
import { keepStatements } from './kept-statements.ts';
import { Mutex } from './mutex.ts';
import { Together } from './together.ts';
import * as schema from './schema/index.ts';
import { type Statement, WriterThread } from './writer-thread.ts';

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
	/** How many times `write` has committed: whether something was decided while one was reading. */
	readonly commits: number;
	/**
	 * These statements in one transaction, with those of others that wait too, committed off the event
	 * loop; in turn with `write`, so that there is one writer at any moment.
	 */
	append(statements: readonly Statement[]): Promise<void>;
	/** Throws when a write would not be kept, as while the disk is full. */
	state(): DatabaseState;
	/** Resolves when the file is let go of: all of it is in the file itself, nothing in the WAL. */
	close(): Promise<void>;
}

/** Commits. */
const LOOKED_AT_EVERY = 100;
/** Bytes of the write-ahead log, at which reading from it begins to take longer. */
const LONGEST_LOG = 32 * 1024 * 1024;
const OLDEST_SQLITE = [3, 50, 0];
/** A server that is being replaced may need this long to be gone. */
const ENDING_MS = 500;

/**
 * Opens the database file, brings it to the newest migration and asserts what "Opgeslagen" rests on.
 * better-sqlite3 reopens a WAL file with synchronous=NORMAL, which no kill -9 test notices: so it is
 * set on each connection and read back.
 */
export function openDatabase(
	file: string,
	migrations: string,
	tell: (event: object) => void = () => {}
): OpenDatabase {
	mkdirSync(dirname(file), { recursive: true });
	const letGo = holdAlone(file, (path) => new Database(path, { timeout: ENDING_MS }));
	try {
		const writing = openSound(file);
		migrate(drizzle(writing), { migrationsFolder: migrations });
		const writer = drizzle(keepStatements(writing), { schema });
		const reading = new Database(file, { readonly: true });
		const thread = new WriterThread(file);
		return Object.assign(writerOver(writing, writer, thread, { close, tell }), {
			reader: drizzle(keepStatements(reading), { schema })
		});

		async function close() {
			reading.close();
			await thread.close();
			writing.close();
			letGo();
		}
	} catch (error) {
		letGo();
		throw error;
	}
}

/** The one connection that writes, and what it says of the disk. */
function writerOver(
	writing: Database.Database,
	writer: Queries,
	thread: WriterThread,
	{ close, tell }: { close: () => Promise<void>; tell: (event: object) => void }
): Omit<OpenDatabase, 'reader'> {
	const turn = new Mutex();
	// A page of the file is written also when the number stays what it was.
	const probe = async () => writing.pragma(`user_version = ${versionOf(writing)}`);
	const disk: Disk = new Disk(() => turn.run(() => disk.watch(probe)), tell);
	const appends = new Together<readonly Statement[]>((group) =>
		turn.run(() => disk.watch(() => thread.transact(group.flat())))
	);
	let commits = 0;
	/** The thread checkpoints when it commits; while only others do, it is given something to commit. */
	const keepLogShort = () => {
		if (commits % LOOKED_AT_EVERY !== 0 || sizeOf(`${writing.name}-wal`) < LONGEST_LOG) return;
		const touch = { sql: `pragma user_version = ${versionOf(writing)}`, params: [] };
		// A disk that refuses is noticed by whoever writes next.
		appends.add([touch]).catch(() => undefined);
	};
	const transaction = async <T>(work: (queries: Queries) => Promise<T>): Promise<T> => {
		writing.exec('BEGIN IMMEDIATE');
		try {
			const value = await work(writer);
			writing.exec('COMMIT');
			commits++;
			keepLogShort();
			return value;
		} catch (error) {
			if (writing.inTransaction) writing.exec('ROLLBACK');
			throw error;
		}
	};
	return {
		write: (work) => turn.run(() => disk.watch(() => transaction(work))),
		append: (statements) => appends.add(statements),
		get commits() {
			return commits;
		},
		state() {
			if (!disk.takesWrites) throw new StorageReadOnly('storage-read-only');
			return assertDurable(writing);
		},
		async close() {
			disk.close();
			// What the thread was given last is done first: a closed thread would start again for it.
			await turn.run(async () => undefined);
			await close();
		}
	};
}

function sizeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function versionOf(connection: Database.Database): number {
	return Number(connection.pragma('user_version', { simple: true }));
}

/** A connection to a file whose structure is whole, that keeps what it commits. */
function openSound(file: string): Database.Database {
	const connection = new Database(file);
	try {
		connection.pragma('busy_timeout = 5000');
		connection.pragma('journal_mode = WAL');
		connection.pragma('synchronous = FULL');
		connection.pragma('foreign_keys = ON');
		connection.pragma('secure_delete = ON');
		// Only the writer thread checkpoints: never the event loop.
		connection.pragma('wal_autocheckpoint = 0');
		assertDurable(connection);
		assertWhole(file, connection.pragma('quick_check(1)', { simple: true }));
		return connection;
	} catch (error) {
		connection.close();
		if (/^SQLITE_(CORRUPT|NOTADB)/.test(String(Reflect.get(Object(error), 'code'))))
			assertWhole(file, error);
		throw error;
	}
}

function assertWhole(file: string, verdict: unknown): void {
	if (verdict === 'ok') return;
	const found = String(verdict).replace(/\s+/g, ' ');
	throw new DatabaseRefused(
		`${file} is damaged (${found}). Nothing was changed. Put back a backup: see docs/running.md.`
	);
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
