import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { bin, root } from '../bootstrap.mjs';
import { CommandError, run } from '../bootstrap/processes.mjs';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { findStrace } from './strace.mjs';
import { findTaskListPrograms } from './task-lists.mjs';
import { countsOfPlaywright, countsOfVitest } from './counts.mjs';

/**
 * @typedef {object} Gate
 * @property {string} name
 * @property {string} headline
 * @property {(words: string[]) => Promise<number>} check resolves to an exit code
 * @property {boolean} [onOneCore] uses one core, and runs beside its neighbours that do
 * @property {{ file: string, counts: (report: unknown) => import('./counts.mjs').Totals }} [report]
 */

/** @param {string} program @param {string[]} args */
const tool = (program, ...args) => run(process.execPath, [bin(program), ...args]).exitCode;

const PARAGLIDE =
	'compile --project ./project.inlang --outdir ./src/lib/paraglide --strategy cookie preferredLanguage baseLocale';

/** What the other gates cannot do without, and a clean clone does not have. */
const GENERATED = ['src/lib/paraglide/messages.js', 'node_modules/$app/tsconfig.json'];

/** Every gate, in the order in which a mistake shows soonest. @type {Gate[]} */
const GATES = [
	{
		name: 'generate',
		headline: 'Messages and route types',
		check: async () =>
			(await tool('paraglide-js', ...PARAGLIDE.split(' '))) || (await tool('svelte-kit', 'sync'))
	},
	{
		name: 'format',
		headline: 'Format',
		onOneCore: true,
		check: () => tool('prettier', '--check', '--log-level', 'warn', '.')
	},
	{
		name: 'lint',
		headline: 'Lint',
		onOneCore: true,
		check: () => tool('eslint', '--max-warnings', '0', '.')
	},
	{
		name: 'types',
		headline: 'Types',
		onOneCore: true,
		check: () => tool('svelte-check', '--fail-on-warnings', '--output', 'human')
	},
	{
		name: 'unit',
		headline: 'Unit and socket tests',
		check: async (paths) => {
			process.env.STRACE = (await findStrace()) ?? '';
			// Typing is tested in a browser, without the app around it.
			process.env.CHROMIUM = await findChromium();
			await findTaskListPrograms();
			return tool(
				'vitest',
				'run',
				'--allowOnly=false',
				'--reporter=default',
				'--reporter=json',
				'--outputFile.json=test-results/vitest.json',
				...paths
			);
		},
		report: { file: 'test-results/vitest.json', counts: countsOfVitest }
	},
	{
		name: 'build',
		headline: 'Build',
		check: async () => {
			await build(root);
			return 0;
		}
	},
	{
		name: 'e2e',
		headline: 'Browser tests',
		check: async (words) => {
			process.env.CHROMIUM = await findChromium();
			await build(root);
			return tool('playwright', 'test', ...(words.length > 0 ? ['--grep', words.join(' ')] : []));
		},
		report: { file: 'test-results/playwright.json', counts: countsOfPlaywright }
	}
];

/**
 * The gates asked for on the command line: all, or one with its own words.
 * @param {string[]} words
 * @returns {{ gate: Gate, words: string[] }[]}
 */
export function chosenGates([name, ...words]) {
	if (name === undefined) return GATES.map((gate) => ({ gate, words: [] }));
	const gate = GATES.find((one) => one.name === name);
	if (!gate)
		throw new CommandError(
			`There is no gate "${name}". Choose one of ${GATES.map((one) => one.name).join(', ')}, or none for all.`
		);
	const isGenerated = GENERATED.every((path) => existsSync(join(root, path)));
	const first = isGenerated ? [] : GATES.slice(0, 1).map((one) => ({ gate: one, words: [] }));
	return gate === GATES[0] ? [{ gate, words }] : [...first, { gate, words }];
}
