import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import type { Outcome } from './connector.ts';
import { senders } from './senders.ts';
import { targetOf } from './target.ts';
import { transact } from '../transact.ts';
import type { Actor } from '../work.ts';
import { administered, logConnector } from '../usecases/connectors/may-administer.ts';

/** Sends one event without any case to a connection and says what came of it. Paused ones can be tested too. */
export async function testConnector(
	app: App,
	actor: Actor,
	connectorId: string
): Promise<Result<Outcome>> {
	const allowed = await transact(
		app,
		actor,
		async (work) => {
			const connector = await administered(work, connectorId);
			if (connector.ok) await logConnector(work, 'test-connector', connectorId);
			return connector;
		},
		'test-connector'
	);
	if (!allowed.ok) return allowed;
	const sender = senders(app)[allowed.value.kind];
	// Who fetches by itself is tested from its own side.
	if (!sender) return fail('not-found');
	const outcome = await sender.send(
		targetOf(app, allowed.value),
		{
			id: app.ids.id(),
			kind: 'test',
			subjectId: connectorId,
			at: app.clock.now(),
			payload: { message: 'Dit is een proef van Casustafel. Er hoort geen casus bij.' }
		},
		new AbortController().signal
	);
	await transact(
		app,
		actor,
		async (work) => {
			const error = outcome.ok ? null : outcome.error;
			await work.store.delivery.addExchange({ connectorId, at: work.now, what: 'test', error });
			// It works again, as far as anyone can tell; a pause is ended by who resumes it.
			if (outcome.ok)
				await work.store.delivery.changeConnector(connectorId, {
					...{ failingSince: null, failedAttempts: 0 }
				});
			return ok();
		},
		'test-connector'
	);
	return ok(outcome);
}
