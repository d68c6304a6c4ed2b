import { error } from '@sveltejs/kit';
import { commandForm } from '#lib/server/forms.ts';
import { transact } from '#lib/server/transact.ts';
import { dossierView } from '#lib/server/views/records/dossier.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { itemId } }) => {
	const { app, actor } = locals;
	const read = await transact(app, actor, (work) => dossierView(work, itemId), 'read-dossier-part');
	if (!read.ok) error(404, 'not-found');
	return { dossier: read.value, today: dayInTheNetherlands(app.clock.now()) };
};

export const actions: Actions = {
	fix: async (event) => {
		const form = await event.request.formData();
		const basis = String(form.get('basis') ?? '');
		return commandForm(event, 'dossier.fix', { itemId: event.params.itemId, basis });
	}
};
