import { mayAnswer, mayAsk } from '#lib/domain/coordination.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { tellOtherTable } from '../moving/at-move.ts';
import { atRole, endTerms } from './at-roles.ts';

/** Asks someone at the item to coordinate, or to watch safety. Whoever holds the role keeps it until a yes. */
export const askForRole: UseCase<CheckedInput<'role.ask'>> = async (work, input) => {
	const found = await atRole(work, input);
	if (!found.ok) return found;
	const { at, standing } = found.value;
	const { store, actor, now } = work;
	const { role, personId, replacementId = null } = input;
	const here = (await store.agenda.participants(at.item.id)).map((one) => one.personId);
	if (!here.includes(personId) || (replacementId && !here.includes(replacementId)))
		return fail('not-a-participant');
	if (replacementId === personId) return fail('own-replacement');
	const family = await store.coordination.ofCase(at.caseId);
	const may = mayAsk(standing, role, personId, (family?.familyCan ?? null) !== null);
	if (!may.ok) return may;
	// One is asked at a time: whoever was asked before need not answer any more.
	const before = await endTerms(work, found.value, role, 'asked');
	await store.coordination.addTerm({
		id: work.id(),
		caseId: at.caseId,
		role,
		personId,
		replacementId,
		status: 'asked',
		askedBy: actor.personId,
		askedAt: now
	});
	await told(work, at, 'role.ask', personId, ...before);
	return ok();
};

/** Takes the role; at that very moment it ends for who held it. */
export const acceptRole: UseCase<CheckedInput<'role.accept'>> = async (work, input) => {
	const found = await atRole(work, input);
	if (!found.ok) return found;
	const { at, standing } = found.value;
	const may = mayAnswer(standing, work.actor.personId);
	if (!may.ok) return may;
	const before = await endTerms(work, found.value, input.role, 'accepted');
	const { mandate, escalatesTo } = input;
	if (standing.asked)
		await work.store.coordination.changeTerm(standing.asked.id, {
			status: 'accepted',
			answeredAt: work.now,
			...(input.role === 'coordinator' && { mandate, escalatesTo })
		});
	await told(work, at, 'role.accept', ...before);
	await tellOtherTable(work, at.caseId);
	return ok();
};

/** A no, with its reason: the role is open, or stays with who holds it. */
export const declineRole: UseCase<CheckedInput<'role.decline'>> = async (work, input) => {
	const found = await atRole(work, input);
	if (!found.ok) return found;
	const { at, standing } = found.value;
	const may = mayAnswer(standing, work.actor.personId);
	if (!may.ok) return may;
	if (standing.asked)
		await work.store.coordination.changeTerm(standing.asked.id, {
			status: 'declined',
			answeredAt: work.now,
			reason: input.reason
		});
	await told(work, at, 'role.decline', ...(standing.asked ? [standing.asked.askedBy] : []));
	return ok();
};

/** Stops. The role is then nobody's, and says so in red to everyone at the case. */
export const handBackRole: UseCase<CheckedInput<'role.hand-back'>> = async (work, input) => {
	const found = await atRole(work, input);
	if (!found.ok) return found;
	const { at, standing } = found.value;
	if (standing.holder?.personId !== work.actor.personId) return fail('not-the-holder');
	await work.store.coordination.changeTerm(standing.holder.id, {
		status: 'ended',
		endedAt: work.now,
		reason: input.reason
	});
	await told(work, at, 'role.hand-back');
	await tellOtherTable(work, at.caseId);
	return ok();
};
