import type { MeetingView } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { read } from '#lib/server/read.ts';
import { colleagueChoices } from '#lib/server/views/colleagues.ts';
import { laterMeetings } from '#lib/server/views/later-meetings.ts';
import { meetingView } from '#lib/server/views/meeting.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page itself holds nothing of the meeting: its content comes over the live connection, logged there. */
export const load: PageServerLoad = async ({ locals, params: { meetingId } }) => {
	const { app, actor } = locals;
	const now = app.clock.now();
	const found = await read(
		app,
		actor,
		'open-meeting',
		async (store) => {
			const view = await meetingView(store, actor, meetingId, now);
			if (!view) return null;
			const { role } = (view.parts as MeetingView).meeting;
			const value = {
				// A guest asks nobody to an item, and needs no list of who works where.
				colleagues: role === 'guest' ? [] : await colleagueChoices(store),
				laterMeetings: await laterMeetings(store, actor, meetingId)
			};
			return { value, reads: [] };
		},
		{ objectKind: 'meeting', objectId: meetingId }
	);
	if (!found) error(404, 'not-found');
	return { ownShell: true, meetingId, today: dayInTheNetherlands(now), ...found };
};
