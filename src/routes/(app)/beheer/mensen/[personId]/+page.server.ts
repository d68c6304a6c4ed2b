import { error } from '@sveltejs/kit';
import { newOneTimeLink } from '#lib/server/auth/invitations.ts';
import { commandForm } from '#lib/server/forms.ts';
import { organisationsFor, personPage } from '#lib/server/views/administration/people.ts';
import { personFields } from '../../fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const person = await personPage(locals.app, locals.actor, params.personId);
	if (!person) error(404);
	return { person, organisations: await organisationsFor(locals.app, locals.actor) };
};

type Name =
	'person.disable' | 'person.enable' | 'person.end-sessions' | 'person.reset-second-factor';

/** A command about this person; open sockets of sessions that it ended close at once. */
function about(name: Name) {
	return async (event: RequestEvent) => {
		const { personId } = event.params;
		const outcome = await commandForm(event, name, { personId });
		if (!('done' in outcome)) return outcome;
		if (name !== 'person.enable') await event.locals.app.hub.closeSessionsOf(personId);
		return { did: name };
	};
}

export const actions: Actions = {
	change: async (event) => {
		const values = personFields(await event.request.formData());
		const { personId } = event.params;
		const outcome = await commandForm(event, 'person.change', { personId, ...values });
		return 'done' in outcome ? { did: 'person.change' as const } : outcome;
	},
	invite: async (event) => {
		const { address, tokenHash } = newOneTimeLink(event.locals.app);
		const { personId } = event.params;
		const outcome = await commandForm(event, 'person.invite', { personId, tokenHash });
		return 'done' in outcome ? { link: address } : outcome;
	},
	disable: about('person.disable'),
	enable: about('person.enable'),
	endSessions: about('person.end-sessions'),
	resetSecondFactor: about('person.reset-second-factor')
};
