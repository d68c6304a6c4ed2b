import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownRecord } from '../known-items.ts';

/** What family or network do themselves, followed by a professional at the item (R25). It goes nowhere. */
export const addFamilyAction: UseCase<CheckedInput<'family-action.add'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { store, actor, now, today } = work;
	const { itemId, what, who, due, followedBy } = input;
	if (due < today) return fail('date-in-past');
	if (!(await store.agenda.participant(itemId, followedBy))) return fail('not-a-participant');
	await store.coordination.addFamilyAction({
		id: work.id(),
		caseId: at.value.caseId,
		itemId,
		...{ what, who, due, followedBy },
		status: 'open',
		statusOn: today,
		revision: 1,
		createdBy: actor.personId,
		createdAt: now
	});
	await told(work, at.value, 'family-action.add', followedBy);
	return ok();
};

/** Done, not done, or open again after all. */
export const settleFamilyAction: UseCase<CheckedInput<'family-action.settle'>> = async (
	work,
	input
) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { coordination } = work.store;
	const all = await coordination.familyActions(at.value.caseId);
	const action = await knownRecord(
		work,
		at.value,
		all.find(({ id }) => id === input.familyActionId)
	);
	if (!action) return fail('not-found');
	if (action.revision !== input.expected) return fail('stale', { revision: action.revision });
	await coordination.changeFamilyAction(action.id, {
		status: input.status,
		statusOn: work.today,
		revision: action.revision + 1
	});
	await told(work, at.value, 'family-action.settle', action.followedBy);
	return ok();
};
