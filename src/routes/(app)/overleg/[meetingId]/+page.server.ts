import { dayInTheNetherlands } from '#lib/server/days.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { colleagueChoices } from '#lib/server/views/colleagues.ts';
import { laterMeetings } from '#lib/server/views/later-meetings.ts';
import { meetingView } from '#lib/server/views/meeting.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page itself holds nothing of the meeting: its content comes over the live connection, logged there. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const now = app.clock.now();
	const store = repositories(app.database.reader);
	const view = await meetingView(store, actor, params.meetingId, now);
	if (!view) error(404, 'not-found');
	return {
		ownShell: true,
		meetingId: params.meetingId,
		today: dayInTheNetherlands(now),
		colleagues: await colleagueChoices(store),
		laterMeetings: await laterMeetings(store, actor, params.meetingId)
	};
};
