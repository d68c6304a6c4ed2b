import { dayInTheNetherlands } from '#lib/server/days.ts';
import { commandForm } from '#lib/server/forms.ts';
import { read } from '#lib/server/read.ts';
import { partyToChange } from '#lib/server/views/social-map.ts';
import { error } from '@sveltejs/kit';
import { contactFields, placePhoto, removePhoto } from '../photo-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** A contact person's own details; for anyone else this page is not there. */
export const load: PageServerLoad = async ({ locals, params: { partyId } }) => {
	const { app, actor } = locals;
	const today = dayInTheNetherlands(app.clock.now());
	const party = await read(
		app,
		actor,
		'open-party',
		async (store) => {
			const value = await partyToChange(store, actor, partyId, today);
			return value && { value, reads: [] };
		},
		{ objectKind: 'party', objectId: partyId }
	);
	if (!party) error(404, 'not-found');
	return { party };
};

export const actions: Actions = {
	change: async (event) => {
		const form = await event.request.formData();
		const { partyId } = event.params;
		const values = { partyId, ...contactFields(form) };
		const outcome = await commandForm(event, 'party.change-contact', values);
		return 'done' in outcome ? { saved: true } : outcome;
	},
	photo: (event) => placePhoto(event, event.params.partyId),
	'remove-photo': (event) => removePhoto(event, event.params.partyId)
};
