import type { Contact } from '#lib/domain/answer.ts';
import type { StillSafe } from '#lib/domain/closing.ts';
import type { FamilyChange } from '#lib/domain/closing-changes.ts';
import { day, id, index, moment, string, table } from '../columns.ts';
import { cases } from './cases.ts';
import { agendaItems } from './tables.ts';

/** Of which case, and at which item it was recorded: that decides who may know it (CK1). */
const recorded = () => ({
	id: id().primaryKey(),
	caseId: id('case_id')
		.notNull()
		.references(() => cases.id),
	itemId: id('item_id')
		.notNull()
		.references(() => agendaItems.id),
	recordedBy: id('recorded_by').notNull(),
	recordedAt: moment('recorded_at').notNull()
});

/** A child was seen or spoken with, recorded beside F26 (R9, R33). */
export const childContacts = table(
	'child_contacts',
	{
		...recorded(),
		childId: id('child_id').notNull(),
		on: day('on').notNull(),
		how: string('how').$type<Contact['how']>().notNull(),
		name: string('name').notNull(),
		function: string('function').notNull(),
		removedAt: moment('removed_at')
	},
	(t) => [index('child_contacts_case').on(t.caseId)]
);

/** Something changed in the family, so that an assessment may no longer fit (R11). */
export const familyChanges = table(
	'family_changes',
	{
		...recorded(),
		kind: string('kind').$type<FamilyChange>().notNull(),
		on: day('on').notNull(),
		/** In one line; may be empty when the kind says enough. */
		what: string('what').notNull(),
		/** Why no new assessment is needed. */
		notNeeded: string('not_needed'),
		notNeededBy: id('not_needed_by'),
		notNeededAt: moment('not_needed_at')
	},
	(t) => [index('family_changes_case').on(t.caseId)]
);

/** The day on which the table looks at the case again; the newest counts until it is dropped. */
export const caseReviews = table(
	'case_reviews',
	{
		...recorded(),
		on: day('on').notNull(),
		about: string('about').notNull(),
		droppedAt: moment('dropped_at')
	},
	(t) => [index('case_reviews_case').on(t.caseId)]
);

/** Each time a case closed: who stays in touch, the check afterwards, and whether it opened again. */
export const closures = table(
	'closures',
	{
		...recorded(),
		/** Null when it is someone outside the table; then only the words of `stays`. */
		staysId: id('stays_id'),
		stays: string('stays').notNull(),
		staysUntil: day('stays_until').notNull(),
		followUpOn: day('follow_up_on').notNull(),
		followUpId: id('follow_up_id').notNull(),
		checkedOn: day('checked_on'),
		checkedBy: id('checked_by'),
		stillSafe: string('still_safe').$type<StillSafe>(),
		seenBy: string('seen_by'),
		outcome: string('outcome'),
		reopenedAt: moment('reopened_at'),
		reopenedBy: id('reopened_by'),
		reopenedBecause: string('reopened_because')
	},
	(t) => [index('closures_case').on(t.caseId)]
);
