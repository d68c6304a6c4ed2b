import { FORMATS } from '#lib/domain/format.ts';
import { commandForm } from '#lib/server/forms.ts';
import { read } from '#lib/server/read.ts';
import { colleagueChoices } from '#lib/server/views/colleagues.ts';
import { bringCase } from '#lib/server/views/bring-case.ts';
import { error, redirect } from '@sveltejs/kit';
import { readBringForm } from './read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const { meetingId } = params;
	const found = await read(
		app,
		actor,
		'read-cases',
		async (store) => {
			const view = await bringCase(store, actor, meetingId);
			if (!view) return null;
			const value = { ...view.value, colleagues: await colleagueChoices(store) };
			return { value, reads: view.reads };
		},
		{ objectKind: 'meeting', objectId: meetingId }
	);
	if (!found) error(404, 'not-found');
	return { ...found, minutes: FORMATS[found.format].minutesPerCase };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const input = readBringForm(form);
		let { caseId } = input;
		if (!caseId) {
			const opened = await commandForm(
				event,
				'case.open',
				{
					tableId: input.tableId,
					children: input.children,
					caregivers: input.caregivers
				},
				form.get('caseCommandId')
			);
			if (!('done' in opened)) return opened;
			({ caseId } = opened.value as { caseId: string });
		}
		const { reason, news, minutes, participants } = input;
		const added = await commandForm(event, 'item.add-case', {
			meetingId: event.params.meetingId,
			caseId,
			reason,
			news,
			minutes,
			participants
		});
		if (!('done' in added)) return added;
		const { itemId } = added.value as { itemId: string };
		redirect(303, `/overleg/${event.params.meetingId}?punt=${itemId}`);
	}
};
