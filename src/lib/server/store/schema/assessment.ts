import type { AnswerValue } from '#lib/domain/answer.ts';
import type { Risk, Safety } from '#lib/domain/judgement.ts';
import type { MeldcodeDecision } from '#lib/domain/veilig-thuis.ts';
import {
	count,
	day,
	id,
	index,
	json,
	moment,
	primaryKey,
	string,
	table,
	uniqueIndex
} from '../columns.ts';
import { agendaItems } from './tables.ts';

const ofItem = () =>
	id('item_id')
		.notNull()
		.references(() => agendaItems.id);

/**
 * Each person's answers, every value ever given. The standing answer is the one with `supersededAt` null;
 * `revision` counts per (item, subject, question, person) from 1.
 */
export const answers = table(
	'answers',
	{
		id: id().primaryKey(),
		itemId: ofItem(),
		/** The child, or for section C and G30 the adult. */
		subjectId: id('subject_id').notNull(),
		questionId: string('question_id').notNull(),
		personId: id('person_id').notNull(),
		organisationId: id('organisation_id').notNull(),
		/** Who typed it: someone else when it was said "namens". */
		enteredBy: id('entered_by').notNull(),
		value: json<AnswerValue>('value').notNull(),
		source: string('source'),
		observedOn: day('observed_on'),
		revision: count('revision').notNull(),
		createdAt: moment('created_at').notNull(),
		supersededAt: moment('superseded_at')
	},
	(t) => [
		uniqueIndex('answers_revision').on(t.itemId, t.subjectId, t.questionId, t.personId, t.revision)
	]
);

/** The table's answer where people differ, recorded by the chair. */
export const tableAnswers = table(
	'table_answers',
	{
		id: id().primaryKey(),
		itemId: ofItem(),
		subjectId: id('subject_id').notNull(),
		questionId: string('question_id').notNull(),
		value: json<AnswerValue>('value').notNull(),
		recordedBy: id('recorded_by').notNull(),
		revision: count('revision').notNull(),
		createdAt: moment('created_at').notNull(),
		supersededAt: moment('superseded_at')
	},
	(t) => [uniqueIndex('table_answers_revision').on(t.itemId, t.subjectId, t.questionId, t.revision)]
);

/** One person's own judgement of one child; replaced by its owner until the reveal, frozen after it. */
export const judgements = table(
	'judgements',
	{
		itemId: ofItem(),
		childId: id('child_id').notNull(),
		personId: id('person_id').notNull(),
		organisationId: id('organisation_id').notNull(),
		safety: string('safety').$type<Safety>().notNull(),
		grade: count('grade').notNull(),
		risk: string('risk').$type<Risk>().notNull(),
		safetyReason: string('safety_reason').notNull(),
		riskReason: string('risk_reason').notNull(),
		revision: count('revision').notNull(),
		submittedAt: moment('submitted_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.childId, t.personId] })]
);

export const reveals = table(
	'reveals',
	{
		itemId: ofItem(),
		childId: id('child_id').notNull(),
		revealedAt: moment('revealed_at').notNull(),
		/** Null when all present had given theirs. */
		revealedBy: id('revealed_by')
	},
	(t) => [primaryKey({ columns: [t.itemId, t.childId] })]
);

export const jointJudgements = table(
	'joint_judgements',
	{
		id: id().primaryKey(),
		itemId: ofItem(),
		childId: id('child_id').notNull(),
		safety: string('safety').$type<Safety>().notNull(),
		grade: count('grade').notNull(),
		risk: string('risk').$type<Risk>().notNull(),
		motivation: string('motivation').notNull(),
		recordedBy: id('recorded_by').notNull(),
		revision: count('revision').notNull(),
		createdAt: moment('created_at').notNull(),
		supersededAt: moment('superseded_at')
	},
	(t) => [uniqueIndex('joint_judgements_revision').on(t.itemId, t.childId, t.revision)]
);

/** A deviating judgement of the joint one (H35), in its holder's words. */
export const dissents = table(
	'dissents',
	{
		itemId: ofItem(),
		childId: id('child_id').notNull(),
		personId: id('person_id').notNull(),
		reason: string('reason').notNull(),
		createdAt: moment('created_at').notNull(),
		withdrawnAt: moment('withdrawn_at')
	},
	(t) => [primaryKey({ columns: [t.itemId, t.childId, t.personId] })]
);

/** The Veilig Thuis step: what each organisation under the meldcode decided, per child. */
export const meldcodeDecisions = table(
	'meldcode_decisions',
	{
		id: id().primaryKey(),
		itemId: ofItem(),
		childId: id('child_id').notNull(),
		organisationId: id('organisation_id').notNull(),
		decision: string('decision').$type<MeldcodeDecision>().notNull(),
		because: string('because'),
		decidedOn: day('decided_on').notNull(),
		personId: id('person_id').notNull(),
		revision: count('revision').notNull(),
		createdAt: moment('created_at').notNull(),
		supersededAt: moment('superseded_at')
	},
	(t) => [index('meldcode_decisions_item').on(t.itemId)]
);
