import { error, type RequestHandler } from '@sveltejs/kit';
import { transact } from '#lib/server/transact.ts';
import { dossierView } from '#lib/server/views/records/dossier.ts';

/** The page tells that it is being printed: a row on the access log. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const { app, actor } = locals;
	const printed = await transact(
		app,
		actor,
		(work) => dossierView(work, params.itemId ?? '', 'print-dossier-part'),
		'print-dossier-part'
	);
	if (!printed.ok) error(404, 'not-found');
	return new Response(null, { status: 204 });
};
