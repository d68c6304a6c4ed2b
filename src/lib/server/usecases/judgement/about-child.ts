import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { Work } from '../../work.ts';
import { type OpenCaseItem, openCaseItem } from '../assessment/open-case-item.ts';

export interface AboutChild {
	at: OpenCaseItem;
	/** Whether the judgements about this child are visible to all. */
	revealed: boolean;
}

/** The open case item, for something that is about one of its children. */
export async function aboutChild(
	work: Work,
	{ itemId, childId }: { itemId: string; childId: string }
): Promise<Result<AboutChild>> {
	const found = await openCaseItem(work, itemId);
	if (!found.ok) return found;
	if (!found.value.childIds.includes(childId)) return fail('unknown-subject');
	const reveals = await work.store.judgements.reveals(itemId);
	return ok({ at: found.value, revealed: reveals.some((each) => each.childId === childId) });
}
