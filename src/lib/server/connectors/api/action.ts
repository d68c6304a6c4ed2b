import { actionId as anActionId, idempotencyKey as anIdempotencyKey } from '#lib/protocol/api.ts';
import * as v from 'valibot';
import { ok } from '#lib/domain/result.ts';
import type { App } from '../../app.ts';
import type { Action } from '../../store/actions.ts';
import { repositories } from '../../store/repositories.ts';
import { transact } from '../../transact.ts';
import { confirmRead } from '../../usecases/connectors/confirm-read.ts';
import { ownAction } from '../../usecases/connectors/own-action.ts';
import { apiAction } from './api-action.ts';
import { asClient } from './as-client.ts';
import type { ConnectorActor } from './authenticate.ts';
import { etagOf, names } from './etag.ts';
import { fetched } from './fetched.ts';
import { answer, problem, refusal } from './problem.ts';

/** `GET /api/v1/acties/{id}`; 304 when it is still what the client has. */
export function getAction(
	app: App,
	request: Request,
	address: string,
	id: string
): Promise<Response> {
	return asClient(app, request, address, async (actor) => {
		if (!v.is(anActionId, id)) return problem('not-found');
		const found = await openOwn(app, actor, id);
		if (!found.ok) return refusal(found.error);
		return shown(app, found.value, request.headers.get('if-none-match'));
	});
}

/** `POST /api/v1/acties/{id}/gelezen`: somebody there has seen it. */
export function postRead(
	app: App,
	request: Request,
	address: string,
	id: string
): Promise<Response> {
	return asClient(app, request, address, async (actor) => {
		if (!v.is(anActionId, id)) return problem('not-found');
		const key = request.headers.get('idempotency-key');
		if (key !== null && !v.is(anIdempotencyKey, key))
			return problem('invalid-input', { field: 'Idempotency-Key' });
		const input = { connectorId: actor.connectorId, actionId: id };
		const outcome = await transact(app, actor, (work) => confirmRead(work, input), 'confirm-read');
		return outcome.ok ? answer(204, null) : refusal(outcome.error);
	});
}

/** An action of the client's own organisation, logged as read. */
export function openOwn(app: App, actor: ConnectorActor, id: string) {
	return transact(
		app,
		actor,
		async (work) => {
			const own = await ownAction(work, id, 'open-action');
			if (!own.ok) return own;
			await fetched(work, [id]);
			return ok(own.value);
		},
		'open-action'
	);
}

export async function shown(app: App, action: Action, has: string | null = null) {
	const store = repositories(app.database.reader);
	const body = await apiAction(store, action, app.settings.publicUrl);
	const etag = etagOf(body);
	const isSame = has !== null && names(has, etag, 'weak-too');
	return isSame ? answer(304, null, { etag }) : answer(200, body, { etag });
}
