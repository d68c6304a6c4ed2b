import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ItemView } from '#lib/protocol/views.ts';
import type { BoardPoint } from '../board.ts';
import { sayDayLong } from '../dates.ts';
import { sayChange } from './words.ts';

/** Each change in the family that still asks for a new assessment. */
export function closingPoints({ closing }: ItemView): BoardPoint[] {
	return closing.changes
		.filter(({ open }) => open)
		.map((change) => ({
			target: 'afsluiten',
			tone: 'amber',
			text: m.closing_reassess({
				change: sayChange(change),
				day: sayDayLong(change.on, getLocale())
			})
		}));
}
