import { error, type RequestHandler } from '@sveltejs/kit';
import { fail, ok } from '#lib/domain/result.ts';
import type { MeetingView } from '#lib/protocol/views.ts';
import { meetingInvitation } from '#lib/server/calendar/meeting-invitation.ts';
import { transact } from '#lib/server/transact.ts';
import { meetingView } from '#lib/server/views/meeting.ts';

export const GET: RequestHandler = async ({ params, locals }) => {
	const { app, actor } = locals;
	const meetingId = params.meetingId ?? '';
	const file = await transact(
		app,
		actor,
		async (work) => {
			work.about({ objectKind: 'meeting', objectId: meetingId });
			const view = await meetingView(work.store, actor, meetingId, work.now);
			const meeting = await work.store.tables.meeting(meetingId);
			if (!view || !meeting) return fail('not-found');
			for (const read of view.reads) await work.log({ ...read, event: 'export-invitation' });
			const parts = view.parts as MeetingView;
			return ok(meetingInvitation(parts, meeting, app.settings.publicUrl, work.now));
		},
		'export-invitation'
	);
	if (!file.ok) error(404);
	return new Response(file.value, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
			'content-disposition': 'attachment; filename="overleg.ics"',
			'cache-control': 'private, no-store'
		}
	});
};
