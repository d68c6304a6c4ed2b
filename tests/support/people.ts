import type { App } from '#lib/server/app.ts';
import { noorderveld as settle } from '#lib/server/demo/noorderveld.ts';
import { type Noorderveld, noorderveldOf } from '#lib/server/demo/noorderveld-world.ts';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { inject } from 'vitest';
import { DATABASE_FILE } from './prepared.ts';
import { TUESDAY_MORNING } from './test-clock.ts';

export type { Noorderveld };

/** Settles Noorderveld: as it was prepared, where the test asks for nothing else. */
export async function noorderveld(
	app: App,
	passwordHash: string | null = null
): Promise<Noorderveld> {
	const isPrepared =
		passwordHash === null && app.clock.now().getTime() === TUESDAY_MORNING.getTime();
	if (!isPrepared) return settle(app, passwordHash);
	const { noorderveld: from, ids } = inject('prepared');
	copyRows(from, join(app.settings.dataDir, DATABASE_FILE));
	return noorderveldOf(app, structuredClone(ids));
}

/** All rows of one database into another that has the same tables and none of them. */
function copyRows(from: string, to: string): void {
	const database = new Database(to);
	try {
		database.pragma('foreign_keys = OFF');
		database.prepare('attach ? as prepared').run(from);
		const tables = database
			.prepare<[], { name: string }>(
				`select name from prepared.sqlite_schema
				where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite\\_%' escape '\\'`
			)
			.all();
		const copy = tables.map(
			({ name }) => `insert into main."${name}" select * from prepared."${name}";`
		);
		database.exec(
			`begin immediate; ${copy.join('')}
			insert into main.sqlite_sequence select * from prepared.sqlite_sequence; commit`
		);
	} finally {
		database.close();
	}
}
