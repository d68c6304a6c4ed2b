import { DOCUMENT_EVENTS } from '#lib/protocol/documents.ts';
import { fail, ok } from '#lib/domain/result.ts';
import * as v from 'valibot';
import { transact } from '../transact.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';

/** Opening the shared text of an item is a read of its case, or a refused one: a row before any answer. */
export async function logOpening(
	hub: Hub,
	connection: Connection,
	payload: unknown
): Promise<void> {
	const input = v.safeParse(DOCUMENT_EVENTS['document:open'], payload);
	if (!input.success) return;
	const { documentId } = input.output;
	const access = await hub.access.of(documentId);
	await transact(
		hub.app(),
		connection.actor,
		async (work) => {
			const item = await work.store.agenda.find(documentId);
			const about = {
				objectKind: 'item' as const,
				objectId: documentId,
				caseId: item?.caseId ?? null
			};
			work.about(about);
			if (!access?.people.has(connection.personId)) return fail('not-found');
			await work.log({ event: 'read-text', ...about, ground: 'participant' });
			return ok();
		},
		'document:open'
	);
}
