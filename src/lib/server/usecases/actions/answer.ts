import type { ActionStep } from '#lib/domain/action.ts';
import { type Result, ok } from '#lib/domain/result.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { Work } from '../../work.ts';
import { stepAction } from './step-action.ts';

/** The steps that need no more than themselves; `stepAction` holds their rules. */
export const accept = (work: Work, { actionId }: CheckedInput<'action.accept'>) =>
	take(work, actionId, { kind: 'accept' });

export const decline = (work: Work, { actionId, reason }: CheckedInput<'action.decline'>) =>
	take(work, actionId, { kind: 'decline', reason });

export const start = (work: Work, { actionId }: CheckedInput<'action.start'>) =>
	take(work, actionId, { kind: 'start' });

export const finish = (work: Work, { actionId, doneOn, result }: CheckedInput<'action.finish'>) =>
	take(work, actionId, { kind: 'finish', on: doneOn, result: result || null });

export const reopen = (work: Work, { actionId }: CheckedInput<'action.reopen'>) =>
	take(work, actionId, { kind: 'reopen' });

/** "Niemand pakt dit op": the chair holds it, until this day. */
export const leaveUnowned = (work: Work, { actionId, due }: CheckedInput<'action.leave-unowned'>) =>
	take(work, actionId, { kind: 'set-unowned', due });

export const withdraw = (work: Work, { actionId, reason }: CheckedInput<'action.withdraw'>) =>
	take(work, actionId, { kind: 'withdraw' }, { reason });

async function take(
	work: Work,
	actionId: string,
	step: ActionStep,
	detail: Record<string, string> = {}
): Promise<Result> {
	const outcome = await stepAction(work, actionId, step, detail);
	return outcome.ok ? ok() : outcome;
}
