/** An item of a case, with when its meeting begins. */
export interface DatedItem {
	id: string;
	at: number;
}

/**
 * At which items something of a case was recorded that this viewer may know (CK1, CK2). Whoever takes part
 * in an item knows the case up to and including it, so that a family need not tell its story again (R27); what is
 * recorded later, without him or her, stays unknown. Who runs the table knows all of it.
 */
export function itemsKnown(
	items: readonly DatedItem[],
	own: ReadonlySet<string>,
	runs: boolean
): Set<string> {
	const last = Math.max(
		...items.filter(({ id }) => own.has(id)).map(({ at }) => at),
		Number.NEGATIVE_INFINITY
	);
	return new Set(items.filter(({ at }) => runs || at <= last).map(({ id }) => id));
}
