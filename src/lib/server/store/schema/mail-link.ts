import {
	count,
	day,
	id,
	index,
	moment,
	primaryKey,
	string,
	table,
	uniqueIndex
} from '../columns.ts';
import { connectors } from './delivery.ts';

/** Why a link opens nothing any more. */
export type LinkEnd = 'done' | 'withdrawn' | 'other-owner';
/** To whom a reminder goes about an action: who has it, or the chair when no answer came. */
export type Reminded = 'owner' | 'chair';

/** A link in a mail to one action, or to the ratified list of one item, for one mailbox. */
export const mailLinks = table(
	'mail_links',
	{
		/** The secret of the link follows from this id and the key outside the database. */
		id: id().primaryKey(),
		connectorId: id('connector_id')
			.notNull()
			.references(() => connectors.id),
		organisationId: id('organisation_id').notNull(),
		kind: string('kind').$type<'action' | 'list'>().notNull(),
		/** The action, or the item of the list. */
		subjectId: id('subject_id').notNull(),
		/** Null: the mailbox of the team. */
		personId: id('person_id'),
		/** Where the link was mailed to, and where codes go. */
		address: string('address').notNull(),
		/** SHA-256 of the secret in the link. */
		tokenHash: string('token_hash').notNull(),
		createdAt: moment('created_at').notNull(),
		endedAt: moment('ended_at'),
		endedBecause: string('ended_because').$type<LinkEnd>()
	},
	(t) => [
		uniqueIndex('mail_links_token').on(t.tokenHash),
		index('mail_links_subject').on(t.subjectId, t.connectorId)
	]
);

/** One browser that opened a link: waiting for its code, or let in for half an hour. */
export const mailLinkVisits = table(
	'mail_link_visits',
	{
		/** SHA-256 of the cookie's value. */
		id: id().primaryKey(),
		linkId: id('link_id')
			.notNull()
			.references(() => mailLinks.id),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		/** Null: let in. Six digits are few: the hash is made with the key outside the database. */
		codeHash: string('code_hash'),
		codeUntil: moment('code_until'),
		attempts: count('attempts').notNull().default(0)
	},
	(t) => [index('mail_link_visits_link').on(t.linkId, t.createdAt)]
);

/** Browsers that gave a code for a link and asked to be known: by SHA-256 of their cookie's value. */
export const mailLinkBrowsers = table(
	'mail_link_browsers',
	{
		browserHash: id('browser_hash').notNull(),
		linkId: id('link_id')
			.notNull()
			.references(() => mailLinks.id),
		createdAt: moment('created_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.browserHash, t.linkId] })]
);

/** The one mail with reminders that an address gets on a day. */
export const reminderMails = table(
	'reminder_mails',
	{
		id: id().primaryKey(),
		address: string('address').notNull(),
		day: day('day').notNull(),
		createdAt: moment('created_at').notNull(),
		sentAt: moment('sent_at')
	},
	(t) => [uniqueIndex('reminder_mails_day').on(t.address, t.day)]
);

/** Of what that mail reminded. */
export const reminderMailActions = table(
	'reminder_mail_actions',
	{
		mailId: id('mail_id')
			.notNull()
			.references(() => reminderMails.id),
		audience: string('audience').$type<Reminded>().notNull(),
		actionId: id('action_id').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.mailId, t.audience, t.actionId] }),
		index('reminder_mail_actions_action').on(t.actionId)
	]
);
