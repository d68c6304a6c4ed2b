import { fail as failed, type RequestEvent } from '@sveltejs/kit';
import { ok } from '#lib/domain/result.ts';
import { feedAddress } from '#lib/server/calendar/feed-address.ts';
import { commandForm } from '#lib/server/forms.ts';
import { sha256, transact } from '#lib/server/transact.ts';
import { myActions } from '#lib/server/views/my-actions.ts';
import type { Actions, PageServerLoad } from './$types';
import { actionForms, command } from './action-forms.ts';
import { askedIn } from './asked.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = askedIn(url);
	const read = await transact(
		locals.app,
		locals.actor,
		async (work) => {
			const [feed] = await work.store.people.feedsOf(work.actor.personId);
			const actions = await myActions(work, asked);
			return ok({ actions, feedSince: feed?.createdOn ?? null, today: work.today });
		},
		'read-my-actions'
	);
	if (!read.ok) throw new Error(read.error);
	return { ...read.value, asked, me: locals.actor.personId };
};

/** The secret is made here and shown once; only its hash becomes part of a command. */
async function createFeed(event: RequestEvent) {
	const { app } = event.locals;
	const secret = app.ids.secret();
	const outcome = await commandForm(event, 'feed.create', { tokenHash: sha256(secret) });
	if (!('done' in outcome)) return failed(outcome.status, outcome.data);
	return { feed: feedAddress(secret, 'person', app.settings.publicUrl).href };
}

export const actions: Actions = {
	...actionForms,
	'create-feed': createFeed,
	'revoke-feed': command('feed.revoke')
};
