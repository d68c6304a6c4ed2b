import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bin, command, root } from './bootstrap.mjs';
import { run } from './bootstrap/processes.mjs';
import { build } from './gates/build.mjs';
import { findStrace } from './gates/strace.mjs';

/**
 * `npm run faults`: the fault table of docs/spec/faults.md in full, against the server as it is built;
 * takes a good half hour. `npm run faults -- kill` (fsync, network, frames, storage, crowd, guard, model): one file of it.
 * `SOAK_MINUTES=60` lengthens the soak. `npm test` runs a short form of all of it.
 */
await command(import.meta.url, async () => {
	const files = process.argv.slice(2).map((name) => `tests/faults/${name}.test.ts`);
	const folder = mkdtempSync(join(tmpdir(), 'casustafel-faults-'));
	const report = join(folder, 'figures.txt');
	writeFileSync(report, '');
	await build(root);
	const STRACE = (await findStrace()) ?? '';
	const env = { ...process.env, STRACE, FAULTS: 'full', FAULTS_REPORT: report };
	// One file at a time: a figure is of that fault, not of all at once.
	const words = ['run', '--no-file-parallelism', ...(files.length > 0 ? files : ['tests/faults'])];
	const exitCode = await run(process.execPath, [bin('vitest'), ...words], { env }).exitCode;
	console.log(`\n━━ Faults\n${readFileSync(report, 'utf8')}`);
	rmSync(folder, { recursive: true });
	return exitCode;
});
