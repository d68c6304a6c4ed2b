import { type CaseRole, type RoleStanding, standingRole } from '#lib/domain/coordination.ts';
import type { StoredTerm } from '../../store/coordination.ts';
import type { Repositories } from '../../store/repositories.ts';

/** How a role of a case stands; who is no longer at the case holds nothing (CO9). */
export async function roleOf(
	store: Repositories,
	caseId: string,
	role: CaseRole
): Promise<RoleStanding<StoredTerm>> {
	const gone = await store.coordination.gone(caseId);
	return standingRole(await store.coordination.terms(caseId), role, gone);
}
