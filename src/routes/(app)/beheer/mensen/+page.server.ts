import { error } from '@sveltejs/kit';
import { peopleList } from '#lib/server/views/administration/people.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.actor.administers === 'nothing') error(404);
	const search = (url.searchParams.get('zoek') ?? '').slice(0, 100);
	return { search, people: await peopleList(locals.app, locals.actor, search) };
};
