import { fail, ok, type Result } from '#lib/domain/result.ts';
import { hasArrived } from '#lib/domain/retry.ts';
import { taskStatus } from '#lib/domain/task-status.ts';
import { familyNames, holdsNames } from '../../outbox/payload.ts';
import type { ListedTask } from '../../store/caldav.ts';
import { repositories } from '../../store/repositories.ts';
import type { SendError } from '../connector.ts';
import { bringTask } from './bring-task.ts';
import type { Change } from './client.ts';
import { alone, messageOf, newestTold, type OnList } from './on-list.ts';
import { endsRound } from './refusal.ts';
import { takeIn, takeOut } from './take-in.ts';
import { fileOf } from './task-of.ts';

type Looked = Result<void, SendError>;

/**
 * One look at a task list: takes in what changed in our tasks since the last, and writes back what is owed.
 * Of other tasks it learns the names of their files and no more.
 */
export async function poll(at: OnList, { isPaused }: { isPaused: boolean }): Promise<Looked> {
	const changed = await takeChanges(at);
	if (!changed.ok || isPaused) return changed;
	return writeOwed(at);
}

async function takeChanges(at: OnList): Promise<Looked> {
	const { app, list, connectorId } = at;
	const { taskLists } = repositories(app.database.reader);
	const marks = await list.marks();
	if (!marks.ok) {
		// One broken file of another program can keep a server from saying anything of its list.
		if (marks.error === 'answered-error') await takeOneByOne(at);
		return marks;
	}
	const before = await taskLists.state(connectorId);
	const { syncToken, ctag } = marks.value;
	const isSame = syncToken
		? syncToken === before?.syncToken
		: ctag !== null && ctag === before?.ctag;
	if (isSame) return ok();

	// Read first: what is written to the list meanwhile must not seem to be missing from it.
	const ours = await taskLists.tasks(connectorId);
	const since = syncToken ? (before?.syncToken ?? null) : null;
	const found = await changesOf(at, ours, since);
	if (!found.ok) return found;
	const taken = await takeEach(at, ours, found.value.changes);
	// What could not be read now is asked again: the list is not seen through.
	if (!taken.ok) return taken;
	const after = found.value.syncToken ?? syncToken;
	await app.database.write((queries) =>
		repositories(queries).taskLists.keepState({ connectorId, syncToken: after, ctag })
	);
	return ok();
}

/** By the list's own memory (RFC 6578), and where it has none or forgot, by comparing every version. */
async function changesOf(
	{ list }: OnList,
	ours: readonly ListedTask[],
	since: string | null
): Promise<Result<{ changes: Change[]; syncToken: string | null }, SendError>> {
	const some = since === null ? fail('no-token') : await list.changesSince(since);
	if (some.ok) return some;
	if (some.error !== 'no-token') return fail(some.error);
	const all = await list.files();
	if (!all.ok) return all;
	const there = new Map(all.value.map(({ file, etag }) => [file, etag]));
	const changes = ours
		.map(({ subjectId }) => fileOf(subjectId))
		.map((file) => ({ file, etag: there.get(file) ?? null }));
	return ok({ changes, syncToken: null });
}

async function takeEach(
	at: OnList,
	ours: readonly ListedTask[],
	changes: readonly Change[]
): Promise<Looked> {
	const byFile = new Map(ours.map((row) => [fileOf(row.subjectId), row]));
	let outcome: Looked = ok();
	for (const { file, etag } of changes) {
		const row = byFile.get(file);
		if (!row) continue;
		const taken = await alone(at, row.subjectId, () => takeOne(at, row.subjectId, etag));
		if (taken.ok) continue;
		if (endsRound(taken.error)) return taken;
		// One task that can not be read keeps no other from being read.
		outcome = taken;
	}
	return outcome;
}

async function takeOne(
	at: OnList,
	subjectId: string,
	etag: string | null,
	isTroubled = false
): Promise<Looked> {
	const { taskLists } = repositories(at.app.database.reader);
	const row = await taskLists.task(at.connectorId, subjectId);
	if (!row || row.etag === etag) return ok();
	const found = await at.list.get(fileOf(subjectId));
	if (!found.ok) return found;
	if (found.value) await takeIn(at, row, found.value);
	// Where the list itself is in trouble, nothing can be said of what is not there.
	else if (!isTroubled) await takeOut(at, row);
	return ok();
}

/** Without the list's help: each of ours by itself, as long as the server gives them. */
async function takeOneByOne(at: OnList): Promise<void> {
	const ours = await repositories(at.app.database.reader).taskLists.tasks(at.connectorId);
	for (const { subjectId } of ours) {
		const taken = await alone(at, subjectId, () => takeOne(at, subjectId, null, true));
		if (!taken.ok) return;
	}
}

/** What they changed that is ours, and what was answered in the app since. */
async function writeOwed(at: OnList): Promise<Looked> {
	const store = repositories(at.app.database.reader);
	for (const row of await store.taskLists.tasks(at.connectorId)) {
		if (!row.owed && !(await isAnsweredHere(at, row))) continue;
		const told = await newestTold(at, row.subjectId);
		// What is still on its way is the outbox's, in its order.
		if (!told || !hasArrived(told.delivery.status) || (await isWithheld(at, row, told.row.payload)))
			continue;
		const brought = await bringTask(at, messageOf(told));
		if (!brought.ok && endsRound(brought.error)) return fail(brought.error);
	}
	return ok();
}

async function isAnsweredHere(at: OnList, row: ListedTask): Promise<boolean> {
	if (row.kind !== 'action') return false;
	const action = await repositories(at.app.database.reader).actions.find(row.subjectId);
	if (action?.ownerOrganisationId !== at.organisationId) return false;
	return action.statusRevision > row.statusRevision && taskStatus(action.status) !== row.status;
}

/** A name may have been registered since it left; it does not leave a second time (DL9). */
async function isWithheld(at: OnList, row: ListedTask, payload: object): Promise<boolean> {
	const store = repositories(at.app.database.reader);
	const item = await store.agenda.find(row.itemId);
	const family = item?.caseId ? await store.cases.family(item.caseId) : null;
	return holdsNames(payload, familyNames(family));
}
