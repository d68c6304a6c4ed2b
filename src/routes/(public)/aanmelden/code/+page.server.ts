import { fail, redirect } from '@sveltejs/kit';
import { giveCode } from '#lib/server/auth/give-code.ts';
import { localPath, signInStep } from '#lib/server/auth/guard.ts';
import { useSession } from '#lib/server/auth/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/aanmelden/code';

export const load: PageServerLoad = ({ locals, url }) => {
	const onTo = localPath(url.searchParams.get('verder'));
	const step = signInStep(locals.signedIn);
	if (step !== HERE) redirect(303, step ?? onTo);
	return { onTo };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const { app, signedIn, address } = locals;
		const form = await request.formData();
		const onTo = localPath(form.get('verder'));
		const step = signInStep(signedIn);
		if (!signedIn || step !== HERE) redirect(303, step ?? onTo);
		const kind = form.has('recovery') ? 'recovery' : 'totp';
		const code = String(form.get('recovery') ?? form.get('code') ?? '').slice(0, 64);
		const outcome = await giveCode(app, signedIn, { kind, code }, address);
		if (!outcome.ok)
			return fail(outcome.error === 'too-many-attempts' ? 429 : 400, {
				error: outcome.error,
				detail: outcome.detail,
				kind
			});
		await useSession(app, cookies, outcome.value);
		redirect(303, onTo);
	}
};
