import { type CaseRole, type RoleStanding, standingRole } from '#lib/domain/coordination.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { StoredTerm } from '../../store/coordination.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase } from '../at-open-case.ts';

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
