import { commandForm } from '#lib/server/forms.ts';
import { redirect } from '@sveltejs/kit';
import { mapToKeep } from '../choices.ts';
import { partyFields } from '../party-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { organisations, people, today, all } = await mapToKeep(locals);
	return { organisations, people, today, all };
};

export const actions: Actions = {
	default: async (event) => {
		const values = partyFields(await event.request.formData());
		const outcome = await commandForm(event, 'party.add', values);
		if (!('done' in outcome)) return outcome;
		redirect(303, '/beheer/sociale-kaart');
	}
};
