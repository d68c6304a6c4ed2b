import { dayInTheNetherlands } from '#lib/server/days.ts';
import { read } from '#lib/server/read.ts';
import { socialMap } from '#lib/server/views/social-map.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, actor } = locals;
	const today = dayInTheNetherlands(app.clock.now());
	const parties = await read(app, actor, 'open-social-map', async (store) => ({
		value: await socialMap(store, actor, today),
		reads: []
	}));
	if (!parties) error(404);
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	return { parties, today, typed: asked('zoek'), kind: asked('soort') };
};
