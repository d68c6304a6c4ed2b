import { commandForm } from '#lib/server/forms.ts';
import { mapToKeep } from './choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { parties, today } = await mapToKeep(locals);
	return { parties, today };
};

export const actions: Actions = {
	reviewed: async (event) => {
		const form = await event.request.formData();
		const input = {
			partyId: String(form.get('partyId') ?? ''),
			expected: Number(form.get('expected'))
		};
		const outcome = await commandForm(event, 'party.reviewed', input);
		return 'done' in outcome ? { saved: true } : outcome;
	}
};
