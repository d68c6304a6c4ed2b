import { type CaseRole, type RoleStanding, standingRole } from '#lib/domain/coordination.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { StoredTerm } from '../../store/coordination.ts';
import type { Work } from '../../work.ts';
import { caseItem, changed, type OpenCaseItem } from '../assessment/open-case-item.ts';

/**
 * A case item whose case is open. Duties are given and taken until the case closes, also after its
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

export interface AtRole {
	at: OpenCaseItem;
	standing: RoleStanding<StoredTerm>;
}

export async function atRole(
	work: Work,
	{ itemId, role }: { itemId: string; role: CaseRole }
): Promise<Result<AtRole, 'not-found' | 'case-closed'>> {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	const terms = await work.store.coordination.terms(at.value.caseId);
	return ok({ at: at.value, standing: standingRole(terms, role) });
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
