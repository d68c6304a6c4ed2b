import type { App } from '../../app.ts';
import type { Message, Outcome, Sender, Target } from '../connector.ts';
import { bringTask } from './bring-task.ts';
import { writeTask } from './map.ts';
import { onList, type OnList } from './on-list.ts';
import type { DavParts } from './pinned-fetch.ts';
import { fileOf, uidOf } from './task-of.ts';

/** A whole attempt, shorter than the outbox holds its claim. */
const ATTEMPT_MS = 30_000;

/** A task list (CalDAV, RFC 4791): each action is a task (VTODO) on it. */
export function caldav(app: App, parts: DavParts): Sender {
	return {
		async send(target: Target, message: Message, closing: AbortSignal): Promise<Outcome> {
			const signal = AbortSignal.any([closing, AbortSignal.timeout(ATTEMPT_MS)]);
			const at = onList(app, target, parts, signal);
			return message.kind === 'test' ? tryOut(at, message) : bringTask(at, message);
		}
	};
}

/** Writes a task and takes it away: what we need to be able to do, and nothing of it is left. */
async function tryOut({ app, list }: OnList, { id, payload }: Message): Promise<Outcome> {
	const now = app.clock.now();
	const text = {
		uid: uidOf(id),
		title: 'Proef van Casustafel',
		due: null,
		lines: [String(payload.message ?? '')],
		link: app.settings.publicUrl.href,
		revision: 1
	};
	const ics = writeTask(null, text, { status: 'NEEDS-ACTION', doneOn: null }, now);
	const put = await list.put(fileOf(id), ics, null);
	if (!put.ok) return { ok: false, error: seen(put.error) };
	const found = await list.get(fileOf(id));
	if (!found.ok) return found;
	if (!found.value) return { ok: false, error: 'not-a-task-list' };
	const removed = await list.remove(fileOf(id), found.value.etag);
	return removed.ok ? { ok: true } : { ok: false, error: seen(removed.error) };
}

const seen = <E extends string>(error: E | 'changed') =>
	error === 'changed' ? 'changed-meanwhile' : error;
