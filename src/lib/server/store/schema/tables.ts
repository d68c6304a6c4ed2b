import type { ItemStatus, MeetingStatus } from '#lib/domain/agenda.ts';
import type { MeetingFormat } from '#lib/domain/format.ts';
import type { OrganisationKind } from '#lib/domain/organisation.ts';
import { count, flag, id, index, json, moment, primaryKey, string, table } from '../columns.ts';
import { cases } from './cases.ts';
import { people } from './people.ts';

export interface RequiredSeat {
	kind: OrganisationKind;
	label: string;
}

/** A standing group that meets (casustafel). */
export const tables = table('tables', {
	id: id().primaryKey(),
	name: string('name').notNull(),
	format: string('format').$type<MeetingFormat>().notNull(),
	minutes: count('minutes').notNull(),
	minutesPerCase: count('minutes_per_case').notNull(),
	requiredSeats: json<RequiredSeat[]>('required_seats').notNull(),
	archivedAt: moment('archived_at')
});

export type SeatRole = 'chair' | 'deputy' | 'member';

export const seats = table(
	'seats',
	{
		tableId: id('table_id')
			.notNull()
			.references(() => tables.id),
		personId: id('person_id')
			.notNull()
			.references(() => people.id),
		role: string('role').$type<SeatRole>().notNull(),
		/** Usually joins from elsewhere: waits, and is admitted per item. */
		remote: flag('remote').notNull().default(false)
	},
	(t) => [primaryKey({ columns: [t.tableId, t.personId] }), index('seats_person').on(t.personId)]
);

export const meetings = table(
	'meetings',
	{
		id: id().primaryKey(),
		tableId: id('table_id')
			.notNull()
			.references(() => tables.id),
		startsAt: moment('starts_at').notNull(),
		minutes: count('minutes').notNull(),
		place: string('place').notNull().default(''),
		videoLink: string('video_link').notNull().default(''),
		status: string('status').$type<MeetingStatus>().notNull().default('planned'),
		startedAt: moment('started_at'),
		closedAt: moment('closed_at'),
		/** SEQUENCE of the calendar invitation (RFC 5545): grows when time or place changes. */
		calendarSequence: count('calendar_sequence').notNull().default(0),
		/** Called for one case, at once (spoedoverleg). */
		urgent: flag('urgent').notNull().default(false)
	},
	(t) => [index('meetings_table').on(t.tableId)]
);

export const agendaItems = table(
	'agenda_items',
	{
		id: id().primaryKey(),
		meetingId: id('meeting_id')
			.notNull()
			.references(() => meetings.id),
		kind: string('kind').$type<'general' | 'case'>().notNull(),
		/** Only of a general item; a case item is named by its case code. */
		title: string('title').notNull().default(''),
		caseId: id('case_id').references(() => cases.id),
		/** "Waarom deze casus?": the question to this table. */
		reason: string('reason').notNull().default(''),
		/** "Wat is er nieuw?" */
		news: string('news').notNull().default(''),
		presenterId: id('presenter_id').references(() => people.id),
		minutes: count('minutes').notNull(),
		position: count('position').notNull(),
		status: string('status').$type<ItemStatus>().notNull().default('planned'),
		liveSince: moment('live_since'),
		spentSeconds: count('spent_seconds').notNull().default(0),
		concludedAt: moment('concluded_at'),
		carriedToId: id('carried_to_id'),
		revision: count('revision').notNull().default(1)
	},
	(t) => [index('agenda_items_meeting').on(t.meetingId), index('agenda_items_case').on(t.caseId)]
);

/** Who takes part in a case item: the unit of permission. Absent or removed means: it does not exist for you. */
export const itemParticipants = table(
	'item_participants',
	{
		itemId: id('item_id')
			.notNull()
			.references(() => agendaItems.id),
		personId: id('person_id')
			.notNull()
			.references(() => people.id),
		organisationId: id('organisation_id').notNull(),
		invitedBy: id('invited_by').notNull(),
		invitedAt: moment('invited_at').notNull(),
		removedAt: moment('removed_at'),
		/** Admitted to the conversation while the item is live; the video link shows from then. */
		admittedAt: moment('admitted_at'),
		leftAt: moment('left_at'),
		/** Was at the item while it was live; ratifies its decisions. */
		attendedAt: moment('attended_at')
	},
	(t) => [
		primaryKey({ columns: [t.itemId, t.personId] }),
		index('item_participants_person').on(t.personId)
	]
);
