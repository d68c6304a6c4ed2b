import { ACTION_FILTERS, type ActionFilter } from '#lib/protocol/my-actions.ts';

/** What the address asks for: `?stand=…&zoek=…&overleg=…`. */
export function askedIn(url: URL) {
	const text = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 100);
	const filter = ACTION_FILTERS.find((one) => one === text('stand')) ?? 'all';
	return { filter: filter satisfies ActionFilter, search: text('zoek'), table: text('overleg') };
}
