import { groundsRoot, worriesRoot } from '#lib/document/roots.ts';
import { completeness } from '#lib/domain/assessment.ts';
import { type Result, ok } from '#lib/domain/result.ts';
import { mayConclude } from '#lib/domain/veilig-thuis.ts';
import type { Work } from '../../work.ts';
import { caseItem } from '../assessment/open-case-item.ts';
import { chosen, said } from '../assessment/standing.ts';
import { organisationsAt, stepState } from './step-state.ts';

/**
 * Whether this case item may be concluded: `assessment-incomplete`, `no-joint-judgement`,
 * `grounds-missing` or `veilig-thuis-step-open`, each with all the counts.
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
	const texts = await work.texts(itemId);
	const required = childIds.flatMap((id) => [worriesRoot(id), groundsRoot(id)]);
	const organisations = await organisationsAt(store, itemId);
	const { outstanding } = await stepState(store, itemId, childIds, organisations);
	const conclude = mayConclude({
		complete,
		missing: missing.length,
		childrenWithoutJoint: childIds.filter((id) => !judged.has(id)).length,
		// A text that can't be read back is not held against who filled it.
		textsMissing: texts ? required.filter((root) => !texts[root]?.trim()).length : 0,
		openDecisions: outstanding.length
	});
	return conclude.ok ? ok() : conclude;
}
