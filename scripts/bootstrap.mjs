import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isRecentEnough } from './bootstrap/decide.mjs';
import { installPackages } from './bootstrap/install.mjs';
import { ownNode } from './bootstrap/own-node.mjs';
import { withNode } from './bootstrap/paths.mjs';
import { CommandError, endTogether, isStopping, run } from './bootstrap/processes.mjs';
import { assertWritable } from './bootstrap/writable.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The path of a program installed by this project.
 * @param {string} name
 */
export const bin = (name) => join(root, 'node_modules', '.bin', name);

/**
 * Runs a command of the project on a machine with nothing but some Node and npm: on a Node that is recent
 * enough (fetched into `.node/` when the one here is too old) and with the packages of the lock file
 * (installed when they differ from what is there). Imports nothing from node_modules.
 *
 * An expected failure becomes its sentence and exit code 1.
 *
 * @param {string} script the `import.meta.url` of the calling script; it runs again when Node is too old
 * @param {() => Promise<number | void>} work resolves to the exit code
 * @param {{ install?: boolean, failed?: () => void }} [options] `install: false` leaves node_modules as it is;
 * `failed` is called after the sentence
 */
export async function command(script, work, { install = true, failed } = {}) {
	process.chdir(root);
	endTogether();
	try {
		process.exitCode = isRecentEnough(process.versions.node)
			? await here(work, install)
			: await again(script);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		if (!isStopping()) console.error(`\n${error.message}`);
		failed?.();
		process.exitCode = 1;
	}
}

/**
 * @param {() => Promise<number | void>} work
 * @param {boolean} install
 */
async function here(work, install) {
	Object.assign(process.env, withNode(process.env, process.execPath, root));
	if (install) await installPackages(root);
	return (await work()) ?? 0;
}

/** @param {string} script */
async function again(script) {
	assertWritable(root);
	const node = await ownNode(root);
	return run(node, [fileURLToPath(script), ...process.argv.slice(2)], {
		env: withNode(process.env, node, root),
		stdin: 'inherit'
	}).exitCode;
}
