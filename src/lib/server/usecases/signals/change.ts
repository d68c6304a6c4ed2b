import { fail, ok } from '#lib/domain/result.ts';
import { mayChangeSignal } from '#lib/domain/signals.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { UseCase } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { atSignal, whoRun } from './at-signal.ts';
import { addStep } from './feedback.ts';
import { checkSaid } from './record.ts';

/** Corrects what a signal says; everyone who knew it sees the correction. */
export const correctSignal: UseCase<CheckedInput<'signal.correct'>> = async (
	work,
	{ itemId, signalId, expected, ...said }
) => {
	const found = await atSignal(work, { itemId, signalId });
	if (!found.ok) return found;
	const { at, signal, feedback } = found.value;
	const may = mayChangeSignal(signal, work.actor.personId, at.runs);
	if (!may.ok) return may;
	const { revision } = signal;
	if (revision !== expected) return fail('stale', { revision });
	const values = await checkSaid(work, at, said, signal.signallerId);
	if (!values.ok) return values;
	await work.store.signals.change(signalId, {
		...values.value,
		correctedAt: work.now,
		revision: revision + 1
	});
	// Someone outside the item does not hear it at the table.
	if (feedback.status === 'at-table' && values.value.signallerId === null)
		await addStep(work, found.value, itemId, { status: 'owed' });
	await told(work, at, 'signal.correct', feedback.tellerId);
	return ok();
};

/** It stays, as withdrawn, with the reason; nothing follows from it any more. */
export const withdrawSignal: UseCase<CheckedInput<'signal.withdraw'>> = async (work, input) => {
	const found = await atSignal(work, input);
	if (!found.ok) return found;
	const { at, signal, feedback } = found.value;
	const may = mayChangeSignal(signal, work.actor.personId, at.runs);
	if (!may.ok) return may;
	const { revision } = signal;
	if (revision !== input.expected) return fail('stale', { revision });
	await work.store.signals.change(signal.id, {
		withdrawnBy: work.actor.personId,
		withdrawnAt: work.now,
		withdrawnReason: input.reason,
		revision: revision + 1
	});
	await told(work, at, 'signal.withdraw', feedback.tellerId, ...(await whoRun(work, at)));
	return ok();
};
