import { expect, test } from 'vitest';
import { factsRoot, groundsRoot, isRoot, rootsOf, worriesRoot } from './roots.ts';

test('TG9 an item has one common text, one per organisation and two per child', () => {
	const roots = rootsOf({ organisationIds: ['cjg', 'veilig-thuis'], childIds: ['daan'] });
	expect(roots).toEqual([
		'common',
		factsRoot('cjg'),
		factsRoot('veilig-thuis'),
		worriesRoot('daan'),
		groundsRoot('daan')
	]);
	expect(roots.every(isRoot)).toBe(true);
});

test.each([
	'',
	'agenda',
	'facts:',
	'facts:a b',
	'common:x',
	'__proto__',
	`facts:${'a'.repeat(65)}`
])('TG9 %j is no root', (name) => expect(isRoot(name)).toBe(false));
