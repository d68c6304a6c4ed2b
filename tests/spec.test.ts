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
	globSync(['src/**/*.test.ts', 'tests/**/*.test.ts', 'tests/e2e/*.spec.ts']).flatMap((file) =>
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
