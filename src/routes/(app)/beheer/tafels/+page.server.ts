import { error, redirect } from '@sveltejs/kit';
import { commandForm } from '#lib/server/forms.ts';
import { tableList } from '#lib/server/views/administration/tables.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const tables = await tableList(locals.app, locals.actor);
	if (!tables) error(404);
	return { tables };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const values = {
			name: String(form.get('name') ?? ''),
			format: String(form.get('format') ?? '')
		};
		const outcome = await commandForm(event, 'table.add', values);
		if (!('done' in outcome)) return outcome;
		const { tableId } = outcome.value as { tableId: string };
		redirect(303, `/beheer/tafels/${tableId}`);
	}
};
