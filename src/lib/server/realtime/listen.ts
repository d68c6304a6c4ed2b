import { DOCUMENT_EVENTS, type DocumentError } from '#lib/protocol/documents.ts';
import { liveEvents } from '#lib/protocol/live.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import * as v from 'valibot';
import { renewSessionById } from '../auth/sessions.ts';
import { execute } from '../execute.ts';
import { logError } from '../log.ts';
import { answerHistory } from '../usecases/assessment/answer-history.ts';
import { transact } from '../transact.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
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
	});
	on('command', liveEvents.command, (input) => paced(() => execute(app, connection.actor, input)));
	on('here', liveEvents.here, () => renewSessionById(app, connection.sessionId));
	on('answer:history', liveEvents['answer:history'], (input) =>
		paced(() =>
			transact(app, connection.actor, (work) => answerHistory(work, input), 'answer:history')
		)
	);

	const refused = (error: DocumentError) => ({ ok: false, error }) as const;
	const mayUse = async (documentId: string) => {
		const access = await hub.access.of(documentId);
		return access?.people.has(connection.personId) ? access : null;
	};
	on('document:open', DOCUMENT_EVENTS['document:open'], async (input) => {
		const access = await mayUse(input.documentId);
		return access ? hub.rooms.open(connection, input, access.roots) : refused('not-found');
	});
	on('document:update', DOCUMENT_EVENTS['document:update'], async (input) => {
		const access = await mayUse(input.documentId);
		if (!access) return refused('not-found');
		return access.writable ? hub.rooms.update(connection, input) : refused('storage-read-only');
	});
	on('document:cursor', DOCUMENT_EVENTS['document:cursor'], async (input) => {
		if (await mayUse(input.documentId)) hub.rooms.cursor(connection, input);
	});
	on('document:leave', DOCUMENT_EVENTS['document:leave'], async ({ documentId }) => {
		hub.rooms.leave(connection, documentId);
	});
}
