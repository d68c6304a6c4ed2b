import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** For who administers nothing these pages do not exist; each page asks again for itself. */
export const load: LayoutServerLoad = ({ locals }) => {
	if (locals.actor.administers === 'nothing') error(404);
	return { administers: locals.actor.administers };
};
