import { id, index, json, moment, sequence, string, table } from '../columns.ts';

/** Commands already carried out: the same id again gives the same answer and no second effect. */
export const commands = table(
	'commands',
	{
		id: id().primaryKey(),
		personId: id('person_id').notNull(),
		name: string('name').notNull(),
		/** SHA-256 of the input: the same id with another input is refused. */
		inputHash: string('input_hash').notNull(),
		result: json<unknown>('result'),
		at: moment('at').notNull()
	},
	(t) => [index('commands_at').on(t.at)]
);

/**
 * Append-only, in the terms of NEN 7513: event, time (UTC), client, user, role, organisation,
 * responsible user, client address, object, ground, outcome.
 */
export const accessLog = table(
	'access_log',
	{
		seq: sequence(),
		at: moment('at').notNull(),
		event: string('event').notNull(),
		personId: id('person_id'),
		organisationId: id('organisation_id'),
		role: string('role').notNull(),
		responsiblePersonId: id('responsible_person_id'),
		client: string('client').notNull(),
		clientAddress: string('client_address').notNull(),
		objectKind: string('object_kind').notNull(),
		objectId: string('object_id').notNull(),
		caseId: id('case_id'),
		ground: string('ground').notNull(),
		outcome: string('outcome').$type<'allowed' | 'refused'>().notNull()
	},
	(t) => [index('access_log_case').on(t.caseId), index('access_log_person').on(t.personId)]
);
