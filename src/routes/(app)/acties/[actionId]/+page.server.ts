import { error } from '@sveltejs/kit';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { transact } from '#lib/server/transact.ts';
import { oneAction } from '#lib/server/views/my-action.ts';
import { actionForms } from '../action-forms.ts';
import type { Actions, PageServerLoad } from './$types';

const QUESTIONS = ['decline', 'hand-on', 'finish'] as const;

/** The deep link to one action: all that its owner may see when the item is not his or hers. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { app, actor } = locals;
	const read = await transact(
		app,
		actor,
		(work) => oneAction(work, params.actionId),
		'read-action'
	);
	if (!read.ok) error(404);
	const asked = url.searchParams.get('vraag');
	return {
		action: read.value,
		question: QUESTIONS.find((one) => one === asked) ?? null,
		today: dayInTheNetherlands(app.clock.now()),
		me: actor.personId
	};
};

export const actions: Actions = actionForms;
