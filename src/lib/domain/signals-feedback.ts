import type { Day } from './day.ts';
import { fail, ok, type Result } from './result.ts';

/** What may be told to whoever gave the signal (R22); the last one goes with nothing else. */
export const FEEDBACK_TOPICS = [
	'action-taken',
	'help-started',
	'plan',
	'coordinator',
	'being-worked-on'
] as const;
export type FeedbackTopic = (typeof FEEDBACK_TOPICS)[number];

/** `at-table`: the signaller takes part and hears it there. */
export type FeedbackStatus = 'at-table' | 'owed' | 'given' | 'impossible';

export interface Feedback {
	status: FeedbackStatus;
	/** Who tells. */
	tellerId: string;
	/** At the latest. */
	dueOn: Day;
	/** Empty: not agreed yet. */
	topics: readonly FeedbackTopic[];
}

/** Ten working days, counted as two weeks. */
export const FEEDBACK_DAYS = 14;

/** The last day unless another is agreed; never one that was over when the signal was written down. */
export function feedbackDue(givenOn: Day, today: Day): Day {
	const due = new Date(Date.parse(givenOn) + FEEDBACK_DAYS * 86_400_000).toISOString().slice(0, 10);
	return due < today ? today : due;
}

/** What is owed from the moment a signal is written down (SI4). */
export function firstFeedback(
	{ givenOn, signallerHere }: { givenOn: Day; signallerHere: boolean },
	recorderId: string,
	today: Day
): Feedback {
	return {
		status: signallerHere ? 'at-table' : 'owed',
		tellerId: recorderId,
		dueOn: feedbackDue(givenOn, today),
		topics: []
	};
}

/** "Being worked on" says: no more than that. */
export function checkTopics(
	topics: readonly FeedbackTopic[]
): Result<void, 'topics-missing' | 'topics-exclude'> {
	if (topics.length === 0) return fail('topics-missing');
	return topics.includes('being-worked-on') && topics.length > 1 ? fail('topics-exclude') : ok();
}

export type FeedbackStep = 'agree' | 'give' | 'cannot' | 'reopen';

/** Whether this can be done to the feedback as it stands (SI5, SI6). */
export function mayStep(
	{ status, topics }: Feedback,
	step: FeedbackStep
): Result<void, 'feedback-done' | 'feedback-not-agreed' | 'feedback-open'> {
	const done = status === 'given' || status === 'impossible';
	switch (step) {
		case 'agree':
			return done ? fail('feedback-done') : ok();
		case 'give':
			if (done) return fail('feedback-done');
			return status === 'owed' && topics.length > 0 ? ok() : fail('feedback-not-agreed');
		case 'cannot':
			if (done) return fail('feedback-done');
			return status === 'owed' ? ok() : fail('feedback-not-agreed');
		case 'reopen':
			return done ? ok() : fail('feedback-open');
	}
}

export function isOverdue({ status, dueOn }: Feedback, today: Day): boolean {
	return status === 'owed' && today > dueOn;
}

/** A step of feedback, with where it was recorded. */
export interface RecordedStep {
	itemId: string;
	/** The place of this step among all steps of its signal. */
	number: number;
}

/**
 * The steps that someone knows (CK1), in the order in which they follow on each other: by item, then as
 * they came. The last one is how the feedback stands for him or her.
 */
export function stepsKnown<T extends RecordedStep>(
	steps: readonly T[],
	itemsOldestFirst: readonly string[],
	known: ReadonlySet<string>
): T[] {
	const place = ({ itemId }: T) => itemsOldestFirst.indexOf(itemId);
	return steps
		.filter(({ itemId }) => known.has(itemId))
		.toSorted((a, b) => place(a) - place(b) || a.number - b.number);
}

/** A step builds on the one before it: it is recorded no earlier than that one was (SI8). */
export function itemOfStep(
	itemId: string,
	before: RecordedStep | undefined,
	itemsOldestFirst: readonly string[]
): string {
	const place = (id: string) => itemsOldestFirst.indexOf(id);
	return before && place(before.itemId) > place(itemId) ? before.itemId : itemId;
}
