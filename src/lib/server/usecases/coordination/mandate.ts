import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { atRole } from './at-roles.ts';

/** What the coordinator may decide, and to whom he or she escalates (R24). */
export const setMandate: UseCase<CheckedInput<'role.set-mandate'>> = async (work, input) => {
	const found = await atRole(work, { ...input, role: 'coordinator' });
	if (!found.ok) return found;
	const { at, standing } = found.value;
	const { holder } = standing;
	if (!holder) return fail('nobody-coordinates');
	if (holder.personId !== work.actor.personId && !at.runs) return fail('not-the-holder');
	if (holder.revision !== input.expected) return fail('stale', { revision: holder.revision });
	await work.store.coordination.changeTerm(holder.id, {
		mandate: input.mandate,
		escalatesTo: input.escalatesTo,
		revision: holder.revision + 1
	});
	await told(work, at, 'role.set-mandate');
	return ok();
};
