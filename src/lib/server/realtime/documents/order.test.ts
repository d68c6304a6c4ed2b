import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { inOrder } from './order.ts';

/** A text of many separate items: each letter put before the one typed last. */
function scattered(letters: number): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 1;
	for (let i = 0; i < letters; i++) doc.getText('common').insert(0, 'a');
	return doc;
}

const letter = (clock: number) => new Y.ID(1, clock);

test.each([5, 500])('TG15 of %i letters, the one further on does not come before', (letters) => {
	const doc = scattered(letters);
	const last = letter(0);
	const first = letter(letters - 1);
	expect(inOrder(doc, [[first, last]])).toBe(true);
	expect(inOrder(doc, [[last, first]])).toBe(false);
	expect(
		inOrder(doc, [
			[first, last],
			[letter(3), letter(3)]
		])
	).toBe(false);
});

test('TG15 within one run of letters the order is theirs', () => {
	const doc = new Y.Doc();
	doc.clientID = 1;
	doc.getText('common').insert(0, 'Daan');
	expect(inOrder(doc, [[letter(1), letter(2)]])).toBe(true);
	expect(inOrder(doc, [[letter(2), letter(1)]])).toBe(false);
});
