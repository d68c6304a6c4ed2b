import type { AgendaItem } from '../../store/agenda.ts';

const STEP = 1;
/** From here on stand the items that close a meeting. */
const CLOSING = 1_000_000;

/** Where a new case item comes: after the last one before the closing items. */
export function nextPosition(items: readonly AgendaItem[]): number {
	const before = items.filter((item) => item.position < CLOSING).map((item) => item.position);
	return Math.max(0, ...before) + STEP;
}
