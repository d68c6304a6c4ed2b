import { ok, type Result } from '#lib/domain/result.ts';
import { actionsQuery, type ApiActionList } from '#lib/protocol/api.ts';
import type { App } from '../../app.ts';
import type { Action, ActionPage } from '../../store/actions.ts';
import { repositories } from '../../store/repositories.ts';
import { transact } from '../../transact.ts';
import type { Work } from '../../work.ts';
import { apiAction } from './api-action.ts';
import { asClient } from './as-client.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fetched } from './fetched.ts';
import { answer, problem, refusal } from './problem.ts';
import { nextLink, readQuery } from './query.ts';

/** `GET /api/v1/acties`: the organisation's own actions, in the order in which they were made. */
export function listActions(app: App, request: Request, address: string): Promise<Response> {
	return asClient(app, request, address, async (actor) => {
		const query = readQuery(request, actionsQuery);
		if (!query.ok) return problem('invalid-input', { field: query.error });
		const { na, aantal, status } = query.value;
		const after = na === undefined ? null : readCursor(na);
		if (na !== undefined && !after) return problem('invalid-input', { field: 'na' });

		// One more than is shown tells whether there is a next page.
		const page = { after, status: status ?? null, most: aantal + 1 };
		const listed = await transact(app, actor, (work) => ownActions(work, page), 'list-actions');
		if (!listed.ok) return refusal(listed.error);
		const shown = listed.value.slice(0, aantal);
		const last = listed.value.length > aantal ? shown.at(-1) : undefined;
		const next = last ? writeCursor(last) : null;

		const store = repositories(app.database.reader);
		const { publicUrl } = app.settings;
		const acties: ApiActionList['acties'] = [];
		for (const action of shown) acties.push(await apiAction(store, action, publicUrl));
		const body: ApiActionList = { acties, next };
		return answer(200, body, next ? { link: nextLink(request, publicUrl, 'na', next) } : {});
	});
}

async function ownActions(work: Work, page: ActionPage): Promise<Result<Action[]>> {
	const { organisationId } = work.actor;
	const found = await work.store.actions.pageOfOrganisation(organisationId, page);
	const entry = { event: 'list-actions', ground: 'owner' } as const;
	const shown = found.slice(0, page.most - 1);
	// Each read of a case is a row, also when several are read at once (NEN 7513).
	for (const caseId of new Set(shown.map((action) => action.caseId)))
		await work.log({ ...entry, objectKind: 'case', objectId: caseId, caseId });
	if (shown.length === 0)
		await work.log({ ...entry, objectKind: 'organisation', objectId: organisationId });
	await fetched(
		work,
		shown.map((action) => action.id)
	);
	return ok(found);
}
