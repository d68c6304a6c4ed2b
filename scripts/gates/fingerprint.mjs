import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One number for the contents of files and folders: the same exactly when names and contents are.
 * @param {string} root
 * @param {string[]} sources paths in `root`, with forward slashes
 * @param {string[]} [except]
 */
export function fingerprint(root, sources, except = []) {
	const hash = createHash('sha256');
	for (const source of sources)
		for (const path of filesIn(root, source, except)) {
			const content = readFileSync(join(root, path));
			hash.update(`${path}\0${content.length}\0`).update(content);
		}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string[]} except
 * @returns {string[]}
 */
function filesIn(root, path, except) {
	if (except.includes(path) || !existsSync(join(root, path))) return [];
	if (!statSync(join(root, path)).isDirectory()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesIn(root, `${path}/${name}`, except));
}
