import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');
const ID = /\b[A-Z]{1,3}\d{1,3}\b/g;

/** Rule ids by page: the first cell of a table's row, or the bold head of a line. */
const rules = new Map(
	globSync('docs/spec/*.md')
		.filter((page) => !page.endsWith('coverage.md'))
		.map((page) => [page, definedIn(read(page))])
);

function definedIn(text: string): string[] {
	const heads = text.match(/^(?:\|\s*[A-Z]{1,3}\d{1,3}\s*\||-\s+\*\*[^*]+\*\*)/gm) ?? [];
	return heads.flatMap((head) => head.match(ID) ?? []);
}

/**
 * Rule ids at the head of a test's title; titles also stand in the rows of a table test, so any text
 * that begins with one counts.
 */
const tested = new Set(
	globSync(['src/**/*.test.ts', 'tests/**/*.test.ts', 'tests/e2e/**/*.spec.ts']).flatMap((file) =>
		[
			...read(file).matchAll(/['"`](?:instrument rule \d, )?((?:[A-Z]{1,3}\d{1,3}(?:, | ))+)/g)
		].flatMap(([, ids = '']) => ids.match(ID) ?? [])
	)
);

test('every rule in docs/spec has a test that is named after it', () => {
	const untested = [...rules].flatMap(([page, ids]) =>
		ids.filter((id) => !tested.has(id)).map((id) => `${page}: ${id}`)
	);
	expect(untested).toEqual([]);
});

test('no rule id is given twice', () => {
	const all = [...rules.values()].flat();
	expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

interface CoverageRow {
	requirement: string;
	rules: string[];
	/** Test files, as paths from the root. */
	tests: string[];
	where: string;
}

/** The table of docs/spec/coverage.md: requirement | what it asks | rules | tests | where on the screen. */
function coverage(): CoverageRow[] {
	const rows = read('docs/spec/coverage.md').match(/^\|\s*R\d+\s*\|.*$/gm) ?? [];
	return rows.map((row) => {
		const [requirement = '', , rules = '', tests = '', where = ''] = row
			.split('|')
			.slice(1)
			.map((cell) => cell.trim());
		return {
			requirement,
			rules: rules.match(ID) ?? [],
			tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
			where
		};
	});
}

test('each need of the field, R1 to R37, has rules, tests named after them, and a place on the screen', () => {
	const rows = coverage();
	expect(rows.map(({ requirement }) => requirement)).toEqual(
		Array.from({ length: 37 }, (_, index) => `R${index + 1}`)
	);
	for (const row of rows) {
		expect(row, row.requirement).toMatchObject({ where: expect.stringMatching(/\w/) });
		expect(row.rules.length, `${row.requirement}: rules`).toBeGreaterThan(0);
		expect(row.tests.length, `${row.requirement}: tests`).toBeGreaterThan(0);
		const text = row.tests.map(read).join('\n');
		for (const rule of row.rules)
			expect(text, `${row.requirement}: a test of ${rule}`).toMatch(
				new RegExp(`['"\`][^'"\`\\n]*\\b${rule}\\b`)
			);
	}
});
