import process from 'node:process';
import { bin, command } from './bootstrap.mjs';
import { run } from './bootstrap/processes.mjs';

/**
 * `node scripts/run.mjs [--as-installed] <program> [arguments]`: a program of this project, or `node`, on
 * the right Node with the right packages. `--as-installed` leaves node_modules alone (a production machine).
 */
const asInstalled = process.argv[2] === '--as-installed';
const [program = 'node', ...args] = process.argv.slice(asInstalled ? 3 : 2);

await command(
	import.meta.url,
	() =>
		run(process.execPath, program === 'node' ? args : [bin(program), ...args], {
			stdin: 'inherit'
		}).exitCode,
	{ install: !asInstalled }
);
