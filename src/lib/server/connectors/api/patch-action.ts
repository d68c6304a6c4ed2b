import {
	actionId as anActionId,
	idempotencyKey as anIdempotencyKey,
	statusReport
} from '#lib/protocol/api.ts';
import * as v from 'valibot';
import type { App } from '../../app.ts';
import { repositories } from '../../store/repositories.ts';
import { transact } from '../../transact.ts';
import { reportStatus } from '../../usecases/connectors/report-status.ts';
import { openOwn, shown } from './action.ts';
import { apiAction } from './api-action.ts';
import { asClient } from './as-client.ts';
import type { ConnectorActor } from './authenticate.ts';
import { jsonBody } from './body.ts';
import { etagOf, names } from './etag.ts';
import { problem, refusal } from './problem.ts';

/** Refusals that come with the action as it is now, so that the sender can show it and ask again. */
const WITH_CURRENT = ['stale', 'wrong-status', 'changed'] as const;
type WithCurrent = (typeof WITH_CURRENT)[number];

/** `PATCH /api/v1/acties/{id}`: status coming back. */
export function patchAction(
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
		const body = await jsonBody(request);
		if (!body.ok) return problem(body.error);
		const status = v.safeParse(statusReport, body.value);
		if (!status.success)
			return problem('invalid-input', { field: v.getDotPath(status.issues[0]) ?? '' });

		const ifMatch = request.headers.get('if-match');
		const outcome = await transact(
			app,
			actor,
			(work) =>
				reportStatus(work, {
					connectorId: actor.connectorId,
					actionId: id,
					status: status.output,
					idempotencyKey: key,
					holds: async (action) => {
						if (ifMatch === null) return true;
						const now = await apiAction(work.store, action, app.settings.publicUrl);
						return names(ifMatch, etagOf(now), 'strong-only');
					}
				}),
			'report-status'
		);
		if (outcome.ok) return shown(app, outcome.value);
		const code = WITH_CURRENT.find((each) => each === outcome.error);
		return code ? conflict(app, actor, id, code) : refusal(outcome.error);
	});
}

async function conflict(
	app: App,
	actor: ConnectorActor,
	id: string,
	code: WithCurrent
): Promise<Response> {
	const found = await openOwn(app, actor, id);
	if (!found.ok) return refusal(found.error);
	const store = repositories(app.database.reader);
	const current = await apiAction(store, found.value, app.settings.publicUrl);
	return problem(code, { current }, { etag: etagOf(current) });
}
