import { json, type RequestHandler } from '@sveltejs/kit';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { read } from '#lib/server/read.ts';
import { socialMap } from '#lib/server/views/social-map.ts';

/** The map for "wie kan dit?": fetched when that is opened, so that no page carries it along. */
export const GET: RequestHandler = async ({ locals }) => {
	const { app, actor } = locals;
	const today = dayInTheNetherlands(app.clock.now());
	const parties = await read(app, actor, 'open-social-map', async (store) => ({
		value: await socialMap(store, actor, today),
		reads: []
	}));
	return json(parties ?? [], { headers: { 'cache-control': 'private, no-store' } });
};
