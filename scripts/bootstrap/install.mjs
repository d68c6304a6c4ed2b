import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { installKey, installStep } from './decide.mjs';
import { inTurn } from './in-turn.mjs';
import { npm } from './npm.mjs';
import { assertWritable } from './writable.mjs';

/** No package's own install script is needed, and none gets to run. */
const CI = [
	'ci',
	'--include=dev',
	'--ignore-scripts',
	'--no-audit',
	'--no-fund',
	'--loglevel=error'
];

/**
 * Installs the packages of the lock file, unless they are there already. The mark lies inside
 * node_modules, which `npm ci` empties first: a broken installation runs again.
 * @param {string} root
 */
export async function installPackages(root) {
	const what = {
		packageJson: read(join(root, 'package.json')),
		lock: read(join(root, 'package-lock.json')),
		abi: process.versions.modules,
		platform: process.platform,
		arch: process.arch
	};
	const mark = join(root, 'node_modules', '.installed');
	const list = join(root, 'node_modules', '.package-lock.json');
	const step = () => installStep(what, { mark: read(mark), list: read(list) });
	if (step() === 'nothing') return;

	assertWritable(root);
	await inTurn(root, 'install', async () => {
		const now = step();
		if (now === 'nothing') return;
		if (now === 'install') {
			console.log('Installing packages …');
			await npm(CI);
		}
		writeFileSync(mark, installKey(what));
	});
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
