import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';

/** A child was seen or spoken with; by oneself, or by another who is named (CL2). */
export const recordContact: UseCase<CheckedInput<'contact.record'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { itemId, childId, on, how } = input;
	if (!at.value.childIds.includes(childId)) return fail('not-found');
	if (on > work.today) return fail('date-in-future');
	const me = await work.store.people.find(work.actor.personId);
	await work.store.closing.addContact({
		id: work.id(),
		caseId: at.value.caseId,
		...{ itemId, childId, on, how },
		name: input.name || (me?.person.name ?? ''),
		function: input.name ? input.function : (me?.person.function ?? ''),
		recordedBy: work.actor.personId,
		recordedAt: work.now
	});
	await told(work, at.value, 'contact.record');
	return ok();
};

/** It was a mistake: for who recorded it, and for who runs the table. */
export const removeContact: UseCase<CheckedInput<'contact.remove'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { caseId, runs } = at.value;
	const mine = (await work.store.closing.contacts(caseId)).find(
		({ id, recordedBy }) => id === input.contactId && (runs || recordedBy === work.actor.personId)
	);
	if (!mine) return fail('not-found');
	await work.store.closing.removeContact(mine.id, work.now);
	await told(work, at.value, 'contact.remove');
	return ok();
};
