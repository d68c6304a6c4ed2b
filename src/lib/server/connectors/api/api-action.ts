import type { ApiAction } from '#lib/protocol/api.ts';
import { actionPayload, familyNames, holdsNames } from '../../outbox/payload.ts';
import type { Action } from '../../store/actions.ts';
import type { Repositories } from '../../store/repositories.ts';

/** An action as its organisation may fetch it: the same rule for what leaves as for what is sent. */
export async function apiAction(
	store: Repositories,
	action: Action,
	publicUrl: URL
): Promise<ApiAction> {
	const { path, ...data } = await actionPayload(store, action, action.ownerOrganisationId);
	const withheld = holdsNames(data, familyNames(await store.cases.family(action.caseId)));
	return {
		...data,
		title: withheld ? null : data.title,
		link: new URL(path, publicUrl).href,
		status: action.status,
		doneOn: action.doneOn
	};
}
