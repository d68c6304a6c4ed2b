import { error, type RequestHandler } from '@sveltejs/kit';
import { qrImage } from '#lib/server/qr.ts';
import { read } from '#lib/server/read.ts';
import { meetingView } from '#lib/server/views/meeting.ts';

/** The address of a meeting as an image to scan; it holds no secret, and is there for who may open it (MT11). */
export const GET: RequestHandler = async ({ params, locals }) => {
	const { app, actor } = locals;
	const meetingId = params.meetingId ?? '';
	const found = await read(
		app,
		actor,
		'share-meeting',
		async (store) => {
			const view = await meetingView(store, actor, meetingId, app.clock.now());
			return view && { value: true, reads: [] };
		},
		{ objectKind: 'meeting', objectId: meetingId }
	);
	if (!found) error(404);
	return new Response(await qrImage(new URL(`/overleg/${meetingId}`, app.settings.publicUrl)), {
		headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, no-store' }
	});
};
