import type { ActionStatus } from '#lib/domain/action.ts';
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
import { cases } from './cases.ts';
import { agendaItems } from './tables.ts';

/** Who does what, at the latest when. Casustafel is master of text and owner, the organisation of status. */
export const actions = table(
	'actions',
	{
		id: id().primaryKey(),
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		title: string('title').notNull(),
		ownerOrganisationId: id('owner_organisation_id').notNull(),
		/** Null while it is the organisation's and no colleague has taken it. */
		ownerPersonId: id('owner_person_id'),
		/**
		 * The owner as agreed at the table, in words; null when it was left with the chair. Handing on or
		 * a new name does not change what was decided, so it is not read from the owner of today.
		 */
		agreedOwner: string('agreed_owner'),
		due: day('due').notNull(),
		/** To whom the result is told, in words without names of the family. */
		tellTo: string('tell_to').notNull().default(''),
		/** The open question of F28 this action answers, if it came from one. */
		questionId: string('question_id'),
		status: string('status').$type<ActionStatus>().notNull(),
		reason: string('reason'),
		doneOn: day('done_on'),
		result: string('result'),
		/** Grows with text, owner or due date; a delivery carries the one it told. */
		revision: count('revision').notNull(),
		/** Grows with status. */
		statusRevision: count('status_revision').notNull(),
		proposedBy: id('proposed_by').notNull(),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index('actions_item').on(t.itemId),
		index('actions_owner').on(t.ownerPersonId),
		index('actions_organisation').on(t.ownerOrganisationId)
	]
);

export const actionEvents = table(
	'action_events',
	{
		id: id().primaryKey(),
		actionId: id('action_id')
			.notNull()
			.references(() => actions.id),
		kind: string('kind').notNull(),
		at: moment('at').notNull(),
		personId: id('person_id'),
		/** Set when a status came back by a connector. */
		connectorId: id('connector_id'),
		detail: json<Record<string, string | number | null>>('detail').notNull()
	},
	(t) => [index('action_events_action').on(t.actionId)]
);

/** The exact text of an item's decisions; a change makes a new version and reopens ratification. */
export const decisionVersions = table(
	'decision_versions',
	{
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		version: count('version').notNull(),
		text: string('text').notNull(),
		hash: string('hash').notNull(),
		createdAt: moment('created_at').notNull(),
		/** When all who were at the item had ratified, or the chair concluded without the rest. */
		ratifiedAt: moment('ratified_at')
	},
	(t) => [primaryKey({ columns: [t.itemId, t.version] })]
);

export const ratifications = table(
	'ratifications',
	{
		itemId: id('item_id').notNull(),
		version: count('version').notNull(),
		personId: id('person_id').notNull(),
		hash: string('hash').notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.version, t.personId] })]
);

/** What stood on the record of an item when its meeting closed: fixed. */
export const itemRecords = table(
	'item_records',
	{
		itemId: id('item_id').primaryKey(),
		meetingId: id('meeting_id').notNull(),
		content: json<unknown>('content').notNull(),
		hash: string('hash').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		uniqueIndex('item_records_item').on(t.itemId),
		index('item_records_meeting').on(t.meetingId)
	]
);
