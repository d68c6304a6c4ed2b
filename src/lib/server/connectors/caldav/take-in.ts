import type { ListedTask } from '../../store/caldav.ts';
import { repositories } from '../../store/repositories.ts';
import { transact } from '../../transact.ts';
import { takeTask } from '../../usecases/connectors/take-task.ts';
import { taskGone } from '../../usecases/connectors/task-gone.ts';
import type { StoredTask } from './client.ts';
import { hasOtherText, readTask, type Task } from './map.ts';
import { actorOf, messageOf, newestTold, type OnList } from './on-list.ts';
import { taskOf, uidOf } from './task-of.ts';

/**
 * Takes in what they changed in a task of ours. What is refused (an answer to an older text, say) changes
 * nothing here, stands in the exchanges, and is owed back to the list.
 */
export async function takeIn(at: OnList, row: ListedTask, found: StoredTask): Promise<void> {
	if (row.etag === found.etag) return;
	const task = readTask(found.ics);
	const seen = { ...row, etag: found.etag };
	if (!task) return note(at, { ...seen, owed: 'all' }, 'unreadable');
	// Another task in the place of ours: ours is not there any more.
	if (task.uid !== uidOf(row.subjectId)) return takeOut(at, row);
	const revision = task.revision ?? row.revision;
	const now = { ...seen, revision, status: task.status, fingerprint: task.fingerprint };
	// The server, or a program by itself, wrote it again.
	if (task.fingerprint === row.fingerprint && revision === row.revision) return note(at, now, null);
	const isTextChanged = await hasTheirText(at, now, task);
	const outcome = await transact(
		at.app,
		actorOf(at),
		(work) => takeTask(work, { before: row, now, isTextChanged, ...task }),
		'report-status'
	);
	if (outcome.ok) return;
	// Another organisation's by now: there is nothing to take in, and nothing to put back.
	if (outcome.error === 'not-found') return note(at, now, null);
	if (outcome.error !== 'storage-read-only')
		return note(at, { ...now, owed: 'all' }, outcome.error);
}

/** A task of ours that is not on the list any more. */
export async function takeOut(at: OnList, row: ListedTask): Promise<void> {
	await transact(at.app, actorOf(at), (work) => taskGone(work, row), 'task-gone');
}

async function hasTheirText(at: OnList, now: ListedTask, task: Task): Promise<boolean> {
	const told = await newestTold(at, now.subjectId);
	if (!told || told.row.revision !== now.revision) return false;
	const text = taskOf(messageOf(told), at.app.settings.publicUrl);
	return 'uid' in text && hasOtherText(task, text);
}

async function note(at: OnList, row: ListedTask, error: string | null): Promise<void> {
	await at.app.database.write(async (queries) => {
		const store = repositories(queries);
		await store.taskLists.keep(row);
		if (error)
			await store.delivery.addExchange({
				connectorId: at.connectorId,
				at: at.app.clock.now(),
				what: 'status-in',
				error
			});
	});
}
