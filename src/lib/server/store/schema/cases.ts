import { count, id, index, moment, primaryKey, string, table, uniqueIndex } from '../columns.ts';
import { organisations } from './people.ts';
import { tables } from './tables.ts';

export const cases = table(
	'cases',
	{
		id: id().primaryKey(),
		tableId: id('table_id')
			.notNull()
			.references(() => tables.id),
		/** Year and four random digits: never a count. */
		code: string('code').notNull(),
		openedAt: moment('opened_at').notNull(),
		closedAt: moment('closed_at')
	},
	(t) => [uniqueIndex('cases_code').on(t.code), index('cases_table').on(t.tableId)]
);

/** A child under discussion: first name and month of birth, nothing that identifies further (no BSN). */
export const children = table(
	'children',
	{
		id: id().primaryKey(),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		firstName: string('first_name').notNull(),
		birthMonth: string('birth_month').notNull(),
		position: count('position').notNull()
	},
	(t) => [index('children_case').on(t.caseId)]
);

/** An adult who cares for the child (section C and G30 are filled once for each). */
export const caregivers = table(
	'caregivers',
	{
		id: id().primaryKey(),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		firstName: string('first_name').notNull(),
		lastName: string('last_name').notNull().default(''),
		/** "moeder", "vader", "oma"… */
		relation: string('relation').notNull(),
		position: count('position').notNull()
	},
	(t) => [index('caregivers_case').on(t.caseId)]
);

/** An organisation's own dossier reference of a case: seen by that organisation only. */
export const dossierReferences = table(
	'dossier_references',
	{
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		organisationId: id('organisation_id')
			.notNull()
			.references(() => organisations.id),
		reference: string('reference').notNull()
	},
	(t) => [primaryKey({ columns: [t.caseId, t.organisationId] })]
);
