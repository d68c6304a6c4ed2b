import { isOpen } from '#lib/domain/action.ts';
import { hasArrived } from '#lib/domain/retry.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { ListedTask } from '../../store/caldav.ts';
import type { Work } from '../../work.ts';

/**
 * A task was taken off an organisation's list. Of one that was closed that is tidying up. An open one is
 * still agreed, and nobody there sees it any more: its delivery fails, for the chair to see. It is not
 * sent again by itself; they did not want it there.
 */
export async function taskGone(work: Work, row: ListedTask): Promise<Result<void>> {
	const { delivery, taskLists, agenda } = work.store;
	const item = await agenda.find(row.itemId);
	const about = {
		objectKind: row.kind === 'action' ? ('action' as const) : ('item' as const),
		objectId: row.subjectId,
		caseId: item?.caseId ?? null
	};
	work.about(about);
	await taskLists.forget(row.connectorId, row.subjectId);
	if (!(await isStillAsked(work, row))) return ok();
	await work.log({ event: 'task-gone', ...about, ground: 'organisation' });
	const told = await delivery.toldAbout(row.subjectId, work.actor.organisationId);
	const newest = told.findLast((one) => one.delivery.connectorId === row.connectorId);
	if (!newest || !hasArrived(newest.delivery.status)) return ok();
	const error = 'removed-there';
	await delivery.changeDelivery(newest.delivery.id, {
		status: 'failed',
		error,
		parkedAt: work.now,
		nextAttemptAt: null
	});
	await delivery.addExchange({
		connectorId: row.connectorId,
		at: work.now,
		what: 'status-in',
		error
	});
	work.touch(`item:${row.itemId}`);
	return ok();
}

async function isStillAsked(work: Work, row: ListedTask): Promise<boolean> {
	if (row.kind === 'action-list')
		return row.status === 'NEEDS-ACTION' || row.status === 'IN-PROCESS';
	const action = await work.store.actions.find(row.subjectId);
	return action?.ownerOrganisationId === work.actor.organisationId && isOpen(action.status);
}
