import type { SkipWhy } from '#lib/domain/safety-skip.ts';
import { id, index, moment, string, table } from '../columns.ts';
import { cases } from './cases.ts';
import { meetings } from './tables.ts';

/** A case left an agenda without a judgement of its children's safety, and why (R8). */
export const safetySkips = table(
	'safety_skips',
	{
		id: id().primaryKey(),
		caseId: id('case_id')
			.notNull()
			.references(() => cases.id),
		/** Where it happened: the item itself may be gone. */
		meetingId: id('meeting_id')
			.notNull()
			.references(() => meetings.id),
		how: string('how').$type<'carried-over' | 'removed'>().notNull(),
		why: string('why').$type<SkipWhy>().notNull(),
		note: string('note').notNull().default(''),
		personId: id('person_id').notNull(),
		at: moment('at').notNull()
	},
	(t) => [index('safety_skips_case').on(t.caseId)]
);
