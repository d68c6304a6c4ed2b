import type { App } from '../app.ts';
import { sessionCookieAttributes, sessionCookieName } from './cookie.ts';
import { type StartedSession, endSession } from './sessions.ts';

/** The part of Kit's cookies that is needed here. */
export interface CookieJar {
	get(name: string): string | undefined;
	set(name: string, value: string, attributes: StartedSession['attributes']): void;
	delete(name: string, attributes: StartedSession['attributes']): void;
}

/** Puts a new session in the place of the one this browser had, so that no old value stays usable. */
export async function useSession(
	app: App,
	cookies: CookieJar,
	next: StartedSession
): Promise<void> {
	const name = sessionCookieName(app.settings);
	const earlier = cookies.get(name);
	if (earlier) await endSession(app, earlier);
	cookies.set(name, next.value, next.attributes);
}

/** Signs this browser out; without a session it is no error. */
export async function leaveSession(app: App, cookies: CookieJar): Promise<void> {
	const name = sessionCookieName(app.settings);
	const value = cookies.get(name);
	if (value) await endSession(app, value);
	cookies.delete(name, sessionCookieAttributes(app.settings));
}
