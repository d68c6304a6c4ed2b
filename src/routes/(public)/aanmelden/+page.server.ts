import { fail, redirect } from '@sveltejs/kit';
import { demoPeople } from '#lib/server/auth/demo.ts';
import { localPath, signInStep } from '#lib/server/auth/guard.ts';
import { useSession } from '#lib/server/auth/session-cookie.ts';
import { type NextStep, signIn } from '#lib/server/auth/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

const STEPS: Record<NextStep, string> = {
	done: '',
	'give-code': '/aanmelden/code',
	'set-up-second-factor': '/aanmelden/instellen'
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const onTo = localPath(url.searchParams.get('verder'));
	if (locals.signedIn && !signInStep(locals.signedIn)) redirect(303, onTo);
	return {
		onTo,
		signedOut: url.searchParams.has('afgemeld'),
		demoPeople: await demoPeople(locals.app)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await request.formData();
		const email = String(form.get('email') ?? '').slice(0, 254);
		const password = String(form.get('password') ?? '');
		const onTo = localPath(form.get('verder'));
		const outcome = await signIn(locals.app, { email, password, address: locals.address });
		if (!outcome.ok)
			return fail(outcome.error === 'too-many-attempts' ? 429 : 400, {
				error: outcome.error,
				detail: outcome.detail,
				email
			});
		const { session, next } = outcome.value;
		await useSession(locals.app, cookies, session);
		if (next === 'done') redirect(303, onTo);
		redirect(303, `${STEPS[next]}?verder=${encodeURIComponent(onTo)}`);
	}
};
