import { error, redirect, type RequestHandler } from '@sveltejs/kit';
import { demoPerson } from '#lib/server/auth/demo.ts';
import { localPath } from '#lib/server/auth/guard.ts';
import { useSession } from '#lib/server/auth/session-cookie.ts';
import { logSignIn } from '#lib/server/auth/sign-in.ts';
import { startSession } from '#lib/server/auth/sessions.ts';

/** Only in the demo: be someone else with one click. Everywhere else this address does not exist. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
	const { app, address } = locals;
	if (!app.settings.demo) error(404);
	const form = await request.formData();
	const colleague = await demoPerson(app, String(form.get('personId')));
	if (!colleague) error(404);
	await logSignIn(app, colleague, address, 'demo', 'allowed');
	const options = { complete: true, demo: true };
	await useSession(app, cookies, await startSession(app, colleague.person.id, options));
	redirect(303, localPath(form.get('to')));
};
