import type { ConsentState, Custody } from '#lib/domain/consent.ts';
import type { LegalGround } from '#lib/domain/grounds.ts';
import { count, day, flag, id, index, json, moment, sequence, string, table } from '../columns.ts';
import { caregivers, cases, children } from './cases.ts';
import { agendaItems } from './tables.ts';

const ofItem = () =>
	id('item_id')
		.notNull()
		.references(() => agendaItems.id);
const ofCase = () =>
	id('case_id')
		.notNull()
		.references(() => cases.id);

/**
 * On what ground an organisation is at an item (R21). After one ended a next one is another row; the
 * newest row of an organisation is the one that counts.
 */
export const itemGrounds = table(
	'item_grounds',
	{
		id: id().primaryKey(),
		itemId: ofItem(),
		caseId: ofCase(),
		organisationId: id('organisation_id').notNull(),
		/** Null: is there as presenter or chair, and the ground is still to be recorded. */
		ground: string('ground').$type<LegalGround>(),
		explanation: string('explanation').notNull().default(''),
		/** Whether the family was informed; null: not known yet. */
		informed: flag('informed'),
		notInformedBecause: string('not_informed_because').notNull().default(''),
		/** The last day that counts. */
		endsOn: day('ends_on'),
		/** Null: nobody recorded it, it goes with the kind of organisation. */
		recordedBy: id('recorded_by'),
		recordedAt: moment('recorded_at').notNull(),
		endedAt: moment('ended_at'),
		/** Who withdrew it; null with a moment above: its last day had passed. */
		endedBy: id('ended_by'),
		endedBecause: string('ended_because').notNull().default(''),
		/** Grows with each change; 0: given of itself, or taken along. */
		revision: count('revision').notNull().default(0)
	},
	(t) => [
		index('item_grounds_item').on(t.itemId),
		index('item_grounds_case').on(t.caseId),
		index('item_grounds_ends').on(t.endsOn)
	]
);

/** What a person said about sharing on a child; never changed, the newest counts. */
export const consentFacts = table(
	'consent_facts',
	{
		/** In which order they were recorded: the newest counts. */
		seq: sequence(),
		id: id().notNull(),
		itemId: ofItem(),
		caseId: ofCase(),
		childId: id('child_id')
			.notNull()
			.references(() => children.id),
		/** The child itself, or a caregiver. */
		subjectId: id('subject_id').notNull(),
		state: string('state').$type<ConsentState>().notNull(),
		on: day('on_day').notNull(),
		/** Null: for all at the table. */
		organisationIds: json<string[]>('organisation_ids'),
		recordedBy: id('recorded_by').notNull(),
		recordedAt: moment('recorded_at').notNull()
	},
	(t) => [index('consent_facts_case').on(t.caseId)]
);

/** Whether a caregiver has custody of a child; never changed, the newest counts. */
export const custodyFacts = table(
	'custody_facts',
	{
		/** In which order they were recorded: the newest counts. */
		seq: sequence(),
		id: id().notNull(),
		itemId: ofItem(),
		caseId: ofCase(),
		childId: id('child_id')
			.notNull()
			.references(() => children.id),
		caregiverId: id('caregiver_id')
			.notNull()
			.references(() => caregivers.id),
		custody: string('custody').$type<Custody>().notNull(),
		recordedBy: id('recorded_by').notNull(),
		recordedAt: moment('recorded_at').notNull()
	},
	(t) => [index('custody_facts_case').on(t.caseId)]
);

/** Why is shared without complete consent: proportionality and subsidiarity, once per item (R21). */
export const sharingReasons = table(
	'sharing_reasons',
	{
		itemId: ofItem().primaryKey(),
		caseId: ofCase(),
		why: string('why').notNull(),
		lessWouldDo: string('less_would_do').notNull(),
		otherWay: string('other_way').notNull(),
		informed: flag('informed').notNull(),
		notInformedBecause: string('not_informed_because').notNull().default(''),
		recordedBy: id('recorded_by').notNull(),
		recordedAt: moment('recorded_at').notNull(),
		/** Grows with each change; 0: taken along from the item it was carried over from. */
		revision: count('revision').notNull()
	},
	(t) => [index('sharing_reasons_case').on(t.caseId)]
);

/** A question to someone who may not know the case; what that person is sent is age and text alone. */
export const anonymousQuestions = table(
	'anonymous_questions',
	{
		id: id().primaryKey(),
		itemId: ofItem(),
		caseId: ofCase(),
		childId: id('child_id')
			.notNull()
			.references(() => children.id),
		/** The child's age on the day of asking. */
		years: count('years').notNull(),
		/** In the first year only. */
		months: count('months'),
		text: string('text').notNull(),
		personId: id('person_id').notNull(),
		askedBy: id('asked_by').notNull(),
		askedAt: moment('asked_at').notNull(),
		answer: string('answer'),
		answeredAt: moment('answered_at'),
		withdrawnAt: moment('withdrawn_at')
	},
	(t) => [
		index('anonymous_questions_case').on(t.caseId),
		index('anonymous_questions_person').on(t.personId)
	]
);
