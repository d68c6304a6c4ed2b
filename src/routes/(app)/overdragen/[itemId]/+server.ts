import { error, json, type RequestHandler } from '@sveltejs/kit';
import { transact } from '#lib/server/transact.ts';
import { offerMove } from '#lib/server/usecases/moving/move-case.ts';

/** What the form of a move starts from: the other tables, and the lines that can go along. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const offer = await transact(
		locals.app,
		locals.actor,
		(work) => offerMove(work, params.itemId ?? ''),
		'offer-move'
	);
	if (!offer.ok) error(404);
	return json(offer.value, { headers: { 'cache-control': 'private, no-store' } });
};
