import { ok, type Result } from '#lib/domain/result.ts';
import {
	actionId as anActionId,
	idempotencyKey as anIdempotencyKey,
	statusReport
} from '#lib/protocol/api.ts';
import * as v from 'valibot';
import type { App } from '../../app.ts';
import type { Action } from '../../store/actions.ts';
import { repositories } from '../../store/repositories.ts';
import { transact } from '../../transact.ts';
import type { Work } from '../../work.ts';
import { confirmRead } from '../../usecases/connectors/confirm-read.ts';
import { ownAction } from '../../usecases/connectors/own-action.ts';
import { reportStatus } from '../../usecases/connectors/report-status.ts';
import { apiAction } from './api-action.ts';
import { authenticate, type ConnectorActor } from './authenticate.ts';
import { jsonBody } from './body.ts';
import { answer, isProblemCode, problem } from './problem.ts';

/** `GET /api/v1/acties`: the organisation's own actions, newest deadline last. */
export async function listActions(app: App, request: Request, address: string): Promise<Response> {
	const actor = await authenticate(app, request, address);
	if (actor instanceof Response) return actor;
	const listed = await transact(app, actor, (work) => ownActions(work), 'list-actions');
	if (!listed.ok) return refusal(listed.error);
	const store = repositories(app.database.reader);
	const { publicUrl } = app.settings;
	const acties = [];
	for (const action of listed.value) acties.push(await apiAction(store, action, publicUrl));
	return answer(200, { acties });
}

async function ownActions(work: Work): Promise<Result<Action[]>> {
	const { organisationId } = work.actor;
	const actions = await work.store.actions.ofOrganisation(organisationId);
	const entry = { event: 'list-actions', ground: 'owner' } as const;
	// Each read of a case is a row, also when several are read at once (NEN 7513).
	for (const caseId of new Set(actions.map((action) => action.caseId)))
		await work.log({ ...entry, objectKind: 'case', objectId: caseId, caseId });
	if (actions.length === 0)
		await work.log({ ...entry, objectKind: 'organisation', objectId: organisationId });
	return ok(actions);
}

/** `GET /api/v1/acties/{id}` */
export async function getAction(
	app: App,
	request: Request,
	address: string,
	id: string
): Promise<Response> {
	const actor = await authenticate(app, request, address);
	if (actor instanceof Response) return actor;
	if (!v.is(anActionId, id)) return problem('not-found');
	const found = await transact(
		app,
		actor,
		(work) => ownAction(work, id, 'open-action'),
		'open-action'
	);
	return found.ok ? shown(app, found.value) : refusal(found.error);
}

/** `PATCH /api/v1/acties/{id}`: status coming back. */
export async function patchAction(
	app: App,
	request: Request,
	address: string,
	id: string
): Promise<Response> {
	const actor = await authenticate(app, request, address);
	if (actor instanceof Response) return actor;
	if (!v.is(anActionId, id)) return problem('not-found');
	const key = request.headers.get('idempotency-key');
	if (key !== null && !v.is(anIdempotencyKey, key))
		return problem('invalid-input', { field: 'Idempotency-Key' });
	const body = await jsonBody(request);
	if (!body.ok) return problem(body.error);
	const status = v.safeParse(statusReport, body.value);
	if (!status.success)
		return problem('invalid-input', { field: v.getDotPath(status.issues[0]) ?? '' });

	const report = {
		connectorId: actor.connectorId,
		actionId: id,
		status: status.output,
		idempotencyKey: key
	};
	const outcome = await transact(app, actor, (work) => reportStatus(work, report), 'report-status');
	if (outcome.ok) return shown(app, outcome.value);
	if (outcome.error === 'stale' || outcome.error === 'wrong-status')
		return conflict(app, actor, id, outcome.error);
	return refusal(outcome.error);
}

/** `POST /api/v1/acties/{id}/gelezen`: somebody there has seen it. */
export async function postRead(
	app: App,
	request: Request,
	address: string,
	id: string
): Promise<Response> {
	const actor = await authenticate(app, request, address);
	if (actor instanceof Response) return actor;
	if (!v.is(anActionId, id)) return problem('not-found');
	const input = { connectorId: actor.connectorId, actionId: id };
	const outcome = await transact(app, actor, (work) => confirmRead(work, input), 'confirm-read');
	return outcome.ok ? answer(204, null) : refusal(outcome.error);
}

async function shown(app: App, action: Action): Promise<Response> {
	const store = repositories(app.database.reader);
	return answer(200, await apiAction(store, action, app.settings.publicUrl));
}

/** What the action is now, so that the sender can show it and ask again. */
async function conflict(
	app: App,
	actor: ConnectorActor,
	id: string,
	code: 'stale' | 'wrong-status'
): Promise<Response> {
	const found = await transact(
		app,
		actor,
		(work) => ownAction(work, id, 'open-action'),
		'open-action'
	);
	if (!found.ok) return refusal(found.error);
	const store = repositories(app.database.reader);
	const current = await apiAction(store, found.value, app.settings.publicUrl);
	return problem(code, { current });
}

/** A refusal without words of its own here says no more than that it is not yours. */
function refusal(code: string): Response {
	return problem(isProblemCode(code) ? code : 'not-found');
}
