import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { caseItem, changed } from '../assessment/open-case-item.ts';
import { handles, tellBoth } from './at-move.ts';
import { knownItems } from './known-items.ts';

/**
 * One point of the warm handover, for the own side, also after the old case was closed (MV10). Which side
 * follows from the case at whose item it is said: nobody confirms for the other.
 */
export const confirmPoint: UseCase<CheckedInput<'move.confirm'>> = async (work, input) => {
	const found = await caseItem(work, input.itemId);
	if (!found.ok) return found;
	const at = found.value;
	const { moving } = work.store;
	const move = await moving.find(input.moveId);
	const giving = move?.fromCaseId === at.caseId;
	if (!move || (!giving && move.newCaseId !== at.caseId)) return fail('not-found');
	if (giving && !(await knownItems(work, at)).includes(move.fromItemId)) return fail('not-found');
	if (!handles(at, work.actor.personId)) return fail('presenter-only');
	if (move.status === 'returned' || move.status === 'taken-back') return fail('move-answered');
	const side = giving ? 'given' : 'taken';
	const { point } = input;
	if (input.done)
		await moving.confirm({
			...{ moveId: move.id, side, point },
			personId: work.actor.personId,
			at: work.now
		});
	else await moving.unconfirm(move.id, side, point);
	await changed(work, at, 'move.confirm');
	await tellBoth(work, move);
	return ok();
};
