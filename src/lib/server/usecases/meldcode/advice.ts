import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { decideMeldcode } from '../judgement/decide-meldcode.ts';
import { organisationsAt, stepState } from '../judgement/step-state.ts';

/**
 * Advice that one's own organisation asked of Veilig Thuis (R12). It is pseudonymous unless stepped up; it
 * moves no watch on safety, since Veilig Thuis then has no contact with the family.
 */
export const recordAdvice: UseCase<CheckedInput<'advice.record'>> = async (work, input) => {
	const found = await atOpenCase(work, input.itemId);
	if (!found.ok) return found;
	const at = found.value;
	const { store, actor } = work;
	const { itemId, askedOn, adviser, advice } = input;
	const askedBy = input.askedBy ?? actor.personId;
	const here = await store.agenda.participants(itemId);
	const asker = here.find((one) => one.personId === askedBy);
	if (asker?.organisationId !== actor.organisationId) return fail('not-a-participant');
	const own = await store.people.organisation(actor.organisationId);
	if (own?.kind === 'veilig-thuis') return fail('advice-of-itself');
	if (input.childIds.some((childId) => !at.childIds.includes(childId)))
		return fail('unknown-subject');
	if (askedOn > work.today) return fail('date-in-future');
	if (input.named && !input.namedBecause) return fail('reason-required');
	const childIds = [...new Set(input.childIds)];
	await store.meldcode.addAdvice({
		id: work.id(),
		caseId: at.caseId,
		itemId,
		childIds,
		organisationId: actor.organisationId,
		askedBy,
		askedOn,
		adviser,
		advice,
		namedBecause: input.named ? input.namedBecause : null,
		recordedBy: actor.personId,
		createdAt: work.now
	});
	const decided = await adviceIsADecision(work, at, childIds, askedOn);
	if (!decided.ok) return decided;
	await told(work, at, 'advice.record');
	return ok();
};

/** In the Veilig Thuis step the advice is the organisation's decision, where it had not decided yet (VT2). */
async function adviceIsADecision(
	work: Work,
	at: OpenCaseItem,
	childIds: readonly string[],
	decidedOn: string
): Promise<Result<unknown>> {
	const { store, actor } = work;
	const itemId = at.item.id;
	if (at.item.status === 'done' || at.meeting.status === 'closed') return ok();
	const organisations = await organisationsAt(store, itemId);
	const { outstanding } = await stepState(store, itemId, at.childIds, organisations);
	for (const childId of childIds) {
		const open = outstanding.some(
			(each) => each.childId === childId && each.organisationId === actor.organisationId
		);
		if (!open) continue;
		const input = { itemId, childId, decision: 'advice-asked', decidedOn, expected: 0 } as const;
		const decided = await decideMeldcode(work, input);
		if (!decided.ok) return decided;
	}
	return ok();
}
