import { error, redirect } from '@sveltejs/kit';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { commandForm } from '#lib/server/forms.ts';
import { transact } from '#lib/server/transact.ts';
import { copyView } from '#lib/server/views/records/copies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { itemId }, url }) => {
	const { app, actor } = locals;
	const subjectId = url.searchParams.get('voor');
	const read = await transact(
		app,
		actor,
		(work) => copyView(work, itemId, subjectId),
		'read-family-copy'
	);
	if (!read.ok) error(404, 'not-found');
	return { copy: read.value, today: dayInTheNetherlands(app.clock.now()) };
};

export const actions: Actions = {
	fix: async (event) => {
		const form = await event.request.formData();
		const outcome = await commandForm(event, 'family-copy.fix', {
			itemId: event.params.itemId,
			subjectId: String(form.get('subjectId') ?? ''),
			lines: form.getAll('line').map(String),
			basis: String(form.get('basis') ?? '')
		});
		if (!('done' in outcome)) return outcome;
		const { copyId } = outcome.value as { copyId: string };
		redirect(303, `/afschrift/${event.params.itemId}/${copyId}`);
	}
};
