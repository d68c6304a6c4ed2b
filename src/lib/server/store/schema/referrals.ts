import type { HandoverPoint } from '#lib/domain/handover.ts';
import type { ReferralStatus } from '#lib/domain/referral.ts';
import type { MissedReason, StagnationReason } from '#lib/domain/stagnation.ts';
import { count, day, flag, id, index, json, moment, string, table } from '../columns.ts';
import { caseRecord } from './case-record.ts';

/** A family that is sent on, with its warm handover (R26, R29). */
export const referrals = table(
	'referrals',
	{
		...caseRecord(),
		/** A party is a name, and the organisation it is when that takes part. */
		fromName: string('from_name').notNull(),
		fromOrganisationId: id('from_organisation_id'),
		toName: string('to_name').notNull(),
		toOrganisationId: id('to_organisation_id'),
		reason: string('reason').notNull(),
		referredOn: day('referred_on').notNull(),
		status: string('status').$type<ReferralStatus>().notNull(),
		/** Since when it stands so. */
		statusOn: day('status_on').notNull(),
		/** Of a no. */
		statusReason: string('status_reason').notNull().default(''),
		/** Of a waiting list: when help is expected. */
		expectedOn: day('expected_on'),
		/** What each side of the handover confirmed, and who said so. */
		given: json<HandoverPoint[]>('given').notNull(),
		givenBy: string('given_by').notNull().default(''),
		taken: json<HandoverPoint[]>('taken').notNull(),
		takenBy: string('taken_by').notNull().default(''),
		/** When the last point was confirmed. */
		handedOverOn: day('handed_over_on'),
		/** Grows with each change. */
		revision: count('revision').notNull()
	},
	(t) => [index('referrals_case').on(t.caseId)]
);

/** Help does not come, or stops (R30). */
export const stagnations = table(
	'stagnations',
	{
		...caseRecord(),
		reason: string('reason').$type<StagnationReason>().notNull(),
		note: string('note').notNull().default(''),
		since: day('since').notNull(),
		/** The referral whose waiting list it is. */
		referralId: id('referral_id'),
		overOn: day('over_on'),
		/** Grows with each alternative and each look back. */
		revision: count('revision').notNull()
	},
	(t) => [index('stagnations_case').on(t.caseId)]
);

/** What is tried instead, in the order in which it was agreed. */
export const alternatives = table(
	'alternatives',
	{
		id: id().primaryKey(),
		stagnationId: id('stagnation_id')
			.notNull()
			.references(() => stagnations.id),
		what: string('what').notNull(),
		due: day('due').notNull(),
		ownerId: id('owner_id').notNull(),
		agreedOn: day('agreed_on').notNull(),
		/** Null: not looked back on yet. */
		works: flag('works'),
		lookedBackOn: day('looked_back_on'),
		note: string('note').notNull().default(''),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index('alternatives_stagnation').on(t.stagnationId)]
);

export const missedAppointments = table(
	'missed_appointments',
	{
		...caseRecord(),
		missedOn: day('missed_on').notNull(),
		withWhom: string('with_whom').notNull(),
		reason: string('reason').$type<MissedReason>().notNull(),
		/** Recorded by mistake. */
		takenBackAt: moment('taken_back_at')
	},
	(t) => [index('missed_appointments_case').on(t.caseId)]
);
