import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { MeetingView } from '#lib/protocol/views.ts';
import { transact } from '../transact.ts';
import { loadView } from '../views/load-view.ts';
import type { AccessEntry, AccessObject, Topic, Work } from '../work.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { live } from './pusher.ts';

/**
 * Opens a view and keeps it fresh. The read is on the access log before anything is answered
 * (no row, no read); what is pushed later belongs to the same reading.
 */
export async function openView(
	hub: Hub,
	connection: Connection,
	{ topic }: { topic: string }
): Promise<Result<object>> {
	const app = hub.app();
	let reads: AccessEntry[] = [];
	const opened = await transact(
		app,
		connection.actor,
		async (work) => {
			work.about(await objectOf(work, topic));
			const loaded = await loadView(app, work.store, connection.actor, topic as Topic);
			if (!loaded) return fail('not-found');
			({ reads } = loaded);
			for (const entry of reads) await work.log(entry);
			return ok(loaded.parts);
		},
		'view:open'
	);
	if (!opened.ok) return opened;
	if ('meeting' in opened.value) connection.remote = (opened.value as MeetingView).meeting.remote;
	connection.opened(topic, opened.value);
	connection.hasRead(topic, reads);
	const parts = { ...opened.value, ...live(hub, topic, opened.value) };
	connection.opened(topic, parts);
	hub.presenceChanged([topic]);
	return ok(parts);
}

/** What a topic is about, for the row of a refusal; the case only when there is one. */
async function objectOf({ store }: Work, topic: string): Promise<AccessObject> {
	const [kind, objectId = ''] = topic.split(':');
	if (kind === 'meeting') return { objectKind: 'meeting', objectId };
	if (kind === 'person') return { objectKind: 'person', objectId };
	const item = await store.agenda.find(objectId);
	return { objectKind: 'item', objectId, caseId: item?.caseId ?? null };
}
