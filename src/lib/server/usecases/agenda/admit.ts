import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { changed, runningItem } from '../running-item.ts';

/** The chair lets someone in at the live item: from now that person is at it, and sees the video link. */
export const admit: UseCase<CheckedInput<'item.admit'>> = async (work, { itemId, personId }) => {
	const at = await runningItem(work, itemId);
	if (!at.ok) return at;
	if (at.value.item.status !== 'live') return fail('wrong-status');
	const participant = await work.store.agenda.participant(itemId, personId);
	if (!participant) return fail('not-found');
	await work.store.agenda.changeParticipant(itemId, personId, {
		admittedAt: work.now,
		attendedAt: participant.attendedAt ?? work.now,
		leftAt: null
	});
	await changed(work, at.value, 'admit');
	return ok();
};
