import { dayInTheNetherlands } from '#lib/server/days.ts';
import { commandForm } from '#lib/server/forms.ts';
import { read } from '#lib/server/read.ts';
import { askedAnonymously } from '#lib/server/views/asked-anonymously.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** A question to this person alone: an age and words, and nothing of the case. */
export const load: PageServerLoad = async ({ locals, params: { questionId } }) => {
	const { app, actor } = locals;
	const question = await read(
		app,
		actor,
		'read-anonymous-question',
		(store) => askedAnonymously(store, actor, questionId),
		{ objectKind: 'question', objectId: questionId }
	);
	if (!question) error(404, 'not-found');
	return { question, today: dayInTheNetherlands(app.clock.now()), me: actor.personId };
};

export const actions: Actions = {
	answer: async (event) => {
		const form = await event.request.formData();
		const { questionId } = event.params;
		const input = { questionId, answer: form.get('answer') };
		return commandForm(event, 'anonymous.answer', input, form.get('commandId'));
	}
};
