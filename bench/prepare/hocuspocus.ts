import { schema, upsertQuery } from '@hocuspocus/extension-sqlite';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { FillStore } from './rooms.ts';

/** What its SQLite extension keeps: one state per document. */
export const fillHocuspocus: FillStore = async (folder, rooms, text) => {
	if (!text) return;
	const database = new Database(join(folder, 'hocuspocus.sqlite'));
	database.exec(schema);
	for (const { documentId } of rooms)
		database.prepare(upsertQuery).run({ name: documentId, data: Buffer.from(text.state) });
	database.close();
};
