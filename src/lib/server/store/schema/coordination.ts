import type { CaseRole, RoleTerm } from '#lib/domain/coordination.ts';
import type { FamilyActionStatus } from '#lib/domain/escalation.ts';
import { count, day, flag, id, index, moment, string, table } from '../columns.ts';
import { caseRecord } from './case-record.ts';
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
		/** Of a term that is held by name only: who recorded it. */
		personId: id('person_id').notNull(),
		/** Someone of Veilig Thuis who is not at the table, and watches by name (R28). */
		outsideName: string('outside_name'),
		/** The day on which Veilig Thuis confirmed receipt of the report, when the watch passed by that. */
		receivedOn: day('received_on'),
		/** Who takes it over when this person is away. */
		replacementId: id('replacement_id'),
		status: string('status').$type<RoleTerm['status']>().notNull(),
		askedBy: id('asked_by').notNull(),
		askedAt: moment('asked_at').notNull(),
		answeredAt: moment('answered_at'),
		endedAt: moment('ended_at'),
		/** Of a no, or of stopping. */
		reason: string('reason'),
		/** What a coordinator may decide, and to whom he or she escalates (R24). */
		mandate: string('mandate').notNull().default(''),
		escalatesTo: string('escalates_to').notNull().default(''),
		/** Grows with each change of the mandate. */
		revision: count('revision').notNull().default(0)
	},
	(t) => [index('role_terms_case').on(t.caseId), index('role_terms_person').on(t.personId)]
);

/** Put to someone who can decide more, by who coordinates or watches (R24). */
export const escalations = table(
	'escalations',
	{
		...caseRecord(),
		role: string('role').$type<CaseRole>().notNull(),
		toWhom: string('to_whom').notNull(),
		reason: string('reason').notNull(),
		escalatedOn: day('escalated_on').notNull(),
		answeredOn: day('answered_on'),
		outcome: string('outcome').notNull().default('')
	},
	(t) => [index('escalations_case').on(t.caseId)]
);

/**
 * What family or network do themselves (R25). A table of its own, not `actions`: what goes to organisations
 * is made from that one, and this never goes anywhere.
 */
export const familyActions = table(
	'family_actions',
	{
		...caseRecord(),
		what: string('what').notNull(),
		/** Of the family or its network, as "oma": never a full name. */
		who: string('who').notNull(),
		due: day('due').notNull(),
		/** The professional who follows it. */
		followedBy: id('followed_by').notNull(),
		status: string('status').$type<FamilyActionStatus>().notNull(),
		statusOn: day('status_on').notNull(),
		/** Grows with each change of the status. */
		revision: count('revision').notNull()
	},
	(t) => [index('family_actions_case').on(t.caseId)]
);
