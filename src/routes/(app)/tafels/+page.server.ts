import { repositories } from '#lib/server/store/repositories.ts';
import type { PageServerLoad } from './$types';

/** The tables where the viewer has a seat. */
export const load: PageServerLoad = async ({ locals }) => {
	const store = repositories(locals.app.database.reader);
	const tables = await store.tables.ofPerson(locals.actor.personId);
	return {
		tables: tables.map(({ table, seat }) => ({
			id: table.id,
			name: table.name,
			format: table.format,
			role: seat.role
		}))
	};
};
