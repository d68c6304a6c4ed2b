import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { CommandError, isStopping } from '../bootstrap/processes.mjs';
import { countsOfGate } from './counts.mjs';

/** @typedef {{ gate: import('./gates.mjs').Gate, words: string[] }} Chosen */

/**
 * Runs gates in order, those that may side by side, says of each what it is and how long it took, and adds up.
 * @param {Chosen[]} chosen
 * @param {{ goOn: boolean }} options
 * @returns {Promise<import('./counts.mjs').Totals>}
 */
export async function runGates(chosen, { goOn }) {
	const totals = { passed: 0, failed: 0 };
	/** @type {string[]} */
	const lines = [];
	mkdirSync('test-results', { recursive: true });
	for (const group of sideBySide(chosen)) {
		if (isStopping() || (totals.failed > 0 && !goOn)) {
			lines.push(...group.map(({ gate }) => `  –  ${gate.headline}: not run`));
			continue;
		}
		console.log(`\n━━ ${group.map(({ gate }) => gate.headline).join(', ')}`);
		for (const { counts, line } of await Promise.all(group.map(runOne))) {
			totals.passed += counts.passed;
			totals.failed += counts.failed;
			lines.push(line);
		}
	}
	console.log(`\n━━ Gates\n${lines.join('\n')}\n`);
	return totals;
}

/** @param {Chosen} chosen */
async function runOne({ gate, words }) {
	const began = Date.now();
	if (gate.report) rmSync(gate.report.file, { force: true });
	const exitCode = await outcome(gate, words);
	const tests = gate.report ? gate.report.counts(reportIn(gate.report.file)) : null;
	const counts = countsOfGate({ exitCode, tests });
	const seconds = ((Date.now() - began) / 1000).toFixed(1);
	const line =
		`  ${counts.failed === 0 ? '✓' : '✗'}  ${gate.headline}: ${seconds} s` +
		(tests ? ` (${counts.passed} passed, ${counts.failed} failed)` : '');
	return { counts, line };
}

/**
 * @param {Chosen[]} chosen
 * @returns {Chosen[][]} what runs at the same time
 */
function sideBySide(chosen) {
	/** @type {Chosen[][]} */
	const groups = [];
	for (const one of chosen) {
		const last = groups.at(-1);
		if (one.gate.onOneCore && last?.every(({ gate }) => gate.onOneCore)) last.push(one);
		else groups.push([one]);
	}
	return groups;
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
