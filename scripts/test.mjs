import process from 'node:process';
import { command } from './bootstrap.mjs';
import { chosenGates } from './gates/gates.mjs';
import { withFilesInMemory } from './gates/memory-folder.mjs';
import { runGates } from './gates/run-gates.mjs';
import { totalsLine } from './gates/counts.mjs';

/**
 * `npm test`: every gate, in order, up to the first that fails.
 * `npm test -- unit [path]`, `npm test -- e2e [words of a name]`, …: one gate.
 * `npm test -- --all`: every gate, also after one has failed.
 * Ends with the plain line `N passed, N failed`.
 */
await command(
	import.meta.url,
	async () => {
		const words = process.argv.slice(2).filter((word) => word !== '--all');
		const goOn = process.argv.includes('--all');
		const totals = await withFilesInMemory(() => runGates(chosenGates(words), { goOn }));
		console.log(totalsLine(totals));
		return totals.failed === 0 ? 0 : 1;
	},
	{ failed: () => console.log(totalsLine({ passed: 0, failed: 1 })) }
);
