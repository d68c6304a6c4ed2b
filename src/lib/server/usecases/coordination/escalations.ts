import { CASE_ROLES, standingRole } from '#lib/domain/coordination.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownRecord } from '../known-items.ts';

/** Who coordinates or watches puts it to someone who can decide more (R24). */
export const recordEscalation: UseCase<CheckedInput<'escalation.record'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { store, actor, now, today } = work;
	const { caseId } = at.value;
	const terms = await store.coordination.terms(caseId);
	const gone = await store.coordination.gone(caseId);
	const role = CASE_ROLES.find(
		(one) => standingRole(terms, one, gone).holder?.personId === actor.personId
	);
	if (!role) return fail('holders-only');
	await store.coordination.addEscalation({
		id: work.id(),
		caseId,
		itemId: input.itemId,
		role,
		toWhom: input.toWhom,
		reason: input.reason,
		escalatedOn: today,
		createdBy: actor.personId,
		createdAt: now
	});
	await told(work, at.value, 'escalation.record', actor.personId);
	return ok();
};

/** What came of it; whoever heard the answer records it. */
export const answerEscalation: UseCase<CheckedInput<'escalation.answer'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { coordination } = work.store;
	const all = await coordination.escalations(at.value.caseId);
	const escalation = await knownRecord(
		work,
		at.value,
		all.find(({ id }) => id === input.escalationId)
	);
	if (!escalation) return fail('not-found');
	if (escalation.answeredOn !== null) return fail('already-answered');
	if (input.on > work.today) return fail('date-in-future');
	if (input.on < escalation.escalatedOn) return fail('before-escalation');
	await coordination.changeEscalation(escalation.id, {
		answeredOn: input.on,
		outcome: input.outcome
	});
	await told(work, at.value, 'escalation.answer', escalation.createdBy);
	return ok();
};
