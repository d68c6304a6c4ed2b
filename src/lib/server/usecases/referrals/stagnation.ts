import { fail, ok, type Result } from '#lib/domain/result.ts';
import { stagnationState } from '#lib/domain/stagnation.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StagnationWithAlternatives } from '../../store/referrals.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownRecord } from '../known-items.ts';

/** Help does not come, or stops: from now on an alternative is asked for (R30). */
export const recordStagnation: UseCase<CheckedInput<'stagnation.record'>> = async (work, input) => {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const { itemId, reason, note, since } = input;
	if (since > work.today) return fail('date-in-future');
	await work.store.referrals.addStagnation({
		id: work.id(),
		caseId: at.value.caseId,
		...{ itemId, reason, note, since },
		revision: 1,
		createdBy: work.actor.personId,
		createdAt: work.now
	});
	await told(work, at.value, 'stagnation.record');
	return ok();
};

/** What is done instead, by whom, and when one looks back. */
export const setAlternative: UseCase<CheckedInput<'stagnation.set-alternative'>> = async (
	work,
	input
) => {
	const found = await atStagnation(work, input);
	if (!found.ok) return found;
	const { at, stagnation, alternatives } = found.value;
	const { store, today } = work;
	const { what, due, ownerId } = input;
	if (stagnationState(stagnation.overOn, alternatives, today) !== 'needs-alternative')
		return fail('has-alternative');
	if (due < today) return fail('date-in-past');
	if (!(await store.agenda.participant(input.itemId, ownerId))) return fail('not-a-participant');
	await store.referrals.addAlternative({
		id: work.id(),
		stagnationId: stagnation.id,
		...{ what, due, ownerId },
		agreedOn: today,
		createdAt: work.now
	});
	await next(work, found.value);
	await told(work, at, 'stagnation.set-alternative', ownerId);
	return ok();
};

/** Does it work? Then the stagnation is over; if not, something else is asked for (RF7). */
export const lookBack: UseCase<CheckedInput<'stagnation.look-back'>> = async (work, input) => {
	const found = await atStagnation(work, input);
	if (!found.ok) return found;
	const { at, stagnation, alternatives } = found.value;
	const { store, today } = work;
	const state = stagnationState(stagnation.overOn, alternatives, today);
	const current = alternatives.at(-1);
	if (!current || (state !== 'tried' && state !== 'look-back')) return fail('no-alternative');
	const works = input.outcome === 'works';
	await store.referrals.changeAlternative(current.id, {
		works,
		lookedBackOn: today,
		note: input.note
	});
	await next(work, found.value, works);
	await told(work, at, 'stagnation.look-back', current.ownerId);
	return ok();
};

interface AtStagnation extends StagnationWithAlternatives {
	at: OpenCaseItem;
}

async function atStagnation(
	work: Work,
	input: { itemId: string; stagnationId: string; expected: number }
): Promise<Result<AtStagnation>> {
	const at = await atOpenCase(work, input.itemId);
	if (!at.ok) return at;
	const found = await work.store.referrals.stagnation(input.stagnationId);
	const stagnation = await knownRecord(work, at.value, found?.stagnation);
	if (!found || !stagnation) return fail('not-found');
	const { revision } = stagnation;
	if (revision !== input.expected) return fail('stale', { revision });
	return ok({ ...found, at: at.value });
}

function next(work: Work, { stagnation }: AtStagnation, over = false): Promise<void> {
	return work.store.referrals.changeStagnation(stagnation.id, {
		revision: stagnation.revision + 1,
		...(over && { overOn: work.today })
	});
}
