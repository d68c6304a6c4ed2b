import type * as Y from 'yjs';

/** One change of a plain text: at `at`, `remove` characters (UTF-16 units) make way for `insert`. */
export interface Edit {
	at: number;
	remove: number;
	insert: string;
}

/** A longer insertion is cut in pieces, so that each update stays well under the size a server takes. */
const PIECE = 8000;

/**
 * The smallest edit that makes `after` of `before`. `caret` is where the cursor stands in `after`:
 * it tells which of four equal letters was the one just typed.
 */
export function editBetween(before: string, after: string, caret = after.length): Edit | null {
	if (before === after) return null;
	const shortest = Math.min(before.length, after.length);
	const limit = Math.min(shortest, Math.max(0, after.length - caret));
	let suffix = 0;
	while (suffix < limit && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
	if (splitsPair(after, after.length - suffix) || splitsPair(before, before.length - suffix))
		suffix--;
	let prefix = 0;
	while (prefix < shortest - suffix && before[prefix] === after[prefix]) prefix++;
	if (splitsPair(after, prefix) || splitsPair(before, prefix)) prefix--;
	return {
		at: prefix,
		remove: before.length - suffix - prefix,
		insert: after.slice(prefix, after.length - suffix)
	};
}

/** Puts the edit in the shared text: one deletion and one insertion, one transaction per piece. */
export function applyEdit(text: Y.Text, edit: Edit, origin: unknown): void {
	const pieces = inPieces(edit.insert);
	const first = pieces.shift() ?? '';
	text.doc?.transact(() => {
		if (edit.remove > 0) text.delete(edit.at, edit.remove);
		if (first) text.insert(edit.at, first);
	}, origin);
	let at = edit.at + first.length;
	for (const piece of pieces) {
		text.doc?.transact(() => text.insert(at, piece), origin);
		at += piece.length;
	}
}

/** A change as Y.Text reports it. */
export type Delta = readonly { insert?: unknown; delete?: number; retain?: number }[];

/** Where a caret at `index` stands after `delta`; text put exactly at the caret goes after it. */
export function moveIndex(delta: Delta, index: number): number {
	let before = 0;
	let after = 0;
	for (let i = 0; i < delta.length;) {
		const retained = delta[i]?.retain;
		if (retained !== undefined) {
			if (index <= before + retained) break;
			before += retained;
			after += retained;
			i++;
			continue;
		}
		// An insertion and a deletion side by side are one replacement, in whatever order they are told.
		let removed = 0;
		let inserted = 0;
		for (; i < delta.length && delta[i]?.retain === undefined; i++) {
			removed += delta[i]?.delete ?? 0;
			const { insert } = delta[i] ?? {};
			if (typeof insert === 'string') inserted += insert.length;
		}
		if (index === before) break;
		if (index < before + removed) return after;
		before += removed;
		after += inserted;
	}
	return after + index - before;
}

function inPieces(insert: string): string[] {
	const pieces: string[] = [];
	for (let from = 0; from < insert.length;) {
		let to = Math.min(from + PIECE, insert.length);
		if (splitsPair(insert, to)) to--;
		pieces.push(insert.slice(from, to));
		from = to;
	}
	return pieces;
}

/** Half an emoji cannot be stored: Yjs would turn both halves into a replacement character. */
function splitsPair(text: string, at: number): boolean {
	const before = text.charCodeAt(at - 1);
	const after = text.charCodeAt(at);
	return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
