import { error } from '@sveltejs/kit';
import { newOneTimeLink } from '#lib/server/auth/invitations.ts';
import { commandForm } from '#lib/server/forms.ts';
import { organisationsFor } from '#lib/server/views/administration/people.ts';
import { personFields } from '../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.actor.administers === 'nothing') error(404);
	return { organisations: await organisationsFor(locals.app, locals.actor) };
};

export const actions: Actions = {
	default: async (event) => {
		const values = personFields(await event.request.formData());
		const link = newOneTimeLink(event.locals.app);
		const outcome = await commandForm(event, 'person.add', {
			...values,
			tokenHash: link.tokenHash
		});
		return 'done' in outcome ? { link: link.address, name: values.name } : outcome;
	}
};
