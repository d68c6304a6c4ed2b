import {
	count,
	day,
	flag,
	id,
	index,
	moment,
	primaryKey,
	string,
	table,
	uniqueIndex
} from '../columns.ts';
import { connectors, type PauseReason } from './delivery.ts';
import { organisations } from './people.ts';

/**
 * What the chair or deputy handed over on paper, by subject and receiver. It counts for the text that was
 * handed over: a newer revision asks again.
 */
export const paperHandovers = table(
	'paper_handovers',
	{
		/** The action, or for an action list the item: as in the outbox. */
		subjectId: id('subject_id').notNull(),
		organisationId: id('organisation_id').notNull(),
		revision: count('revision').notNull(),
		itemId: id('item_id').notNull(),
		by: id('by').notNull(),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.subjectId, t.organisationId, t.revision] }),
		index('paper_handovers_item').on(t.itemId)
	]
);

/** What an organisation answered: is this version of the action list in its own dossier? Asked once. */
export const filedLists = table(
	'filed_lists',
	{
		itemId: id('item_id').notNull(),
		version: count('version').notNull(),
		organisationId: id('organisation_id').notNull(),
		filed: flag('filed').notNull(),
		/** Why not; may be empty. */
		reason: string('reason').notNull(),
		by: id('by').notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.version, t.organisationId] })]
);

/** A mail to one person that a connection was paused: written with the pause, sent after, then marked. */
export const connectorNotices = table(
	'connector_notices',
	{
		/** Also the mail's Message-ID, by which a repeat is recognised. */
		id: id().primaryKey(),
		connectorId: id('connector_id')
			.notNull()
			.references(() => connectors.id),
		personId: id('person_id').notNull(),
		because: string('because').$type<PauseReason>().notNull(),
		createdAt: moment('created_at').notNull(),
		attempts: count('attempts').notNull().default(0),
		/** When it may be tried; also while one has it in hand. */
		dueAt: moment('due_at').notNull(),
		/** Sent, or given up after too many attempts. */
		settledAt: moment('settled_at')
	},
	(t) => [index('connector_notices_due').on(t.settledAt, t.dueAt)]
);

/** Secret calendar addresses of organisations; only the hash is kept. */
export const organisationFeeds = table(
	'organisation_feeds',
	{
		id: id().primaryKey(),
		organisationId: id('organisation_id')
			.notNull()
			.references(() => organisations.id),
		tokenHash: string('token_hash').notNull(),
		createdOn: day('created_on').notNull(),
		createdBy: id('created_by').notNull(),
		revokedAt: moment('revoked_at')
	},
	(t) => [
		uniqueIndex('organisation_feeds_token').on(t.tokenHash),
		index('organisation_feeds_organisation').on(t.organisationId)
	]
);
