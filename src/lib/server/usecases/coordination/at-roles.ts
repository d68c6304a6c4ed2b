import { type CaseRole, type RoleStanding, standingRole } from '#lib/domain/coordination.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { StoredTerm } from '../../store/coordination.ts';
import type { Work } from '../../work.ts';
import type { OpenCaseItem } from '../assessment/open-case-item.ts';
import { atOpenCase } from '../at-open-case.ts';

export interface AtRole {
	at: OpenCaseItem;
	/** Of both roles, in the order in which they began. */
	terms: StoredTerm[];
	standing: RoleStanding<StoredTerm>;
}

export async function atRole(
	work: Work,
	{ itemId, role }: { itemId: string; role: CaseRole }
): Promise<Result<AtRole, 'not-found' | 'case-closed'>> {
	const at = await atOpenCase(work, itemId);
	if (!at.ok) return at;
	const { coordination } = work.store;
	const terms = await coordination.terms(at.value.caseId);
	const gone = await coordination.gone(at.value.caseId);
	return ok({ at: at.value, terms, standing: standingRole(terms, role, gone) });
}

/** Ends the terms of a role that stand so; also of who is gone, so that nothing comes back with him or her. */
export async function endTerms(
	work: Work,
	{ terms }: AtRole,
	role: CaseRole,
	status: 'asked' | 'accepted'
): Promise<string[]> {
	const standing = terms.filter((term) => term.role === role && term.status === status);
	for (const { id } of standing)
		await work.store.coordination.changeTerm(id, { status: 'ended', endedAt: work.now });
	return standing.flatMap(({ personId }) => personId ?? []);
}
