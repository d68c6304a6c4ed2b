import { maySkip, type SkipReason } from '#lib/domain/safety-skip.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { AgendaItem } from '../../store/agenda.ts';
import type { Work } from '../../work.ts';

/**
 * A case item leaves the agenda. When not every child was judged together there, that takes a reason,
 * which is kept with the case (MT5, R8); anything else needs none, and one that is given is not kept.
 */
export async function skipSafety(
	work: Work,
	item: AgendaItem,
	how: 'carried-over' | 'removed',
	reason: SkipReason | undefined
): Promise<Result<void, 'safety-not-discussed' | 'reason-required'>> {
	const { caseId } = item;
	if (!caseId || (await isJudged(work, item.id, caseId))) return ok();
	if (how === 'removed' && (await isElsewhere(work, item.id, caseId))) return ok();
	const may = maySkip(how, reason);
	if (!may.ok) return may;
	await work.store.safetySkips.add({
		id: work.id(),
		caseId,
		meetingId: item.meetingId,
		how,
		...may.value,
		personId: work.actor.personId,
		at: work.now
	});
	return ok();
}

async function isJudged({ store }: Work, itemId: string, caseId: string): Promise<boolean> {
	const judged = new Set((await store.judgements.joint(itemId)).map((each) => each.childId));
	return (await store.cases.childrenOf([caseId])).every((child) => judged.has(child.id));
}

/** Taken off here, it still stands on another agenda: nothing is skipped. */
async function isElsewhere({ store }: Work, itemId: string, caseId: string): Promise<boolean> {
	return (await store.agenda.ofCase(caseId)).some(
		(other) => other.id !== itemId && (other.status === 'planned' || other.status === 'live')
	);
}
