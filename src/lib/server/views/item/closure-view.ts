import type { ClosureView } from '#lib/protocol/views/closing.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { Closure } from '../../store/closing.ts';
import { namesOf } from '../case/names-of.ts';
import type { ItemContext } from './context.ts';

/** How a closing is shown: who stays in touch, the check afterwards, and whether the case opened again. */
export async function closureView(
	{ store, runs, viewer, family }: ItemContext,
	row: Closure
): Promise<ClosureView> {
	const names = await namesOf(store, [row.recordedBy, row.followUpId, row.reopenedBy]);
	const name = (id: string | null) => names.get(id ?? '') ?? '';
	const mine = runs || row.followUpId === viewer.person.id;
	return {
		on: dayInTheNetherlands(row.recordedAt),
		by: name(row.recordedBy),
		stays: row.stays,
		staysUntil: row.staysUntil,
		followUp: {
			on: row.followUpOn,
			name: name(row.followUpId),
			may: mine && row.checkedOn === null && family.case.closedAt !== null,
			done: row.checkedOn
				? {
						on: row.checkedOn,
						stillSafe: row.stillSafe ?? 'undetermined',
						seenBy: row.seenBy ?? '',
						outcome: row.outcome ?? ''
					}
				: null
		},
		reopened: row.reopenedAt
			? {
					on: dayInTheNetherlands(row.reopenedAt),
					by: name(row.reopenedBy),
					because: row.reopenedBecause ?? ''
				}
			: null
	};
}
