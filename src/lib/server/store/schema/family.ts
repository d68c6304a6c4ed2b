import type { ChildrenInView, Party, Standing } from '#lib/domain/involvement.ts';
import { day, flag, id, index, json, moment, sequence, string, table } from '../columns.ts';
import { agendaItems } from './tables.ts';
import { cases } from './cases.ts';

/** Brothers and sisters elsewhere, and who else counts for the child; a row per version. */
export const networkMembers = table(
	'network_members',
	{
		seq: sequence(),
		/** Of this version. */
		id: id().notNull(),
		recordId: id('record_id').notNull(),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		firstName: string('first_name').notNull(),
		/** "oma", "halfbroer", "buurvrouw": never more than that. */
		relation: string('relation').notNull(),
		circle: string('circle').$type<'sibling' | 'network'>().notNull(),
		/** What this person does or means, in a line. */
		strength: string('strength').notNull(),
		/** Taken off again. */
		gone: flag('gone').notNull(),
		recordedBy: id('recorded_by').notNull(),
		recordedAt: moment('recorded_at').notNull()
	},
	(t) => [index('network_members_case').on(t.caseId)]
);

/** Which party is involved with whom of the family, since when and what for; a row per version. */
export const involvements = table(
	'involvements',
	{
		seq: sequence(),
		/** Of this version. */
		id: id().notNull(),
		recordId: id('record_id').notNull(),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		party: string('party').$type<Party>().notNull(),
		/** As people say it ("dr. Visser"); '' is the kind alone. */
		name: string('name').notNull(),
		/** When it is one of those that work with this system. */
		organisationId: id('organisation_id'),
		/** Ids of children, adults and network; empty: the family as a whole. */
		with: json<string[]>('with').notNull(),
		/** A month or a day; '' is unknown. */
		since: string('since').notNull(),
		purpose: string('purpose').notNull(),
		contactName: string('contact_name').notNull(),
		contactPhone: string('contact_phone').notNull(),
		standing: string('standing').$type<Standing>().notNull(),
		/** The day of this standing: asked, not involved, ended. */
		standingOn: day('standing_on').notNull(),
		standingBy: id('standing_by').notNull(),
		/** The question to this party, as an action. */
		actionId: id('action_id'),
		childrenInView: json<ChildrenInView | null>('children_in_view'),
		recordedBy: id('recorded_by').notNull(),
		recordedAt: moment('recorded_at').notNull()
	},
	(t) => [index('involvements_case').on(t.caseId)]
);
