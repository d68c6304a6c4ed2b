import { DOCUMENT_EVENTS, isDocumentEvent } from '#lib/protocol/documents.ts';
import { liveEvents } from '#lib/protocol/live.ts';
import { fail, ok } from '#lib/domain/result.ts';
import * as v from 'valibot';
import { renewSessionById } from '../auth/sessions.ts';
import { execute } from '../execute.ts';
import { logError } from '../log.ts';
import { StorageReadOnly } from '../store/disk.ts';
import { answerHistory } from '../usecases/assessment/answer-history.ts';
import { transact } from '../transact.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { answerDocumentEvent } from './documents/events.ts';
import { logOpening } from './log-opening.ts';
import { openView } from './open-view.ts';
import { Allowance, TAPPING, TYPING } from './allowance.ts';

type Acknowledge = (reply: unknown) => void;

/** Everything a tab may say, each checked for shape, pace and right before it reaches a use-case. */
export function listen(hub: Hub, connection: Connection): void {
	const { socket } = connection;
	const app = hub.app();
	const tapping = new Allowance(app.clock, TAPPING);
	const typing = new Allowance(app.clock, TYPING);

	const on = <S extends v.GenericSchema>(
		event: string,
		schema: S,
		handle: (input: v.InferOutput<S>) => Promise<unknown>,
		allowance = tapping
	) =>
		socket.on(event, (payload: unknown, acknowledge?: unknown) => {
			const reply: Acknowledge =
				typeof acknowledge === 'function' ? (acknowledge as Acknowledge) : () => {};
			if (!hub.connections.has(connection.id)) return;
			// First, before anything is parsed or looked up: no message is free of charge.
			if (!allowance.take()) return reply(fail('too-fast'));
			const input = v.safeParse(schema, payload);
			if (!input.success) return reply(fail('invalid-input'));
			handle(input.output).then(reply, (error: unknown) => {
				// A fault costs this one message; the room goes on.
				logError(event, error);
				reply(fail(error instanceof StorageReadOnly ? 'storage-read-only' : 'not-available'));
			});
		});

	on('view:open', liveEvents['view:open'], (input) => openView(hub, connection, input));
	on('view:close', liveEvents['view:close'], async ({ topic }) => {
		// Else anyone could have everyone's view of anything made again.
		if (!connection.looksAt(topic)) return ok();
		connection.closed(topic);
		hub.presenceChanged([topic]);
		return ok();
	});
	on('command', liveEvents.command, (input) => execute(app, connection.actor, input));
	on('here', liveEvents.here, async () =>
		(await renewSessionById(app, connection.sessionId)) ? ok() : fail('signed-out')
	);
	on('answer:history', liveEvents['answer:history'], (input) =>
		transact(app, connection.actor, (work) => answerHistory(work, input), 'answer:history')
	);

	const atItem = async (_: Connection, documentId: string) => {
		const access = await hub.access.of(documentId);
		return access?.people.has(connection.personId) ? access : null;
	};
	for (const event of Object.keys(DOCUMENT_EVENTS).filter(isDocumentEvent))
		on(
			event,
			v.unknown(),
			async (payload) => {
				const logged = event === 'document:open' ? logOpening(hub, connection, payload) : undefined;
				const answer = answerDocumentEvent(hub.rooms, atItem, connection, event, payload, logged);
				const [reply] = await Promise.all([answer, logged]);
				return reply;
			},
			event === 'document:open' ? tapping : typing
		);
}
