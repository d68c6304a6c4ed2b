import { describe, expect, test } from 'vitest';
import {
	checkTopics,
	type Feedback,
	feedbackDue,
	type FeedbackStatus,
	type FeedbackStep,
	firstFeedback,
	isOverdue,
	itemOfStep,
	mayStep,
	stepsKnown
} from './signals-feedback.ts';

const TODAY = '2026-11-24';
const feedback = (status: FeedbackStatus, more: Partial<Feedback> = {}): Feedback => ({
	status,
	tellerId: 'bas',
	dueOn: '2026-12-01',
	topics: ['plan'],
	...more
});

describe('feedback that is owed', () => {
	test.each([
		['2026-11-24', '2026-12-08'],
		['2026-11-10', '2026-11-24'],
		['2026-10-25', '2026-11-24'],
		['2026-12-24', '2027-01-07']
	])('SI4 of a signal of %s at the latest on %s', (givenOn, due) => {
		expect(feedbackDue(givenOn, TODAY)).toBe(due);
	});

	test('SI4 by who wrote it down; a signaller who takes part hears it at the table', () => {
		const first = (signallerHere: boolean) =>
			firstFeedback({ givenOn: TODAY, signallerHere }, 'bas', TODAY);
		expect(first(false)).toEqual({
			status: 'owed',
			tellerId: 'bas',
			dueOn: '2026-12-08',
			topics: []
		});
		expect(first(true).status).toBe('at-table');
	});

	test('SI5 something may be told, or no more than that it is being worked on', () => {
		expect(checkTopics([])).toMatchObject({ error: 'topics-missing' });
		expect(checkTopics(['being-worked-on', 'plan'])).toMatchObject({ error: 'topics-exclude' });
		expect(checkTopics(['being-worked-on']).ok).toBe(true);
		expect(checkTopics(['plan', 'coordinator', 'help-started', 'action-taken']).ok).toBe(true);
	});

	test.each<[FeedbackStatus, FeedbackStep, string | null]>([
		['at-table', 'agree', null],
		['at-table', 'give', 'feedback-not-agreed'],
		['at-table', 'cannot', 'feedback-not-agreed'],
		['at-table', 'reopen', 'feedback-open'],
		['owed', 'agree', null],
		['owed', 'give', null],
		['owed', 'cannot', null],
		['owed', 'reopen', 'feedback-open'],
		['given', 'agree', 'feedback-done'],
		['given', 'give', 'feedback-done'],
		['given', 'cannot', 'feedback-done'],
		['given', 'reopen', null],
		['impossible', 'agree', 'feedback-done'],
		['impossible', 'give', 'feedback-done'],
		['impossible', 'cannot', 'feedback-done'],
		['impossible', 'reopen', null]
	])('SI6 %s: %s gives %s', (status, step, refusal) => {
		const outcome = mayStep(feedback(status), step);
		expect(outcome.ok ? null : outcome.error).toBe(refusal);
	});

	test('SI5 nothing is told before it is agreed what; that it cannot be told needs no agreement', () => {
		const open = feedback('owed', { topics: [] });
		expect(mayStep(open, 'give')).toMatchObject({ error: 'feedback-not-agreed' });
		expect(mayStep(open, 'cannot').ok).toBe(true);
	});

	test('SI7 overdue from the day after the last day, as long as it is owed', () => {
		expect(isOverdue(feedback('owed', { dueOn: TODAY }), TODAY)).toBe(false);
		const late = { dueOn: '2026-11-23' };
		expect(isOverdue(feedback('owed', late), TODAY)).toBe(true);
		for (const status of ['at-table', 'given', 'impossible'] as const)
			expect(isOverdue(feedback(status, late), TODAY)).toBe(false);
	});
});

describe('whose step counts', () => {
	const step = (itemId: string, number: number) => ({ itemId, number });
	const items = ['first', 'second'];

	test('SI8 by item, then as they came; what was recorded at an unknown item is not there', () => {
		const steps = [step('first', 1), step('second', 2), step('first', 3)];
		const numbers = (known: string[]) =>
			stepsKnown(steps, items, new Set(known)).map(({ number }) => number);
		expect(numbers(['first', 'second'])).toEqual([1, 3, 2]);
		expect(numbers(['first'])).toEqual([1, 3]);
	});

	test('SI8 a step that builds on a later one is recorded there', () => {
		expect(itemOfStep('first', step('second', 2), items)).toBe('second');
		expect(itemOfStep('second', step('first', 1), items)).toBe('second');
		expect(itemOfStep('first', undefined, items)).toBe('first');
	});
});
