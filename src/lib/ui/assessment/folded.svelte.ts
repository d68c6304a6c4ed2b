/** Which sections someone has put away, per case item: still so after a look at another item. */
const kept: Record<string, Record<'A' | 'B' | 'C' | 'D' | 'E', boolean>> = {};

export function foldedOf(itemId: string) {
	const before = kept[itemId];
	if (before) return before;
	const folded = $state({ A: false, B: false, C: false, D: false, E: false });
	kept[itemId] = folded;
	return folded;
}
