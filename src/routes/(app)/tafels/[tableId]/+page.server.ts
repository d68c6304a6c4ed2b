import { dayInTheNetherlands, momentInTheNetherlands } from '#lib/server/days.ts';
import { commandForm } from '#lib/server/forms.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { tableView } from '#lib/server/views/table.ts';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const store = repositories(locals.app.database.reader);
	const table = await tableView(store, locals.actor, params.tableId);
	if (!table) error(404, 'not-found');
	return { table, today: dayInTheNetherlands(locals.app.clock.now()) };
};

export const actions: Actions = {
	plan: async (event) => {
		const form = await event.request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const outcome = await commandForm(
			event,
			'meeting.plan',
			{
				tableId: event.params.tableId,
				startsAt: momentInTheNetherlands(text('day'), text('time'))?.toISOString() ?? '',
				minutes: text('minutes'),
				place: text('place'),
				videoLink: text('videoLink')
			},
			form.get('commandId')
		);
		if (!('done' in outcome)) return outcome;
		const { meetingId } = outcome.value as { meetingId: string };
		redirect(303, `/overleg/${meetingId}`);
	}
};
