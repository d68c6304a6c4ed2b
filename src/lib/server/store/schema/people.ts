import type { OrganisationKind } from '#lib/domain/organisation.ts';
import { count, day, flag, id, index, moment, string, table, uniqueIndex } from '../columns.ts';

export const organisations = table('organisations', {
	id: id().primaryKey(),
	name: string('name').notNull(),
	kind: string('kind').$type<OrganisationKind>().notNull(),
	/** Whether its professionals decide under the meldcode (Wet verplichte meldcode). */
	underMeldcode: flag('under_meldcode').notNull(),
	requireSecondFactor: flag('require_second_factor').notNull().default(false),
	archivedAt: moment('archived_at')
});

/** What someone may administer. A professional administers nothing; no role reads cases by itself. */
export type Administers = 'nothing' | 'organisation' | 'everything';

export const people = table(
	'people',
	{
		id: id().primaryKey(),
		organisationId: id('organisation_id')
			.notNull()
			.references(() => organisations.id),
		name: string('name').notNull(),
		/** The function or discipline, as colleagues would say it: "jeugdverpleegkundige". */
		function: string('function').notNull(),
		email: string('email').notNull(),
		phone: string('phone').notNull().default(''),
		administers: string('administers').$type<Administers>().notNull().default('nothing'),
		passwordHash: string('password_hash'),
		/** Encrypted with the key outside the database. */
		totpSecret: string('totp_secret'),
		totpConfirmedAt: moment('totp_confirmed_at'),
		/** The last time step used, so that a code works once. */
		totpLastStep: count('totp_last_step').notNull().default(0),
		disabledAt: moment('disabled_at'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		uniqueIndex('people_email').on(t.email),
		index('people_organisation').on(t.organisationId)
	]
);

export const recoveryCodes = table(
	'recovery_codes',
	{
		id: id().primaryKey(),
		personId: id('person_id')
			.notNull()
			.references(() => people.id),
		codeHash: string('code_hash').notNull(),
		usedAt: moment('used_at')
	},
	(t) => [index('recovery_codes_person').on(t.personId)]
);

export const sessions = table(
	'sessions',
	{
		/** SHA-256 of the cookie's value: a copy of the database opens no session. */
		id: id().primaryKey(),
		personId: id('person_id')
			.notNull()
			.references(() => people.id),
		/** Idle end, moved by use. */
		expiresAt: moment('expires_at').notNull(),
		/** Absolute end is counted from here. */
		createdAt: moment('created_at').notNull(),
		/** False until the second factor was given, for those who have one. */
		complete: flag('complete').notNull(),
		/** The demo's one-click switch made this session. */
		demo: flag('demo').notNull().default(false)
	},
	(t) => [index('sessions_person').on(t.personId)]
);

export const invitations = table(
	'invitations',
	{
		id: id().primaryKey(),
		tokenHash: string('token_hash').notNull(),
		personId: id('person_id')
			.notNull()
			.references(() => people.id),
		invitedBy: id('invited_by'),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at')
	},
	(t) => [uniqueIndex('invitations_token').on(t.tokenHash)]
);

/** Secret addresses of personal calendar feeds; only the hash is kept. */
export const feeds = table(
	'feeds',
	{
		id: id().primaryKey(),
		personId: id('person_id')
			.notNull()
			.references(() => people.id),
		tokenHash: string('token_hash').notNull(),
		createdOn: day('created_on').notNull(),
		revokedAt: moment('revoked_at')
	},
	(t) => [uniqueIndex('feeds_token').on(t.tokenHash), index('feeds_person').on(t.personId)]
);
