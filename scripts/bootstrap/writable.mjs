import { mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './processes.mjs';

/**
 * Tries it: permissions alone do not tell (root, a read-only disk).
 * @param {string} root
 */
export function assertWritable(root) {
	try {
		rmdirSync(mkdtempSync(join(root, '.writable-')));
	} catch {
		throw new CommandError(
			`There is no write access in ${root}, where this command puts packages, the build and its data. ` +
				'Give yourself write access, or copy the project to a folder of your own, and run the same command there.'
		);
	}
}
