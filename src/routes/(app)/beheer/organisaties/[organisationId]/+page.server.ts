import { error } from '@sveltejs/kit';
import { WEIGHING_QUESTIONS } from '#lib/domain/weighing.ts';
import { commandForm } from '#lib/server/forms.ts';
import { organisationList } from '#lib/server/views/administration/organisations.ts';
import { weighingWords } from '#lib/server/views/administration/weighing-questions.ts';
import { organisationFields } from '../../fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const all = await organisationList(locals.app, locals.actor);
	const organisation = all?.find(({ id }) => id === params.organisationId);
	const questions = await weighingWords(locals.app, locals.actor, params.organisationId);
	if (!organisation || !questions) error(404);
	return { organisation, questions };
};

const about =
	(name: 'organisation.archive' | 'organisation.restore') => async (event: RequestEvent) => {
		const { organisationId } = event.params;
		const outcome = await commandForm(event, name, { organisationId });
		return 'done' in outcome ? { saved: true } : outcome;
	};

export const actions: Actions = {
	change: async (event) => {
		const values = organisationFields(await event.request.formData());
		const { organisationId } = event.params;
		const outcome = await commandForm(event, 'organisation.change', { organisationId, ...values });
		return 'done' in outcome ? { saved: true } : outcome;
	},
	questions: async (event) => {
		const form = await event.request.formData();
		const { organisationId } = event.params;
		const outcome = await commandForm(event, 'weighing.set-questions', {
			organisationId,
			framework: String(form.get('framework') ?? ''),
			words: WEIGHING_QUESTIONS.map((question) => String(form.get(question) ?? '')),
			expected: Number(form.get('expected'))
		});
		return 'done' in outcome ? { saved: true } : outcome;
	},
	archive: about('organisation.archive'),
	restore: about('organisation.restore')
};
