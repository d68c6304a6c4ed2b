import { setDone } from '#lib/domain/agenda.ts';
import { ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { checkConclude } from '../judgement/check-conclude.ts';
import { changed, runningItem } from '../running-item.ts';

/** The chair ends an item. A case item ends only when assessment, judgement and the Veilig Thuis step are complete. */
export const concludeItem: UseCase<CheckedInput<'item.conclude'>> = async (work, { itemId }) => {
	const at = await runningItem(work, itemId);
	if (!at.ok) return at;
	const { item, meeting } = at.value;
	const progress = setDone(meeting.status, item, work.now);
	if (!progress.ok) return progress;
	if (item.kind === 'case') {
		const may = await checkConclude(work, itemId);
		if (!may.ok) return may;
	}
	const { id, ...values } = progress.value;
	await work.store.agenda.change(id, { ...values, concludedAt: work.now });
	await work.store.agenda.everyoneLeaves(id, work.now);
	await changed(work, at.value, 'conclude-item');
	return ok();
};
