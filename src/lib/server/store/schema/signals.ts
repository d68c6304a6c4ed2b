import type { FeedbackStatus, FeedbackTopic } from '#lib/domain/signals-feedback.ts';
import { count, day, id, index, json, moment, string, table } from '../columns.ts';
import { agendaItems } from './tables.ts';
import { cases } from './cases.ts';

/** What was seen or heard about a case, and by whom it was said (R6, R13). */
export const signals = table(
	'signals',
	{
		id: id().primaryKey(),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		/** Where it was recorded: decides who knows it. */
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		givenOn: day('given_on').notNull(),
		/** Someone at the item; null: someone outside it, in the words below. */
		signallerId: id('signaller_id'),
		signallerName: string('signaller_name').notNull(),
		signallerOrganisation: string('signaller_organisation').notNull(),
		fact: string('fact').notNull(),
		interpretation: string('interpretation').notNull(),
		source: string('source').notNull(),
		/** Null: about the family as a whole. */
		childId: id('child_id'),
		recordedBy: id('recorded_by').notNull(),
		recordedAt: moment('recorded_at').notNull(),
		correctedAt: moment('corrected_at'),
		withdrawnBy: id('withdrawn_by'),
		withdrawnAt: moment('withdrawn_at'),
		withdrawnReason: string('withdrawn_reason'),
		/** Grows with each correction. */
		revision: count('revision').notNull()
	},
	(t) => [index('signals_case').on(t.caseId)]
);

/** Each step of the feedback on a signal, whole: the last one is how it stands (R22). */
export const feedbackSteps = table(
	'feedback_steps',
	{
		id: id().primaryKey(),
		signalId: id('signal_id')
			.notNull()
			.references(() => signals.id),
		caseId: id('case_id').notNull(),
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		number: count('number').notNull(),
		status: string('status').$type<FeedbackStatus>().notNull(),
		tellerId: id('teller_id').notNull(),
		dueOn: day('due_on').notNull(),
		topics: json<FeedbackTopic[]>('topics').notNull(),
		line: string('line').notNull(),
		givenBy: id('given_by'),
		givenOn: day('given_on'),
		how: string('how').notNull(),
		/** Why it can't be given. */
		reason: string('reason'),
		recordedBy: id('recorded_by').notNull(),
		recordedAt: moment('recorded_at').notNull()
	},
	(t) => [index('feedback_steps_case').on(t.caseId)]
);
