import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A copy of a data folder, removed when the test run ends. */
export function copyOf(folder: string): string {
	const copy = mkdtempSync(join(tmpdir(), 'casustafel-copy-'));
	cpSync(folder, copy, { recursive: true });
	process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
	return copy;
}
