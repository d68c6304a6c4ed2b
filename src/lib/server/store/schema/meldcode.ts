import type { Consulted, MappedSignals, OwnDecisions } from '#lib/domain/meldcode-steps.ts';
import type { PressureMoment } from '#lib/domain/pressure.ts';
import type { StraightKind } from '#lib/domain/straight.ts';
import type { Talk } from '#lib/domain/talk.ts';
import type { Weighing, WeighingQuestion } from '#lib/domain/weighing.ts';
import {
	count,
	day,
	flag,
	id,
	index,
	json,
	moment,
	string,
	table,
	uniqueIndex
} from '../columns.ts';
import { cases } from './cases.ts';
import { organisations } from './people.ts';
import { agendaItems } from './tables.ts';

const ofCase = () =>
	id('case_id')
		.notNull()
		.references(() => cases.id);
/** At which item it was recorded: who may know that item may know this (CK1). */
const atItem = () =>
	id('item_id')
		.notNull()
		.references(() => agendaItems.id);

/** What one professional wrote at one of the own steps; step 3 is what the talks say. */
export type StepEntry =
	| { step: 1; value: MappedSignals }
	| { step: 2; value: Consulted }
	| { step: 4; value: Weighing }
	| { step: 5; value: OwnDecisions };

/** Every version of every own step; the newest that one may know stands. */
export const meldcodeEntries = table(
	'meldcode_entries',
	{
		id: id().primaryKey(),
		caseId: ofCase(),
		itemId: atItem(),
		personId: id('person_id').notNull(),
		organisationId: id('organisation_id').notNull(),
		entry: json<StepEntry>('entry').notNull(),
		/** Of this person's entries at this case, from 1. */
		revision: count('revision').notNull(),
		/** At which item its words were shown to the others; null: they are the writer's own. */
		shownAt: id('shown_at'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [uniqueIndex('meldcode_entries_revision').on(t.caseId, t.personId, t.revision)]
);

/** Advice that an organisation asked of Veilig Thuis (R12). */
export const advices = table(
	'advices',
	{
		id: id().primaryKey(),
		caseId: ofCase(),
		itemId: atItem(),
		childIds: json<string[]>('child_ids').notNull(),
		organisationId: id('organisation_id').notNull(),
		askedBy: id('asked_by').notNull(),
		askedOn: day('asked_on').notNull(),
		adviser: string('adviser').notNull(),
		advice: string('advice').notNull(),
		/** Null: pseudonymous. */
		namedBecause: string('named_because'),
		recordedBy: id('recorded_by').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index('advices_case').on(t.caseId)]
);

/** What goes straight to Veilig Thuis, per child. */
export const straightMarks = table(
	'straight_marks',
	{
		id: id().primaryKey(),
		caseId: ofCase(),
		itemId: atItem(),
		childId: id('child_id').notNull(),
		kind: string('kind').$type<StraightKind>().notNull(),
		setBy: id('set_by').notNull(),
		createdAt: moment('created_at').notNull(),
		/** At which item it was taken back. */
		takenBackAt: id('taken_back_at'),
		takenBackBy: id('taken_back_by'),
		takenBackOn: day('taken_back_on'),
		reason: string('reason')
	},
	(t) => [index('straight_marks_case').on(t.caseId)]
);

/** A talk with parents or child (R16): a row for each version, so that one knows the one of one's own time. */
export const talks = table(
	'talks',
	{
		id: id().primaryKey(),
		talkId: id('talk_id').notNull(),
		caseId: ofCase(),
		itemId: atItem(),
		caregiverIds: json<string[]>('caregiver_ids').notNull(),
		childIds: json<string[]>('child_ids').notNull(),
		holderId: id('holder_id').notNull(),
		on: day('on').notNull(),
		helpFrom: string('help_from').notNull(),
		sayFirst: string('say_first').notNull(),
		status: string('status').$type<Talk['status']>().notNull(),
		/** How it went; of a talk that was not held, the reason of safety. */
		outcome: string('outcome').notNull(),
		revision: count('revision').notNull(),
		recordedBy: id('recorded_by').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [uniqueIndex('talks_revision').on(t.talkId, t.revision), index('talks_case').on(t.caseId)]
);

/** Pressure and compulsion, chosen, not now, or stepped down (R32). */
export const pressureMoments = table(
	'pressure_moments',
	{
		id: id().primaryKey(),
		caseId: ofCase(),
		itemId: atItem(),
		kind: string('kind').$type<PressureMoment['kind']>().notNull(),
		/** Which condition with which consequence, or which request; '' for "not now". */
		what: string('what').notNull(),
		why: string('why').notNull(),
		carrierId: id('carrier_id'),
		/** What the family was told. */
		told: string('told').notNull(),
		lookBackOn: day('look_back_on'),
		recordedBy: id('recorded_by').notNull(),
		recordedOn: day('recorded_on').notNull(),
		/** The table agreed; not asked for "not now". */
		agreed: flag('agreed').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index('pressure_moments_case').on(t.caseId)]
);

/** How an organisation words the weighing questions of step 4; without a row in the standard words. */
export const weighingQuestions = table('weighing_questions', {
	organisationId: id('organisation_id')
		.primaryKey()
		.references(() => organisations.id),
	/** The name of its own framework, as "Afwegingskader JGZ". */
	framework: string('framework').notNull(),
	words: json<Partial<Record<WeighingQuestion, string>>>('words').notNull(),
	revision: count('revision').notNull()
});
