import { describe, expect, it } from 'vitest';
import { itemsKnown } from './case-knowledge.ts';

const items = [
	{ id: 'spring', at: 1 },
	{ id: 'summer', at: 2 },
	{ id: 'autumn', at: 3 }
];
const known = (own: string[], runs = false) => [...itemsKnown(items, new Set(own), runs)];

describe('what someone may know of a case', () => {
	it('CK1 all of it up to the last item one takes part in, also what came before', () => {
		expect(known(['summer'])).toEqual(['spring', 'summer']);
		expect(known(['spring', 'autumn'])).toEqual(['spring', 'summer', 'autumn']);
	});

	it('CK1 nothing of it for who takes part in none', () => {
		expect(known([])).toEqual([]);
		expect(known(['of another case'])).toEqual([]);
	});

	it('CK2 who runs the table knows all of it', () => {
		expect(known([], true)).toEqual(['spring', 'summer', 'autumn']);
	});
});
