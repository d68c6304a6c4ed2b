import { openDatabase, type OpenDatabase } from '#lib/server/store/database.ts';
import * as schema from '#lib/server/store/schema/documents.ts';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a real database file that holds the tables of shared text only. */
export class TemporaryDatabase {
	readonly folder = mkdtempSync(join(tmpdir(), 'documents-'));
	readonly #open: OpenDatabase[] = [];

	/** A new connection to the same file, as after a restart. */
	async open(): Promise<OpenDatabase> {
		const database = openDatabase(join(this.folder, 'test.db'), await migrations(this.folder));
		this.#open.push(database);
		return database;
	}

	async remove(): Promise<void> {
		for (const database of this.#open) await database.close();
		rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
	}
}

async function migrations(folder: string): Promise<string> {
	const statements = await generateSQLiteMigration(
		await generateSQLiteDrizzleJson({}),
		await generateSQLiteDrizzleJson({ ...schema })
	);
	const path = join(folder, 'migrations');
	mkdirSync(join(path, 'meta'), { recursive: true });
	const entries = [{ idx: 0, version: '6', when: 1, tag: '0000_documents', breakpoints: true }];
	const journal = { version: '7', dialect: 'sqlite', entries };
	writeFileSync(join(path, 'meta', '_journal.json'), JSON.stringify(journal));
	const sql = statements.join('\n--> statement-breakpoint\n');
	writeFileSync(join(path, '0000_documents.sql'), sql);
	return path;
}
