import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { CommandError, isStopping } from '../bootstrap/processes.mjs';
import { countsOfGate } from './counts.mjs';

/**
 * Runs gates in order, says of each what it is and how long it took, and adds up.
 * @param {{ gate: import('./gates.mjs').Gate, words: string[] }[]} chosen
 * @param {{ goOn: boolean }} options
 * @returns {Promise<import('./counts.mjs').Totals>}
 */
export async function runGates(chosen, { goOn }) {
	const totals = { passed: 0, failed: 0 };
	/** @type {string[]} */
	const lines = [];
	mkdirSync('test-results', { recursive: true });
	for (const { gate, words } of chosen) {
		if (isStopping() || (totals.failed > 0 && !goOn)) {
			lines.push(`  –  ${gate.headline}: not run`);
			continue;
		}
		console.log(`\n━━ ${gate.headline}`);
		const began = Date.now();
		if (gate.report) rmSync(gate.report.file, { force: true });
		const exitCode = await outcome(gate, words);
		const tests = gate.report ? gate.report.counts(reportIn(gate.report.file)) : null;
		const counts = countsOfGate({ exitCode, tests });
		totals.passed += counts.passed;
		totals.failed += counts.failed;
		const seconds = ((Date.now() - began) / 1000).toFixed(1);
		lines.push(
			`  ${counts.failed === 0 ? '✓' : '✗'}  ${gate.headline}: ${seconds} s` +
				(tests ? ` (${counts.passed} passed, ${counts.failed} failed)` : '')
		);
	}
	console.log(`\n━━ Gates\n${lines.join('\n')}\n`);
	return totals;
}

/**
 * @param {import('./gates.mjs').Gate} gate
 * @param {string[]} words
 */
async function outcome(gate, words) {
	try {
		return await gate.check(words);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		console.error(error.message);
		return 1;
	}
}

/** @param {string} file */
function reportIn(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}
