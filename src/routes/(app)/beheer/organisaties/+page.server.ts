import { error } from '@sveltejs/kit';
import { underMeldcodeByDefault, ORGANISATION_KINDS } from '#lib/domain/organisation.ts';
import { commandForm } from '#lib/server/forms.ts';
import { organisationList } from '#lib/server/views/administration/organisations.ts';
import { organisationFields } from '../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const organisations = await organisationList(locals.app, locals.actor);
	if (!organisations) error(404);
	return { organisations, underMeldcode: ORGANISATION_KINDS.filter(underMeldcodeByDefault) };
};

export const actions: Actions = {
	default: async (event) => {
		const values = organisationFields(await event.request.formData());
		const outcome = await commandForm(event, 'organisation.add', values);
		return 'done' in outcome ? { added: values.name } : outcome;
	}
};
