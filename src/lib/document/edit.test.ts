import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyEdit, editBetween, moveIndex, type Delta } from './edit.ts';

const halves = fc.constantFrom('a', 'a', 'b', '\n', '👩', '👧', 'é');
const words = fc.array(halves, { maxLength: 30 }).map((parts) => parts.join(''));

function textOf(content: string): { text: Y.Text; deltas: Delta[] } {
	const text = new Y.Doc().getText('common');
	text.insert(0, content);
	const deltas: Delta[] = [];
	text.observe((event) => deltas.push(event.delta as Delta));
	return { text, deltas };
}

test('TE1 the edit between two texts makes the one of the other, whole emoji only', () => {
	fc.assert(
		fc.property(words, words, fc.nat(60), (before, after, caret) => {
			const edit = editBetween(before, after, Math.min(caret, after.length));
			const { text } = textOf(before);
			if (edit) applyEdit(text, edit, null);
			expect(text.toString()).toBe(after);
			expect(edit?.insert.isWellFormed() ?? true).toBe(true);
		}),
		{ numRuns: 2_000 }
	);
});

test.each([
	['aaa', 'aaaa', 2, { at: 1, remove: 0, insert: 'a' }],
	['aaaa', 'aaa', 1, { at: 1, remove: 1, insert: '' }],
	['Daan thuis', 'Daan is thuis', 8, { at: 5, remove: 0, insert: 'is ' }],
	['👩', '👧', 2, { at: 0, remove: 2, insert: '👧' }],
	['x👩', 'x👧y', 4, { at: 1, remove: 2, insert: '👧y' }]
])(
	'TE2 %j to %j with the caret at %i is the smallest edit, where it was typed',
	(a, b, at, edit) => {
		expect(editBetween(a, b, at)).toEqual(edit);
	}
);

test('TE3 a long insertion is cut in pieces, between emoji', () => {
	const { text, deltas } = textOf('');
	const long = 'x' + '👩'.repeat(9_000);
	applyEdit(text, { at: 0, remove: 0, insert: long }, null);
	expect(text.toString()).toBe(long);
	expect(deltas.length).toBeGreaterThan(1);
	const inserted = deltas.flat().flatMap((part) => part.insert ?? []);
	expect(inserted.every((piece) => typeof piece === 'string' && piece.isWellFormed())).toBe(true);
});

test('TE4 a caret keeps its place between the same letters when others edit', () => {
	fc.assert(
		fc.property(fc.nat(20), fc.nat(20), fc.nat(20), fc.string(), (caret, at, remove, insert) => {
			const content = 'abcdefghijklmnopqrst';
			const { text, deltas } = textOf(content);
			applyEdit(text, { at, remove: Math.min(remove, content.length - at), insert }, null);
			const moved = deltas.reduce((index, delta) => moveIndex(delta, index), caret);
			const end = at + Math.min(remove, content.length - at);
			const expected =
				caret <= at ? caret : caret >= end ? caret + text.length - content.length : undefined;
			if (expected !== undefined) expect(moved).toBe(expected);
			else expect(moved).toBeGreaterThanOrEqual(at);
			expect(moved).toBeLessThanOrEqual(text.length);
		})
	);
});
