import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { ApiAction } from '#lib/protocol/api.ts';
import type { Work } from '../work.ts';
import { apiAction } from './api/api-action.ts';

/**
 * The own organisation's actions for its administrator's spreadsheet: exactly what its own system may fetch,
 * and of the case its code alone. An administrator reads no cases, and who administers everything gets this
 * of no other organisation.
 */
export async function organisationActions(
	work: Work,
	publicUrl: URL
): Promise<Result<ApiAction[], 'not-found'>> {
	const { actor, store } = work;
	work.about({ objectKind: 'organisation', objectId: actor.organisationId });
	if (actor.administers === 'nothing' || actor.connectorId) return fail('not-found');
	const actions = await store.actions.ofOrganisation(actor.organisationId);
	const entry = { event: 'export-organisation-actions', ground: 'administrator' } as const;
	for (const caseId of new Set(actions.map((action) => action.caseId)))
		await work.log({ ...entry, objectKind: 'case', objectId: caseId, caseId });
	if (actions.length === 0)
		await work.log({ ...entry, objectKind: 'organisation', objectId: actor.organisationId });
	const told: ApiAction[] = [];
	for (const action of actions)
		if (action.status !== 'unowned') told.push(await apiAction(store, action, publicUrl));
	return ok(told);
}
