import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { MeetingView } from '#lib/protocol/views.ts';
import { logReads } from '../log-reads.ts';
import { repositories } from '../store/repositories.ts';
import { transact } from '../transact.ts';
import { loadView } from '../views/load-view.ts';
import type { AccessObject, Topic, Work } from '../work.ts';
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
	const { database } = app;
	const { actor } = connection;
	const logged = new Set<string>();
	let commits: number;
	let loaded;
	do {
		commits = database.commits;
		loaded = await loadView(app, repositories(database.reader), actor, topic as Topic);
		if (!loaded) return notThere(hub, connection, topic);
		const fresh = loaded.reads.filter((entry) => !logged.has(JSON.stringify(entry)));
		await logReads(app, actor, fresh);
		for (const entry of fresh) logged.add(JSON.stringify(entry));
		// Whatever is decided from here on is pushed; what was decided meanwhile must not be missed.
	} while (database.commits !== commits);
	connection.hasRead(topic, loaded.reads);
	const view = loaded.parts;
	if ('meeting' in view) connection.remote = (view as MeetingView).meeting.remote;
	connection.opened(topic, view);
	const parts = { ...view, ...live(hub, topic, view) };
	connection.opened(topic, parts);
	hub.presenceChanged([topic]);
	return ok(parts);
}

/** Absent and forbidden alike; the attempt is on the access log. */
async function notThere(
	hub: Hub,
	{ actor }: Connection,
	topic: string
): Promise<Result<never, 'not-found'>> {
	const refuse = async (work: Work) => {
		work.about(await objectOf(work, topic));
		return fail('not-found');
	};
	await transact(hub.app(), actor, refuse, 'view:open');
	return fail('not-found');
}

/** What a topic is about, for the row of a refusal; the case only when there is one. */
async function objectOf({ store }: Work, topic: string): Promise<AccessObject> {
	const [kind, objectId = ''] = topic.split(':');
	if (kind === 'meeting') return { objectKind: 'meeting', objectId };
	if (kind === 'person') return { objectKind: 'person', objectId };
	const item = await store.agenda.find(objectId);
	return { objectKind: 'item', objectId, caseId: item?.caseId ?? null };
}
