import { dayInTheNetherlands, momentInTheNetherlands } from '#lib/server/days.ts';
import { commandForm } from '#lib/server/forms.ts';
import { read } from '#lib/server/read.ts';
import { tableView } from '#lib/server/views/table.ts';
import { urgentCases } from '#lib/server/views/urgent-cases.ts';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { tableId } }) => {
	const { app, actor } = locals;
	const table = await read(
		app,
		actor,
		'open-table',
		async (store) => {
			const view = await tableView(store, actor, tableId);
			if (!view) return null;
			const { value: urgent, reads } = await urgentCases(store, actor, tableId);
			return { value: { ...view, urgent }, reads };
		},
		{ objectKind: 'table', objectId: tableId }
	);
	if (!table) error(404, 'not-found');
	return { table, today: dayInTheNetherlands(app.clock.now()) };
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
