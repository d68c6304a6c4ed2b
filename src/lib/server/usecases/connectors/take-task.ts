import { answersFromList } from '#lib/domain/task-status.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { StatusReport } from '#lib/protocol/api.ts';
import { markRead } from '../../outbox/arrived.ts';
import type { Action } from '../../store/actions.ts';
import type { ListedTask } from '../../store/caldav.ts';
import type { Work } from '../../work.ts';
import { confirmRead } from './confirm-read.ts';
import { ownAction } from './own-action.ts';
import { reportStatus } from './report-status.ts';

export interface ChangedTask {
	before: ListedTask;
	now: ListedTask;
	/** The day they say it was done. */
	doneOn: string | null;
	comment: string;
	/** They changed words or date, of which the table is master. */
	isTextChanged: boolean;
}

/** As long as the API takes. */
const REASON_MAX = 500;
const NO_REASON = 'Zonder reden, via de takenlijst';

/**
 * Takes in what was changed in a task on an organisation's list: its status as a step of the action, all
 * else as proof that somebody there has seen it. An answer to an older text is refused (DL24).
 */
export async function takeTask(work: Work, changed: ChangedTask): Promise<Result<void>> {
	const { before, now } = changed;
	if (before.kind === 'action-list') return takeList(work, now);
	const found = await ownAction(work, before.subjectId, 'read-task');
	if (!found.ok) return found;
	const action = found.value;
	if (now.revision < before.revision) return fail('stale');

	let kept = now;
	let isAnswered = false;
	if (now.status !== before.status) {
		if (isFinishedHere(action, changed)) kept = { ...kept, owed: 'all' };
		else {
			const answered = await answer(work, action, changed);
			if (!answered.ok) return answered;
			isAnswered = answered.value > 0;
			const after = await work.store.actions.find(action.id);
			kept = { ...kept, statusRevision: after?.statusRevision ?? kept.statusRevision };
		}
	}
	if (!isAnswered && now.revision === action.revision) {
		const read = await confirmRead(work, {
			connectorId: now.connectorId,
			actionId: action.id
		});
		if (!read.ok) return read;
	}
	if (changed.isTextChanged) {
		kept = { ...kept, owed: kept.owed ?? 'text' };
		await work.store.delivery.addExchange({
			connectorId: now.connectorId,
			at: work.now,
			what: 'status-in',
			error: 'text-changed-there'
		});
	}
	await work.store.taskLists.keep(kept);
	return ok();
}

/** Finished in the app since we last looked: that is not undone by a list that did not know of it. */
function isFinishedHere(action: Action, { before, now }: ChangedTask): boolean {
	const isNewer = action.statusRevision > before.statusRevision;
	return isNewer && action.status === 'done' && now.status !== 'COMPLETED';
}

async function answer(
	work: Work,
	action: Action,
	{ now, doneOn, comment }: ChangedTask
): Promise<Result<number>> {
	const answers = answersFromList(action.status, now.status);
	for (const status of answers) {
		const report: StatusReport = {
			status,
			revision: now.revision,
			...(status === 'declined' && { reason: comment.slice(0, REASON_MAX) || NO_REASON }),
			// A clock there that runs ahead makes it no day that has yet to come.
			...(status === 'done' && doneOn && doneOn <= work.today && { doneOn })
		};
		const reported = await reportStatus(work, {
			connectorId: now.connectorId,
			actionId: action.id,
			status: report,
			idempotencyKey: null
		});
		if (!reported.ok) return reported;
	}
	return ok(answers.length);
}

/** What they do with the task of an action list is theirs; that they did something shows that it was seen. */
async function takeList(work: Work, now: ListedTask): Promise<Result<void>> {
	const item = await work.store.agenda.find(now.itemId);
	const about = {
		objectKind: 'item' as const,
		objectId: now.itemId,
		caseId: item?.caseId ?? null
	};
	work.about(about);
	await work.log({ event: 'read-task', ...about, ground: 'organisation' });
	const list = {
		id: now.subjectId,
		itemId: now.itemId,
		ownerOrganisationId: work.actor.organisationId
	};
	await markRead(work, list, now.connectorId);
	await work.store.delivery.addExchange({
		connectorId: now.connectorId,
		at: work.now,
		what: 'read-in'
	});
	await work.store.taskLists.keep(now);
	return ok();
}
