import { carryOver } from '#lib/domain/agenda.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { changed, runningItem } from '../running-item.ts';
import { skipSafety } from '../meeting/skip-safety.ts';
import { carryTo } from './carry-to.ts';

/**
 * The chair moves an item to a later meeting of this table; without one named it waits for the next one
 * planned. Where safety was not judged, it says why (MT5).
 */
export const carryOverItem: UseCase<CheckedInput<'item.carry-over'>> = async (work, input) => {
	const at = await runningItem(work, input.itemId);
	if (!at.ok) return at;
	const { item, meeting } = at.value;
	const progress = carryOver(meeting.status, item, work.now);
	if (!progress.ok) return progress;
	const later = input.meetingId ? await work.store.tables.meeting(input.meetingId) : null;
	const elsewhere = later?.tableId !== meeting.tableId || later.id === meeting.id;
	if (input.meetingId && (elsewhere || later.status === 'closed')) return fail('not-found');
	const skipped = await skipSafety(work, item, 'carried-over', input.notJudged);
	if (!skipped.ok) return skipped;
	const { id, ...values } = progress.value;
	const carriedToId = later ? await carryTo(work, item, later.id) : null;
	await work.store.agenda.change(id, { ...values, carriedToId });
	await work.store.agenda.everyoneLeaves(id, work.now);
	await changed(work, at.value, 'carry-over-item');
	return ok();
};
