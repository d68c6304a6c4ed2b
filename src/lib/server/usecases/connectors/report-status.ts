import type { ActionStep } from '#lib/domain/action.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { StatusReport } from '#lib/protocol/api.ts';
import { markRead } from '../../outbox/arrived.ts';
import type { Action } from '../../store/actions.ts';
import type { Work } from '../../work.ts';
import { stepAction } from '../actions/step-action.ts';
import { ownAction } from './own-action.ts';

export interface Report {
	connectorId: string;
	actionId: string;
	status: StatusReport;
	/** The sender's own; null when it gave none. */
	idempotencyKey: string | null;
	/** Whether the action is still as the sender saw it, if the sender asks for that. */
	holds?(action: Action): Promise<boolean>;
}

/**
 * Status coming back from an organisation's own system: the same step as in the app, for its own
 * actions only. Told twice, it takes effect once; a status the action has already changes nothing.
 */
export async function reportStatus(work: Work, report: Report): Promise<Result<Action>> {
	const found = await ownAction(work, report.actionId, 'report-status');
	if (!found.ok) return found;
	const action = found.value;
	const inputHash = work.hash(JSON.stringify([report.actionId, report.status]));
	const commandId = report.idempotencyKey
		? work.hash(`${report.connectorId} ${report.idempotencyKey}`)
		: null;
	const earlier = commandId && (await work.store.commands.find(commandId));
	if (earlier) return earlier.inputHash === inputHash ? ok(action) : fail('idempotency-key-reused');

	if (report.status.revision !== action.revision) return fail('stale');
	if (report.holds && !(await report.holds(action))) return fail('changed');
	let now = action;
	if (report.status.status !== action.status) {
		const stepped = await stepAction(work, action.id, stepTo(action, report.status, work.today));
		if (!stepped.ok) return stepped;
		now = stepped.value;
	}
	await markRead(work, now, report.connectorId);
	await work.store.delivery.addExchange({
		connectorId: report.connectorId,
		at: work.now,
		what: 'status-in'
	});
	if (commandId)
		await work.store.commands.add({
			id: commandId,
			personId: work.actor.personId,
			name: 'report-status',
			inputHash,
			result: null,
			at: work.now
		});
	return ok(now);
}

function stepTo(action: Action, report: StatusReport, today: string): ActionStep {
	switch (report.status) {
		case 'accepted':
			return { kind: 'accept' };
		case 'declined':
			return { kind: 'decline', reason: report.reason ?? '' };
		case 'in-progress':
			return { kind: action.status === 'done' ? 'reopen' : 'start' };
		case 'done':
			return { kind: 'finish', on: report.doneOn ?? today, result: report.result ?? null };
	}
}
