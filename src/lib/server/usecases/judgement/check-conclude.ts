import { completeness } from '#lib/domain/assessment.ts';
import { type Result, ok } from '#lib/domain/result.ts';
import { mayConclude } from '#lib/domain/veilig-thuis.ts';
import type { Work } from '../../work.ts';
import { caseItem } from '../assessment/open-case-item.ts';
import { chosen, said } from '../assessment/standing.ts';
import { organisationsAt, stepState } from './step-state.ts';

/**
 * Whether this case item may be concluded: `assessment-incomplete`, `no-joint-judgement` or
 * `veilig-thuis-step-open`, each with the counts `missing`, `childrenWithoutJoint`, `openDecisions`.
 */
export async function checkConclude(work: Work, itemId: string): Promise<Result> {
	const found = await caseItem(work, itemId);
	if (!found.ok) return found;
	const { childIds, adultIds } = found.value;
	const { store } = work;
	const { complete, missing } = completeness(
		childIds,
		adultIds,
		said(await store.assessment.standing(itemId)),
		chosen(await store.assessment.tableAnswers(itemId))
	);
	const judged = new Set((await store.judgements.joint(itemId)).map((each) => each.childId));
	const organisations = await organisationsAt(store, itemId);
	const { outstanding } = await stepState(store, itemId, childIds, organisations);
	const conclude = mayConclude({
		complete,
		missing: missing.length,
		childrenWithoutJoint: childIds.filter((id) => !judged.has(id)).length,
		openDecisions: outstanding.length
	});
	return conclude.ok ? ok() : conclude;
}
