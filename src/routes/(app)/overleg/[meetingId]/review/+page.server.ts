import { error } from '@sveltejs/kit';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { transact } from '#lib/server/transact.ts';
import { review } from '#lib/server/views/review.ts';
import { actionForms, command } from '../../../acties/action-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, actor } = locals;
	const read = await transact(app, actor, (work) => review(work, params.meetingId), 'read-review');
	if (!read.ok) error(404);
	return {
		review: read.value,
		today: dayInTheNetherlands(app.clock.now()),
		me: actor.personId
	};
};

export const actions: Actions = {
	...actionForms,
	ratify: command('decisions.ratify'),
	'ratify-without-rest': command('decisions.ratify-without-rest'),
	filed: command('action-list.filed'),
	retry: command('delivery.retry')
};
