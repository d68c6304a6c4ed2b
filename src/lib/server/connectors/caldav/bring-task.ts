import { fail, ok, type Result } from '#lib/domain/result.ts';
import { taskStatus } from '#lib/domain/task-status.ts';
import type { Action } from '../../store/actions.ts';
import type { ListedTask } from '../../store/caldav.ts';
import { repositories } from '../../store/repositories.ts';
import type { Message, Outcome, SendError } from '../connector.ts';
import type { StoredTask } from './client.ts';
import { readTask, type Standing, type TaskText, writeTask } from './map.ts';
import { alone, newestTold, type OnList } from './on-list.ts';
import { takeIn } from './take-in.ts';
import { fileOf, taskOf } from './task-of.ts';

/** How often someone there may come between in one attempt. */
const MOST_TRIES = 4;
const NEW: Standing = { status: 'NEEDS-ACTION', doneOn: null };

/**
 * Makes the task on the list what a message says. Always over the version that was read (If-Match), or as a
 * new one (If-None-Match); when someone came between, what they did is taken in first. However often it is
 * told, it is one task.
 */
export function bringTask(at: OnList, message: Message): Promise<Outcome> {
	return alone(at, message.subjectId, async () => {
		if (await isOvertaken(at, message)) return { ok: true };
		for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
			const written = await write(at, message);
			if (!written.ok) return written;
			if (written.value === 'written') return { ok: true };
		}
		return { ok: false, error: 'changed-meanwhile' };
	});
}

/** It was long on its way, and what is newer goes by itself, or is there already: that stands (DL83). */
async function isOvertaken(at: OnList, message: Message): Promise<boolean> {
	const newest = await newestTold(at, message.subjectId);
	return newest !== null && newest.row.id !== message.id;
}

type Written = Result<'written' | 'changed', SendError>;

async function write(at: OnList, message: Message): Promise<Written> {
	const { app, list, connectorId } = at;
	const { subjectId } = message;
	const store = repositories(app.database.reader);
	const text = taskOf(message, app.settings.publicUrl);
	const found = await list.get(fileOf(subjectId));
	if (!found.ok) return found;
	const there = found.value;
	if (there && isForeign(there, text)) return fail('answered-refusal');

	const known = await store.taskLists.task(connectorId, subjectId);
	if (there) await takeIn(at, known ?? (await asNew(at, message, text)), there);
	else if (!('uid' in text)) return forgotten(at, subjectId);

	const row = await store.taskLists.task(connectorId, subjectId);
	const action = await store.actions.find(subjectId);
	const standing = standingOf(message, text.revision, there && row, action);
	const ics = writeTask(there?.ics ?? null, text, standing, app.clock.now());
	const task = readTask(ics);
	const before = there && readTask(there.ics);
	const isSame = before?.fingerprint === task?.fingerprint && before?.revision === task?.revision;
	let etag = there?.etag ?? null;
	if (!there || !isSame) {
		const put = await list.put(fileOf(subjectId), ics, etag);
		if (!put.ok) return put.error === 'changed' ? ok('changed') : fail(put.error);
		// Where the server does not tell which version it made of it, the next look does.
		etag = put.value ?? '';
	}
	await keep(at, {
		...(row ?? (await asNew(at, message, text))),
		etag: etag ?? '',
		revision: text.revision,
		status: task?.status ?? NEW.status,
		statusRevision: action?.statusRevision ?? 0,
		fingerprint: task?.fingerprint ?? '',
		owed: null
	});
	return ok('written');
}

/** Another program's task under the name of ours is not ours to write over. */
function isForeign({ ics }: StoredTask, text: TaskText | { revision: number }): boolean {
	const task = readTask(ics);
	return task !== null && 'uid' in text && task.uid !== text.uid;
}

/**
 * Theirs stays as long as it answers this text; a new text asks for a new answer, and what was answered in
 * the app since goes to the list.
 */
function standingOf(
	message: Message,
	revision: number,
	row: ListedTask | null,
	action: Action | null
): Standing | null {
	if (message.kind === 'action-withdrawn') return { status: 'CANCELLED', doneOn: null };
	const isTheirs = row !== null && row.revision === revision && row.owed !== 'all';
	if (message.kind === 'action-list-ratified' || !action) return isTheirs ? null : NEW;
	if (isTheirs && row.statusRevision === action.statusRevision) return null;
	return { status: taskStatus(action.status), doneOn: action.doneOn };
}

/** As it was when it had just been written: what differs from that, they changed. */
async function asNew(
	{ app, connectorId }: OnList,
	{ subjectId, kind }: Message,
	text: TaskText | { revision: number }
): Promise<ListedTask> {
	const action = await repositories(app.database.reader).actions.find(subjectId);
	const task = readTask(writeTask(null, text, NEW, app.clock.now()));
	return {
		connectorId,
		subjectId,
		itemId: action?.itemId ?? subjectId,
		kind: kind === 'action-list-ratified' ? 'action-list' : 'action',
		etag: '',
		revision: text.revision,
		status: NEW.status,
		statusRevision: 0,
		fingerprint: task?.fingerprint ?? '',
		owed: null
	};
}

/** Taken away where it was already taken away. */
async function forgotten({ app, connectorId }: OnList, subjectId: string): Promise<Written> {
	await app.database.write((queries) =>
		repositories(queries).taskLists.forget(connectorId, subjectId)
	);
	return ok('written');
}

async function keep({ app }: OnList, row: ListedTask): Promise<void> {
	await app.database.write((queries) => repositories(queries).taskLists.keep(row));
}
