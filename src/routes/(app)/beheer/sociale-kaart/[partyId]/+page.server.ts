import { commandForm } from '#lib/server/forms.ts';
import { error, redirect } from '@sveltejs/kit';
import { placePhoto, removePhoto } from '../../../sociale-kaart/photo-form.ts';
import { mapToKeep } from '../choices.ts';
import { partyFields } from '../party-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { parties, organisations, people, today, all } = await mapToKeep(locals);
	const party = parties.find(({ id }) => id === params.partyId);
	if (!party) error(404);
	return { party, organisations, people, today, all };
};

const seen = (form: FormData) => Number(form.get('expected'));

export const actions: Actions = {
	change: async (event) => {
		const form = await event.request.formData();
		const { partyId } = event.params;
		const values = { partyId, expected: seen(form), ...partyFields(form) };
		const outcome = await commandForm(event, 'party.change', values);
		return 'done' in outcome ? { saved: true } : outcome;
	},
	reviewed: async (event) => {
		const expected = seen(await event.request.formData());
		const { partyId } = event.params;
		const outcome = await commandForm(event, 'party.reviewed', { partyId, expected });
		return 'done' in outcome ? { saved: true } : outcome;
	},
	remove: async (event) => {
		const expected = seen(await event.request.formData());
		const { partyId } = event.params;
		const outcome = await commandForm(event, 'party.remove', { partyId, expected });
		if (!('done' in outcome)) return outcome;
		redirect(303, '/beheer/sociale-kaart');
	},
	photo: (event) => placePhoto(event, event.params.partyId),
	'remove-photo': (event) => removePhoto(event, event.params.partyId)
};
