import { fail, ok, type Result } from '#lib/domain/result.ts';
import {
	checkTopics,
	type FeedbackStep,
	itemOfStep,
	mayStep
} from '#lib/domain/signals-feedback.ts';
import type { CheckedInput } from '#lib/protocol/commands.ts';
import type { StoredStep } from '../../store/signals.ts';
import type { UseCase, Work } from '../../work.ts';
import { told } from '../at-open-case.ts';
import { type AtSignal, atSignal, isHere, whoRun } from './at-signal.ts';

/** What a step changes of how the feedback stood. */
type Change = Partial<
	Pick<
		StoredStep,
		'status' | 'tellerId' | 'dueOn' | 'topics' | 'line' | 'givenBy' | 'givenOn' | 'how' | 'reason'
	>
>;

/** What may be told, by whom and before when. Whoever is asked to tell finds it on "Vandaag". */
export const agreeFeedback: UseCase<CheckedInput<'feedback.agree'>> = (work, input) =>
	step(work, input, 'agree', async ({ at, feedback }) => {
		const topics = checkTopics(input.topics);
		if (!topics.ok) return topics;
		if (input.dueOn < work.today && input.dueOn !== feedback.dueOn) return fail('date-in-past');
		if (!(await isHere(work, at, input.tellerId))) return fail('not-a-participant');
		const { tellerId, dueOn, line } = input;
		return ok({ status: 'owed', tellerId, dueOn, topics: [...new Set(input.topics)], line });
	});

export const giveFeedback: UseCase<CheckedInput<'feedback.give'>> = (work, input) =>
	step(work, input, 'give', async ({ at, signal, feedback }) => {
		if (input.on > work.today) return fail('date-in-future');
		if (input.on < signal.givenOn) return fail('feedback-before-signal');
		const { byId, on, how } = input;
		if (byId !== feedback.tellerId && !(await isHere(work, at, byId)))
			return fail('not-a-participant');
		return ok({ status: 'given', givenBy: byId, givenOn: on, how });
	});

export const cannotGiveFeedback: UseCase<CheckedInput<'feedback.cannot'>> = (work, input) =>
	step(work, input, 'cannot', async () => ok({ status: 'impossible', reason: input.reason }));

export const reopenFeedback: UseCase<CheckedInput<'feedback.reopen'>> = (work, input) =>
	step(work, input, 'reopen', async () => ok({ status: 'owed' }));

async function step(
	work: Work,
	input: { itemId: string; signalId: string; expected: number },
	kind: FeedbackStep,
	change: (found: AtSignal) => Promise<Result<Change>>
): Promise<Result<void>> {
	const found = await atSignal(work, input);
	if (!found.ok) return found;
	const { at, signal, steps, feedback } = found.value;
	if (signal.withdrawnAt) return fail('signal-withdrawn');
	if (steps.length !== input.expected) return fail('stale', { revision: steps.length });
	const may = mayStep(feedback, kind);
	if (!may.ok) return may;
	const changed = await change(found.value);
	if (!changed.ok) return changed;
	await addStep(work, found.value, input.itemId, changed.value);
	const teller = changed.value.tellerId ?? feedback.tellerId;
	const concerned = new Set([feedback.tellerId, teller, ...(await whoRun(work, at))]);
	await told(work, at, `feedback.${kind}`, ...concerned);
	return ok();
}

/** Adds a step to how the feedback stands for the actor. */
export async function addStep(
	work: Work,
	{ feedback, itemsOldestFirst, stepsTaken }: AtSignal,
	itemId: string,
	change: Change
): Promise<void> {
	await work.store.signals.addStep({
		...feedback,
		...{ givenBy: null, givenOn: null, how: '', reason: null },
		...change,
		id: work.id(),
		itemId: itemOfStep(itemId, feedback, itemsOldestFirst),
		number: stepsTaken + 1,
		recordedBy: work.actor.personId,
		recordedAt: work.now
	});
}
