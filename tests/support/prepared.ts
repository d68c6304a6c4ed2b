import { openApp } from '#lib/server/app.ts';
import { noorderveld } from '#lib/server/demo/noorderveld.ts';
import type { NoorderveldIds } from '#lib/server/demo/noorderveld-world.ts';
import { readSettings } from '#lib/server/settings.ts';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { TestClock } from './test-clock.ts';

/** Database files made once for all tests: each would spend most of its time on making them anew. */
export interface Prepared {
	/** All migrations done, nothing in it. */
	empty: string;
	/** Noorderveld, settled on `TUESDAY_MORNING`. */
	noorderveld: string;
	ids: NoorderveldIds;
}

declare module 'vitest' {
	export interface ProvidedContext {
		prepared: Prepared;
	}
}

export const DATABASE_FILE = 'casustafel.sqlite';

export default async function prepare(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'casustafel-prepared-'));
	const file = join(folder, DATABASE_FILE);
	const settings = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
	const open = () => openApp(settings, { clock: new TestClock() });

	await open().close();
	const empty = join(folder, 'empty.sqlite');
	copyFileSync(file, empty);

	const app = open();
	const { organisation, people, table, meeting, case: cases, ...rest } = await noorderveld(app);
	await app.close();
	const { item, children, caregivers } = rest;
	project.provide('prepared', {
		empty,
		noorderveld: file,
		ids: { organisation, people, table, meeting, case: cases, item, children, caregivers }
	});
	return () => rmSync(folder, { recursive: true, force: true });
}
