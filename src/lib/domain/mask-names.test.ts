import { expect, test } from 'vitest';
import { maskNames } from './mask-names.ts';

const masks = [
	{ name: 'Daan', mask: 'kind 1' },
	{ name: 'Zoë', mask: 'kind 2' },
	{ name: 'Anne', mask: 'kind 3' },
	{ name: 'Anne Marie', mask: 'moeder' },
	{ name: 'de Wit', mask: 'vader' },
	{ name: "D'Angelo (jr.)", mask: 'kind 4' }
];

test.each([
	['gesprek met Daan op school', 'gesprek met kind 1 op school'],
	['DAAN, Daans fiets en daan’s tas', 'kind 1, kind 1 fiets en kind 1 tas'],
	['Zoe en Zoë', 'kind 2 en kind 2'],
	['Anne-Marie belde; Anne was er niet', 'moeder belde; kind 3 was er niet'],
	['meneer De Wit', 'meneer vader'],
	["zag D'Angelo (jr.) gisteren", 'zag kind 4 gisteren'],
	['Daantje en Zoëlle zijn anderen', 'Daantje en Zoëlle zijn anderen'],
	['', '']
])('MT9 %s', (text, masked) => {
	expect(maskNames(text, masks)).toBe(masked);
});

test('MT9 an empty name or one letter masks nothing', () => {
	expect(
		maskNames('A b', [
			{ name: '', mask: 'x' },
			{ name: 'b', mask: 'x' }
		])
	).toBe('A b');
});
