import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Closure } from '../../store/closing.ts';
import type { UseCase, Work } from '../../work.ts';
import { caseItem, type OpenCaseItem } from '../assessment/open-case-item.ts';
import { told } from '../at-open-case.ts';
import { knownToActor } from '../known-items.ts';

/** On the day itself it was not closed after all; later a new signal opens it again (CL7). */
export const reopenCase: UseCase<CheckedInput<'case.reopen'>> = async (work, input) => {
	const found = await atClosedCase(work, input.itemId);
	if (!found.ok) return found;
	const { at, closure } = found.value;
	if (!at.runs) return fail('chair-only');
	await openAgain(work, at, closure, input.reason);
	await told(work, at, 'case.reopen', closure.followUpId);
	return ok();
};

/** What the check after closing found; anything but "yes" opens the case again at that moment (CL8). */
export const recordFollowUp: UseCase<CheckedInput<'follow-up.record'>> = async (work, input) => {
	const found = await atClosedCase(work, input.itemId);
	if (!found.ok) return found;
	const { at, closure } = found.value;
	if (!at.runs && closure.followUpId !== work.actor.personId) return fail('check-not-yours');
	if (closure.checkedOn) return fail('already-answered');
	if (input.on > work.today) return fail('date-in-future');
	await work.store.closing.setClosure(closure.id, {
		checkedOn: input.on,
		checkedBy: work.actor.personId,
		stillSafe: input.stillSafe,
		seenBy: input.seenBy,
		outcome: input.outcome
	});
	if (input.stillSafe !== 'yes') await openAgain(work, at, closure, input.outcome);
	await told(work, at, 'follow-up.record', ...(await whoRuns(work, at)), closure.followUpId);
	return ok();
};

async function openAgain(work: Work, at: OpenCaseItem, closure: Closure, because: string) {
	await work.store.closing.setClosure(closure.id, {
		reopenedAt: work.now,
		reopenedBy: work.actor.personId,
		reopenedBecause: because
	});
	await work.store.cases.change(at.caseId, { closedAt: null });
}

/** A closed case with its closing, for who may know of it. */
async function atClosedCase(
	work: Work,
	itemId: string
): Promise<Result<{ at: OpenCaseItem; closure: Closure }>> {
	const at = await caseItem(work, itemId);
	if (!at.ok) return at;
	const { caseId, family } = at.value;
	if (!family.case.closedAt) return fail('case-open');
	const { known } = await knownToActor(work, at.value.caseId);
	const closure = (await work.store.closing.closures(caseId)).at(-1);
	return closure && known.has(closure.itemId) ? ok({ at: at.value, closure }) : fail('not-found');
}

async function whoRuns({ store }: Work, at: OpenCaseItem): Promise<string[]> {
	const seats = await store.tables.seats(at.table.id);
	return seats.filter(({ role }) => role !== 'member').map(({ personId }) => personId);
}
