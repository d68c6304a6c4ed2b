import { fail, type Result } from '#lib/domain/result.ts';
import type { Work } from '../work.ts';
import { caseItem, changed, type OpenCaseItem } from './assessment/open-case-item.ts';

/**
 * A case item whose case is open. What is agreed about a case can change until it closes, also after its
 * meeting did: a family waits less long than a table.
 */
export async function atOpenCase(
	work: Work,
	itemId: string
): Promise<Result<OpenCaseItem, 'not-found' | 'case-closed'>> {
	const at = await caseItem(work, itemId);
	if (!at.ok) return at;
	return at.value.family.case.closedAt ? fail('case-closed') : at;
}

/** Logs it, and tells everyone who looks at any item of the case, and who is concerned. */
export async function told(
	work: Work,
	at: OpenCaseItem,
	event: string,
	...personIds: string[]
): Promise<void> {
	await changed(work, at, event);
	for (const item of await work.store.agenda.ofCase(at.caseId)) work.touch(`item:${item.id}`);
	for (const personId of personIds) work.touch(`person:${personId}`);
}
