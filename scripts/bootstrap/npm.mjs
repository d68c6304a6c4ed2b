import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import process from 'node:process';
import { CommandError, watch } from './processes.mjs';

/**
 * Runs npm with the Node of this process, so that what npm starts runs on it as well.
 * @param {string[]} args
 */
export async function npm(args) {
	const child = spawn(process.execPath, [npmProgram(), ...args], {
		stdio: ['ignore', 'inherit', 'pipe'],
		env: process.env
	});
	let said = '';
	child.stderr.setEncoding('utf8');
	child.stderr.on('data', (piece) => {
		said += piece;
		process.stderr.write(piece);
	});
	if ((await watch(child)) !== 0) throw new CommandError(npmFailure(said, args[0] ?? ''));
}

/** npm's own program: the one that runs us, else the first on the PATH. Node here may come without npm. */
function npmProgram() {
	const running = process.env.npm_execpath;
	if (running && basename(running) === 'npm-cli.js' && existsSync(running)) return running;
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const found = join(folder, 'npm');
		if (folder && existsSync(found)) return realpathSync(found);
	}
	throw new CommandError(
		'npm is not on the PATH. Install it (on Debian: apt-get install npm) and run the same command again.'
	);
}

/**
 * What to do after npm failed, from what it said.
 * @param {string} said
 * @param {string} what
 */
export function npmFailure(said, what) {
	if (
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|SELF_SIGNED|UNABLE_TO/.test(
			said
		)
	)
		return (
			'The npm registry cannot be reached, so the packages cannot be fetched. ' +
			'Check the connection (behind a proxy: npm config set proxy / https-proxy / registry) and run the same command again.'
		);
	if (/ENOSPC/.test(said))
		return 'The disk is full. Make room (about 1 GB is enough) and run the same command again.';
	if (/EACCES|EPERM|EROFS/.test(said))
		return (
			'npm may not write where it has to: in this folder, or in its cache. ' +
			'Give yourself write access (or set npm_config_cache to a folder of your own) and run the same command again.'
		);
	return `npm ${what} failed; what it said is above. Nothing was started.`;
}
