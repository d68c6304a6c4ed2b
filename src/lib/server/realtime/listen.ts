import { DOCUMENT_EVENTS, isDocumentEvent } from '#lib/protocol/documents.ts';
import { liveEvents } from '#lib/protocol/live.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import * as v from 'valibot';
import { renewSessionById } from '../auth/sessions.ts';
import { execute } from '../execute.ts';
import { logError } from '../log.ts';
import { answerHistory } from '../usecases/assessment/answer-history.ts';
import { transact } from '../transact.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { answerDocumentEvent } from './documents/events.ts';
import { logOpening } from './log-opening.ts';
import { openView } from './open-view.ts';
import { Allowance } from './allowance.ts';

type Acknowledge = (reply: unknown) => void;

/** Everything a tab may say, each checked for shape, pace and right before it reaches a use-case. */
export function listen(hub: Hub, connection: Connection): void {
	const { socket } = connection;
	const app = hub.app();
	const allowance = new Allowance(app.clock);

	const on = <S extends v.GenericSchema>(
		event: string,
		schema: S,
		handle: (input: v.InferOutput<S>) => Promise<unknown>
	) =>
		socket.on(event, (payload: unknown, acknowledge?: unknown) => {
			const reply: Acknowledge =
				typeof acknowledge === 'function' ? (acknowledge as Acknowledge) : () => {};
			if (!hub.connections.has(connection.id)) return;
			const input = v.safeParse(schema, payload);
			if (!input.success) return reply(fail('invalid-input'));
			handle(input.output).then(reply, (error: unknown) => {
				// A fault costs this one message; the room goes on.
				logError(event, error);
				reply(fail('not-available'));
			});
		});

	const paced = (answer: () => Promise<Result<unknown>>): Promise<Result<unknown>> =>
		allowance.take() ? answer() : Promise.resolve(fail('too-fast'));

	on('view:open', liveEvents['view:open'], (input) =>
		paced(() => openView(hub, connection, input))
	);
	on('view:close', liveEvents['view:close'], async ({ topic }) => {
		connection.closed(topic);
		hub.presenceChanged([topic]);
		return ok();
	});
	on('command', liveEvents.command, (input) => paced(() => execute(app, connection.actor, input)));
	on('here', liveEvents.here, async () =>
		(await renewSessionById(app, connection.sessionId)) ? ok() : fail('signed-out')
	);
	on('answer:history', liveEvents['answer:history'], (input) =>
		paced(() =>
			transact(app, connection.actor, (work) => answerHistory(work, input), 'answer:history')
		)
	);

	const atItem = async (_: Connection, documentId: string) => {
		const access = await hub.access.of(documentId);
		return access?.people.has(connection.personId) ? access : null;
	};
	for (const event of Object.keys(DOCUMENT_EVENTS).filter(isDocumentEvent))
		on(event, v.unknown(), async (payload) => {
			if (event === 'document:open') await logOpening(hub, connection, payload);
			return answerDocumentEvent(hub.rooms, atItem, connection, event, payload);
		});
}
