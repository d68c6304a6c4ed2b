import { fail, ok, type Result } from '#lib/domain/result.ts';
import { transact } from '../transact.ts';
import { loadView } from '../views/load-view.ts';
import type { Topic } from '../work.ts';
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
	{ topic, remote }: { topic: string; remote: boolean }
): Promise<Result<object>> {
	const app = hub.app();
	const opened = await transact(
		app,
		connection.actor,
		async (work) => {
			const loaded = await loadView(app, work.store, connection.actor, topic as Topic);
			if (!loaded) return fail('not-found');
			for (const entry of loaded.reads) await work.log(entry);
			return ok(loaded.parts);
		},
		'open-view'
	);
	if (!opened.ok) return opened;
	if (topic.startsWith('meeting:')) connection.remote = remote;
	connection.opened(topic, opened.value);
	const parts = { ...opened.value, ...live(hub, topic, opened.value) };
	connection.opened(topic, parts);
	hub.presenceChanged([topic]);
	return ok(parts);
}
