import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { figure, FULL } from './support/form.ts';
import { temporaryFolder } from './support/meeting.ts';
import { type Mutant, withoutEachClause } from './support/mutants.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCUMENTS = 'src/lib/server/realtime/documents';
const NEEDED = ['src/lib/domain', 'src/lib/protocol', DOCUMENTS];
const FILES = ['guard.ts', 'order.ts'];
/** In the short form one of so many. */
const EACH = FULL ? 1 : 6;

/** Clauses whose loss changes nothing, as another one stands behind them; with the reason. */
const BEHIND_ANOTHER: Record<string, string> = {
	'guard.ts !decoded (2)': 'what Yjs could read it can also cut',
	'guard.ts !(struct instanceof Y.Item)': 'what is no item has no content, and so no text',
	"guard.ts typeof root !== 'string'": 'no name is in no list',
	'guard.ts !(item instanceof Y.Item)': 'what is no item has no parent',
	'guard.ts !(item.parent instanceof Y.AbstractType)': 'an item in a document has one',
	'order.ts !item': 'a short cut: numbering gives the same answer'
};

interface Report {
	testResults: {
		name: string;
		status: string;
		assertionResults: { title: string; status: string }[];
	}[];
}

test(
	'FT16 each clause of the guard taken out in turn makes a test of it fail',
	{ timeout: 600_000 },
	async () => {
		const copy = temporaryFolder();
		const mutants = FILES.flatMap((name) => {
			const source = readFileSync(join(ROOT, DOCUMENTS, name), 'utf8');
			return withoutEachClause(name, source).map((mutant) => ({
				...mutant,
				name
			}));
		}).filter((_, place) => place % EACH === 0);
		expect(mutants.length).toBeGreaterThan(FULL ? 20 : 3);
		for (const path of NEEDED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
		writeFileSync(
			join(copy, 'package.json'),
			JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } })
		);
		symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
		writeFileSync(
			join(copy, 'vitest.config.mjs'),
			`export default { test: { include: ['mutants/**/{guard,order}.test.ts'] } }`
		);
		for (const [place, { name, source }] of mutants.entries()) {
			const folder = join(copy, 'mutants', String(place));
			mkdirSync(folder, { recursive: true });
			for (const file of ['guard.ts', 'order.ts', 'guard.test.ts', 'order.test.ts'])
				cpSync(join(ROOT, DOCUMENTS, file), join(folder, file));
			writeFileSync(join(folder, name), source);
		}
		const failed = await failingFolders(copy);
		const survived = mutants.filter((_, place) => !failed.has(String(place)));
		const unexpected = survived.map(told).filter((clause) => !(clause in BEHIND_ANOTHER));
		figure(
			'each clause of the guard removed in turn',
			`${mutants.length - survived.length} of ${mutants.length} noticed, ${survived.length - unexpected.length} stand before another${FULL ? '' : ' (one in six)'}`
		);
		expect(unexpected).toEqual([]);
	}
);

/** A second clause of the same words has a number. */
function told({ name, clause, nth }: Mutant & { name: string }): string {
	return `${name} ${clause}${nth > 1 ? ` (${nth})` : ''}`;
}

/** The mutants for which a test failed. */
async function failingFolders(copy: string): Promise<Set<string>> {
	const report = join(copy, 'report.json');
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_OPTIONS|TEST$|VITE_)/.test(name))
	);
	const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
	await new Promise<void>((resolve) =>
		execFile(
			process.execPath,
			[vitest, 'run', '--root', copy, '--reporter=json', `--outputFile.json=${report}`],
			{ cwd: copy, env, maxBuffer: 64 * 1024 * 1024 },
			() => resolve()
		)
	);
	const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
	return new Set(
		testResults
			.filter(({ status }) => status !== 'passed')
			.map(({ name }) => relative(join(copy, 'mutants'), name).split('/')[0] ?? '')
	);
}
