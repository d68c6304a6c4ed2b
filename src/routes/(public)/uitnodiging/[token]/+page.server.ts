import { fail, redirect } from '@sveltejs/kit';
import { acceptInvitation, invitee } from '#lib/server/auth/invitations.ts';
import { useSession } from '#lib/server/auth/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking uses nothing up: scanners of mail follow links too. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await invitee(locals.app, params.token);
	return { invitee: found && { name: found.person.name, email: found.person.email } };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies }) => {
		const form = await request.formData();
		const choice = {
			password: String(form.get('password') ?? ''),
			repeat: String(form.get('repeat') ?? '')
		};
		const outcome = await acceptInvitation(locals.app, params.token, choice, locals.address);
		if (!outcome.ok) return fail(400, { error: outcome.error });
		await useSession(locals.app, cookies, outcome.value.session);
		// The guard asks for what is still missing: the code, or setting it up.
		redirect(303, '/');
	}
};
