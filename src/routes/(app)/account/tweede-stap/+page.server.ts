import { fail } from '@sveltejs/kit';
import { confirmPassword } from '#lib/server/auth/own-account.ts';
import { useSession } from '#lib/server/auth/session-cookie.ts';
import { endSessionsOf, startSession } from '#lib/server/auth/sessions.ts';
import { confirmSecondFactor, offerSecondFactor } from '#lib/server/auth/set-up-second-factor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	offer: await offerSecondFactor(locals.app, locals.colleague)
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const { app, actor, colleague } = locals;
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const own = await confirmPassword(app, actor, text('password'));
		const outcome = own.ok
			? await confirmSecondFactor(app, actor, { sealed: text('sealed'), code: text('code') })
			: own;
		if (!outcome.ok)
			return fail(outcome.error === 'too-many-attempts' ? 429 : 400, {
				error: outcome.error,
				detail: outcome.detail,
				offer: await offerSecondFactor(app, colleague, text('sealed'))
			});
		// Another factor is another sign-in: every session from before it ends, this one is replaced.
		await endSessionsOf(app, actor.personId);
		await useSession(app, cookies, await startSession(app, actor.personId, { complete: true }));
		return { codes: outcome.value };
	}
};
