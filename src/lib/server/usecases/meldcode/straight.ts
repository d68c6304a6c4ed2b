import { fail, ok } from '#lib/domain/result.ts';
import { mayTakeBack, standingMarks } from '#lib/domain/straight.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StoredMark } from '../../store/meldcode.ts';
import type { UseCase, Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase, told } from '../at-open-case.ts';
import { knownAt } from './known-at.ts';

type Mark = Pick<CheckedInput<'straight.mark'>, 'itemId' | 'childId' | 'kind'>;

/** Honour-related violence, forced marriage or genital mutilation: straight to Veilig Thuis. */
export const markStraight: UseCase<CheckedInput<'straight.mark'>> = async (work, input) => {
	const found = await atOpenCase(work, input.itemId);
	if (!found.ok) return found;
	const at = found.value;
	if (!at.childIds.includes(input.childId)) return fail('unknown-subject');
	if (await standing(work, at, input)) return ok();
	await work.store.meldcode.addMark({
		id: work.id(),
		caseId: at.caseId,
		itemId: input.itemId,
		childId: input.childId,
		kind: input.kind,
		setBy: work.actor.personId,
		createdAt: work.now
	});
	await told(work, at, 'straight.mark');
	return ok();
};

/** It turned out otherwise: who set it or who runs the table says why. */
export const takeBackStraight: UseCase<CheckedInput<'straight.take-back'>> = async (
	work,
	input
) => {
	const found = await atOpenCase(work, input.itemId);
	if (!found.ok) return found;
	const at = found.value;
	const mark = await standing(work, at, input);
	const may = mayTakeBack(mark, work.actor.personId, at.runs);
	if (!may.ok) return may;
	if (mark)
		await work.store.meldcode.changeMark(mark.id, {
			takenBackAt: input.itemId,
			takenBackBy: work.actor.personId,
			takenBackOn: work.today,
			reason: input.reason
		});
	await told(work, at, 'straight.take-back');
	return ok();
};

async function standing(
	{ store }: Work,
	at: OpenCaseItem,
	{ itemId, childId, kind }: Mark
): Promise<StoredMark | undefined> {
	const known = await knownAt(store, at.caseId, itemId, at.runs);
	return standingMarks(await store.meldcode.marks(at.caseId), known).find(
		(each) => each.childId === childId && each.kind === kind
	);
}
