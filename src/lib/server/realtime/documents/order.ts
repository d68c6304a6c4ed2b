import * as Y from 'yjs';

/** Items to walk before it is cheaper to number the whole text. */
const NEAR = 64;

/** Two neighbours that new text was put between: the letter before it and the letter after it. */
export type Between = readonly [Y.ID, Y.ID];

/**
 * Whether each letter before stands before its letter after. Yjs takes the reverse too, and places
 * such text differently on each replica, for ever. The order of two letters never changes, so this
 * can be asked after the text itself has been placed.
 */
export function inOrder(doc: Y.Doc, neighbours: readonly Between[]): boolean {
	const numbers = new Map<Y.Item, number>();
	return neighbours.every(([before, after]) => {
		const left = itemAt(doc, before);
		const right = itemAt(doc, after);
		if (left === right) return before.clock < after.clock;
		let item = left.right;
		for (let steps = 0; item && steps < NEAR; steps++, item = item.right)
			if (item === right) return true;
		if (!item) return false;
		return numberOf(left, numbers) < numberOf(right, numbers);
	});
}

function numberOf(item: Y.Item, numbers: Map<Y.Item, number>): number {
	const known = numbers.get(item);
	if (known !== undefined) return known;
	let first = item;
	while (first.left) first = first.left;
	let number = 0;
	for (let next: Y.Item | null = first; next; next = next.right) numbers.set(next, number++);
	return numbers.get(item) ?? 0;
}

/** The guard has made sure that it is there and is an item. */
function itemAt(doc: Y.Doc, id: Y.ID): Y.Item {
	return Y.getItem(doc.store, id) as Y.Item;
}
