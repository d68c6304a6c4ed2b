import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from '../bootstrap/processes.mjs';

/**
 * The first of these programs that is on the PATH.
 * @param {...string} names
 */
export function onPath(...names) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** @param {string} path */
export function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Debian itself (Ubuntu's chromium is a snap, which a test can not start), and allowed to install. */
export function mayInstall() {
	return (
		process.getuid?.() === 0 &&
		existsSync('/etc/os-release') &&
		/^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
	);
}

/**
 * Installs packages of Debian's; false when that failed, after apt-get has said why.
 * @param {string | string[]} names @param {string} what they are for, as in "for the browser tests"
 */
export async function install(names, what) {
	const packages = [names].flat();
	console.log(`Installing Debian's ${packages.join(', ')} ${what} (once) …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
	const failed =
		(await run('apt-get', [...quiet, 'update'], { env }).exitCode) ||
		(await run('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', ...packages], {
			env
		}).exitCode);
	return !failed;
}
