import { dayInTheNetherlands } from '#lib/server/days.ts';
import { commandForm } from '#lib/server/forms.ts';
import { read } from '#lib/server/read.ts';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { caseId } }) => {
	const { app, actor } = locals;
	const now = app.clock.now();
	const found = await read(
		app,
		actor,
		'open-case-page',
		(store) => caseView(store, actor, caseId, now),
		{ objectKind: 'case', objectId: caseId }
	);
	if (!found) error(404, 'not-found');
	return { case: found, today: dayInTheNetherlands(now) };
};

export const actions: Actions = {
	spoed: async (event) => {
		const form = await event.request.formData();
		const outcome = await commandForm(
			event,
			'meeting.urgent',
			{
				caseId: event.params.caseId,
				why: String(form.get('why') ?? ''),
				participants: form.getAll('participant').map(String)
			},
			form.get('commandId')
		);
		if (!('done' in outcome)) return outcome;
		const { meetingId } = outcome.value as { meetingId: string };
		redirect(303, `/overleg/${meetingId}`);
	}
};
