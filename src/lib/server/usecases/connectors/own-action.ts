import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Action } from '../../store/actions.ts';
import type { Work } from '../../work.ts';

/** An action of the organisation that asks by its key; absent and another's answer alike. Logged. */
export async function ownAction(
	work: Work,
	actionId: string,
	event: string
): Promise<Result<Action, 'not-found'>> {
	const action = await work.store.actions.find(actionId);
	const isOwn = action !== null && action.ownerOrganisationId === work.actor.organisationId;
	const about = {
		objectKind: 'action' as const,
		objectId: actionId,
		caseId: action?.caseId ?? null
	};
	work.about(about);
	if (!isOwn) return fail('not-found');
	await work.log({ event, ...about, ground: 'owner' });
	return ok(action);
}
