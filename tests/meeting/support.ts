import type { ItemView, MeetingView } from '#lib/protocol/views.ts';
import { loadView } from '#lib/server/views/load-view.ts';
import { intake, type Intake, type Who } from '../agenda/support.ts';
import { JUDGEMENT } from '../assessment/support.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

const DAY = 86_400_000;

/** The CJG intake, its cases discussed or carried over, and the next meeting. */
export interface Course extends Intake {
	days(count: number): void;
	/** A meeting of the intake so many days from now; the cases that wait come onto it. */
	plan(inDays: number): Promise<string>;
	at(person: Who, meetingId: string): Promise<MeetingView | null>;
	item(person: Who, itemId: string): Promise<ItemView | null>;
	/** The id of a case's item at a meeting. */
	itemOf(meetingId: string, caseId: string): Promise<string>;
	/** Everything is carried over and the meeting is closed. */
	closeAll(meetingId?: string): Promise<void>;
	/** Judged together, at the live item, for each child. */
	judge(itemId: string, childIds: readonly string[], safety: string): Promise<void>;
}

export async function course(): Promise<Course> {
	const base = await intake();
	const { app, world, store } = base;
	return {
		...base,
		days: (count) => app.clock.advance(count * DAY),
		async plan(inDays) {
			const { meetingId } = await world.do<{ meetingId: string }>('hilde', 'meeting.plan', {
				tableId: world.table.cjg,
				startsAt: new Date(app.clock.now().getTime() + inDays * DAY).toISOString(),
				minutes: 90
			});
			return meetingId;
		},
		async at(person, meetingId) {
			const view = await loadView(app, store, world.actor(person), `meeting:${meetingId}`);
			return view ? (view.parts as MeetingView) : null;
		},
		async item(person, itemId) {
			const view = await loadView(app, store, world.actor(person), `item:${itemId}`);
			return view ? (view.parts as ItemView) : null;
		},
		async itemOf(meetingId, caseId) {
			const items = await store.agenda.ofMeeting(meetingId);
			return items.find((one) => one.caseId === caseId)?.id ?? '';
		},
		async closeAll(meetingId = base.meetingId) {
			const meeting = await store.tables.meeting(meetingId);
			if (meeting?.status === 'planned') await world.do('hilde', 'meeting.start', { meetingId });
			for (const one of await store.agenda.ofMeeting(meetingId))
				if (one.caseId && (one.status === 'planned' || one.status === 'live'))
					await world.do('hilde', 'item.carry-over', { itemId: one.id, ...NOT_JUDGED });
			await world.do('hilde', 'meeting.close', { meetingId });
		},
		async judge(itemId, childIds, safety) {
			for (const childId of childIds) {
				await world.do('hilde', 'judgement.give', { itemId, childId, ...JUDGEMENT });
				const judged = (await store.judgements.reveals(itemId)).some(
					(each) => each.childId === childId
				);
				if (!judged) await world.do('hilde', 'judgement.reveal', { itemId, childId });
				await world.do('hilde', 'judgement.decide-jointly', {
					...{ itemId, childId, safety, grade: 5, risk: 'raised' },
					...{ motivation: 'Samen besloten.', expected: 0 }
				});
			}
		}
	};
}
