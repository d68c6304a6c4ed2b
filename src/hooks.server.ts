import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { redirect } from '@sveltejs/kit';
import { isPublic, toSignIn } from '#lib/server/auth/guard.ts';
import { protect } from '#lib/server/auth/headers.ts';
import { actorOf, readSession, sessionCookieName } from '#lib/server/auth/sessions.ts';
import { logError } from '#lib/server/log.ts';
import { runningApp } from '#lib/server/running-app.ts';
import { paraglideMiddleware } from '#lib/paraglide/server.js';

export const init: ServerInit = () => {
	runningApp();
};

const headers: Handle = async ({ event, resolve }) =>
	protect(await resolve(event), runningApp().settings);

const recognise: Handle = async ({ event, resolve }) => {
	const app = runningApp();
	const { locals } = event;
	locals.app = app;
	locals.address = event.getClientAddress();
	const signedIn = await readSession(app, event.cookies.get(sessionCookieName(app.settings)));
	locals.signedIn = signedIn;
	const away = isPublic(event.route.id) ? null : toSignIn(signedIn, event.url, event.request.method);
	if (away) redirect(303, away);
	if (signedIn?.session.complete) {
		locals.session = signedIn.session;
		locals.colleague = signedIn.colleague;
		locals.actor = actorOf(signedIn.colleague, signedIn.session, locals.address);
	}
	return resolve(event);
};

const language: Handle = ({ event, resolve }) =>
	// A copy without the body: the middleware would read it, and the form would arrive empty.
	paraglideMiddleware(
		new Request(event.url, { headers: event.request.headers }),
		({ locale }) =>
			resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
	);

export const handle: Handle = sequence(headers, recognise, language);

export const handleError: HandleServerError = ({ error, event, kind }) => {
	if (kind !== 'unknown') return;
	logError(`${event.request.method} ${event.route.id ?? 'unknown route'}`, error);
	return { message: 'Internal Error' };
};
