import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { bin } from '../bootstrap.mjs';
import { inTurn } from '../bootstrap/in-turn.mjs';
import { CommandError, run } from '../bootstrap/processes.mjs';
import { fingerprint } from './fingerprint.mjs';

/** Everything a build is made of. */
const SOURCES = [
	'src',
	'static',
	'messages',
	'project.inlang/settings.json',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];
/** Made from the messages by the build itself. */
const GENERATED = ['src/lib/paraglide'];

/**
 * Builds the app, unless the build that is there was made from exactly these sources. The mark lies
 * inside `build/`, which a build empties first: a broken one runs again.
 * @param {string} root
 * @param {{ always?: boolean }} [options]
 */
export async function build(root, { always = false } = {}) {
	const mark = join(root, 'build', '.built');
	const isBuilt = () =>
		existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(root, SOURCES, GENERATED);
	if (!always && isBuilt()) return;

	await inTurn(root, 'build', async () => {
		if (!always && isBuilt()) return;
		const sources = fingerprint(root, SOURCES, GENERATED);
		console.log('Building …');
		const building = run(process.execPath, [bin('vite'), 'build', '--logLevel', 'warn'], {
			env: { ...process.env, NODE_ENV: 'production' }
		});
		if ((await building.exitCode) !== 0)
			throw new CommandError('The build failed; what it said is above.');
		writeFileSync(mark, sources);
	});
}
