import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const made = new Map<string, Promise<string>>();

/** The folder with the demo's data, made once per settings and test process; copy it, do not use it. */
export function demoData(env: Record<string, string>): Promise<string> {
	const key = JSON.stringify(Object.entries(env).sort());
	const folder = made.get(key) ?? fill(env);
	made.set(key, folder);
	return folder;
}

async function fill(env: Record<string, string>): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'casustafel-demo-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	await promisify(execFile)(
		process.execPath,
		['--experimental-strip-types', '--disable-warning=ExperimentalWarning', 'scripts/demo-data.ts'],
		{ env: { ...process.env, LOG_LEVEL: 'warn', ...env, DEMO: '1', DATA_DIR: folder } }
	);
	return folder;
}
