import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atItem } from '../at-item.ts';
import { changed } from '../running-item.ts';

/** A member who sits at the table is at the live item without being let in; a guest or remote member waits. */
export const arrive: UseCase<CheckedInput<'item.arrive'>> = async (work, { itemId }) => {
	const at = await atItem(work, itemId);
	if (!at.ok) return at;
	const { item, seat, participant } = at.value;
	if (item.status !== 'live') return fail('wrong-status');
	if (!participant || (participant.admittedAt && !participant.leftAt)) return ok();
	if (!seat || seat.remote) return fail('wait-for-admission');
	await work.store.agenda.changeParticipant(itemId, work.actor.personId, {
		admittedAt: work.now,
		attendedAt: participant.attendedAt ?? work.now,
		leftAt: null
	});
	await changed(work, at.value, 'arrive');
	return ok();
};
