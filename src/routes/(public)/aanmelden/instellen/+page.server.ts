import { fail, redirect } from '@sveltejs/kit';
import { localPath, signInStep } from '#lib/server/auth/guard.ts';
import { useSession } from '#lib/server/auth/session-cookie.ts';
import { actorOf, startSession } from '#lib/server/auth/sessions.ts';
import { confirmSecondFactor, offerSecondFactor } from '#lib/server/auth/set-up-second-factor.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/aanmelden/instellen';

/** At sign-in, for who has no second factor while the organisation asks it of everyone. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const onTo = localPath(url.searchParams.get('verder'));
	const step = signInStep(locals.signedIn);
	if (!locals.signedIn || step !== HERE) redirect(303, step ?? onTo);
	return { onTo, offer: await offerSecondFactor(locals.app, locals.signedIn.colleague) };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const { app, signedIn, address } = locals;
		const form = await request.formData();
		const onTo = localPath(form.get('verder'));
		const step = signInStep(signedIn);
		if (!signedIn || step !== HERE) redirect(303, step ?? onTo);
		const { colleague, session } = signedIn;
		const sealed = String(form.get('sealed') ?? '');
		const code = String(form.get('code') ?? '').slice(0, 16);
		const actor = actorOf(colleague, session, address);
		const outcome = await confirmSecondFactor(app, actor, { sealed, code });
		if (!outcome.ok)
			return fail(outcome.error === 'too-many-attempts' ? 429 : 400, {
				error: outcome.error,
				detail: outcome.detail,
				offer: await offerSecondFactor(app, colleague, sealed)
			});
		await useSession(app, cookies, await startSession(app, actor.personId, { complete: true }));
		return { codes: outcome.value, onTo };
	}
};
