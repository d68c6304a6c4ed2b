import type { CaseRole, RoleTerm } from '#lib/domain/coordination.ts';
import { count, day, flag, id, index, moment, string, table } from '../columns.ts';
import { cases } from './cases.ts';

/** What the table asked the family about coordinating its own help (R24), and when help started (R26). */
export const coordination = table('coordination', {
	caseId: id('case_id')
		.primaryKey()
		.references(() => cases.id),
	/** Null: not asked yet. */
	familyCan: flag('family_can'),
	/** Who of the family or its network, as "tante": never more than that. */
	familyWho: string('family_who').notNull().default(''),
	familyWishes: string('family_wishes').notNull().default(''),
	helpStartedOn: day('help_started_on'),
	helpWhat: string('help_what').notNull().default(''),
	/** Grows with each change of the above. */
	revision: count('revision').notNull()
});

/** Who was asked to coordinate or to watch safety, and what became of it; kept, as continuity is the point. */
export const roleTerms = table(
	'role_terms',
	{
		id: id().primaryKey(),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		role: string('role').$type<CaseRole>().notNull(),
		personId: id('person_id').notNull(),
		/** Who takes it over when this person is away. */
		replacementId: id('replacement_id'),
		status: string('status').$type<RoleTerm['status']>().notNull(),
		askedBy: id('asked_by').notNull(),
		askedAt: moment('asked_at').notNull(),
		answeredAt: moment('answered_at'),
		endedAt: moment('ended_at'),
		/** Of a no, or of stopping. */
		reason: string('reason')
	},
	(t) => [index('role_terms_case').on(t.caseId), index('role_terms_person').on(t.personId)]
);
