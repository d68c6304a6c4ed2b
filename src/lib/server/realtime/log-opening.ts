import { fail } from '#lib/domain/result.ts';
import { DOCUMENT_EVENTS } from '#lib/protocol/documents.ts';
import * as v from 'valibot';
import { logReads } from '../log-reads.ts';
import { repositories } from '../store/repositories.ts';
import { transact } from '../transact.ts';
import type { AccessObject } from '../work.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';

/** Opening the shared text of an item is a read of its case, or a refused one: a row before any answer. */
export async function logOpening(
	hub: Hub,
	{ actor, personId }: Connection,
	payload: unknown
): Promise<void> {
	const input = v.safeParse(DOCUMENT_EVENTS['document:open'], payload);
	if (!input.success) return;
	const app = hub.app();
	const { documentId } = input.output;
	const access = await hub.access.of(documentId);
	const item = await repositories(app.database.reader).agenda.find(documentId);
	const about: AccessObject = {
		objectKind: 'item',
		objectId: documentId,
		caseId: item?.caseId ?? null
	};
	if (access?.people.has(personId))
		return logReads(app, actor, [{ event: 'read-text', ...about, ground: 'participant' }]);
	await transact(
		app,
		actor,
		async (work) => {
			work.about(about);
			return fail('not-found');
		},
		'document:open'
	);
}
