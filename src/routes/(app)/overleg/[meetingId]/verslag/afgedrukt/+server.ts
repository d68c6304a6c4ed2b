import { error, type RequestHandler } from '@sveltejs/kit';
import { transact } from '#lib/server/transact.ts';
import { record } from '#lib/server/views/record.ts';

/** The page tells that it is being printed: one row on the access log per case on the paper. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const { app, actor } = locals;
	const meetingId = params.meetingId ?? '';
	const printed = await transact(
		app,
		actor,
		(work) => record(work, meetingId, 'print-record'),
		'print-record'
	);
	if (!printed.ok) error(404);
	return new Response(null, { status: 204 });
};
