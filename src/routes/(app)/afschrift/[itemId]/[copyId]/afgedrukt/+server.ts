import { error, type RequestHandler } from '@sveltejs/kit';
import { transact } from '#lib/server/transact.ts';
import { fixedCopy } from '#lib/server/views/records/copies.ts';

/** The page tells that it is being printed: a row on the access log. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const { app, actor } = locals;
	const { itemId = '', copyId = '' } = params;
	const printed = await transact(
		app,
		actor,
		(work) => fixedCopy(work, itemId, copyId, 'print-family-copy'),
		'print-family-copy'
	);
	if (!printed.ok) error(404, 'not-found');
	return new Response(null, { status: 204 });
};
