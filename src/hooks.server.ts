import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { isPublic, toSignIn } from '#lib/server/auth/guard.ts';
import { protect } from '#lib/server/auth/headers.ts';
import { actorOf, readSession, sessionCookieName } from '#lib/server/auth/sessions.ts';
import { logError } from '#lib/server/log.ts';
import { runningApp } from '#lib/server/running-app.ts';

export const init: ServerInit = () => {
	runningApp();
};

/** Every request: who is it, may it be here, in which language, with which headers. */
export const handle: Handle = async ({ event, resolve }) => {
	const away = await recognise(event);
	if (away) return goingTo(away, event);
	// A copy without the body: the middleware would read it, and the form would arrive empty.
	const head = new Request(event.url, { headers: event.request.headers });
	const response = await paraglideMiddleware(head, ({ locale }) =>
		resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
	);
	return protect(response, event.locals.app.settings);
};

/** A page's data is fetched by script, which Kit tells of a redirect in its own way. */
function goingTo(location: string, { isDataRequest, locals }: RequestEvent): Response {
	if (isDataRequest) redirect(303, location);
	return protect(new Response(null, { status: 303, headers: { location } }), locals.app.settings);
}

/** Who asks; or where he or she has to go first. */
async function recognise(event: RequestEvent): Promise<string | null> {
	const { locals, cookies, route, url, request } = event;
	const app = runningApp();
	locals.app = app;
	locals.address = event.getClientAddress();
	const signedIn = await readSession(app, cookies.get(sessionCookieName(app.settings)));
	locals.signedIn = signedIn;
	const away = isPublic(route.id) ? null : toSignIn(signedIn, url, request.method);
	if (away) return away;
	if (!signedIn?.session.complete) return null;
	locals.session = signedIn.session;
	locals.colleague = signedIn.colleague;
	locals.actor = actorOf(signedIn.colleague, signedIn.session, locals.address);
	return null;
}

export const handleError: HandleServerError = ({ error, event, kind }) => {
	if (kind !== 'unknown') return;
	logError(`${event.request.method} ${event.route.id ?? 'unknown route'}`, error);
	return { message: 'Internal Error' };
};
