/** One version of a record of a case; versions stand in the order in which they were made. */
export interface Version {
	/** Of this version alone: who changes a record says which version he or she saw. */
	id: string;
	/** Of the record, the same for all its versions. */
	recordId: string;
	/** The item at which it was recorded. */
	itemId: string;
}

/** Of each record the newest version that may be known, in the order in which records began (FA8, CK1). */
export function newestKnown<T extends Version>(
	versions: readonly T[],
	known: ReadonlySet<string>
): T[] {
	const newest = new Map<string, T>();
	for (const version of versions)
		if (known.has(version.itemId)) newest.set(version.recordId, version);
	return [...newest.values()];
}

/** The later of two items of a case, `order` being its items by time. */
export function laterItem(order: readonly string[], one: string, other: string): string {
	return order.indexOf(one) > order.indexOf(other) ? one : other;
}
