import { Lucia, TimeSpan } from 'lucia';
import type { App } from '../app.ts';
import type { Colleague } from '../store/people.ts';
import { repositories } from '../store/repositories.ts';
import { sha256 } from '../transact.ts';
import type { Actor } from '../work.ts';
import { type SessionCookieAttributes, sessionCookieAttributes } from './cookie.ts';
import {
	IDLE,
	type SessionAttributes,
	luciaAdapter,
	prolong,
	sessionEndsAt
} from './lucia-adapter.ts';

export { SESSION_COOKIES, sessionCookieName, sessionValueFrom } from './cookie.ts';
export { sessionEndsAt } from './lucia-adapter.ts';

/** A session as the server knows it; `id` is the hash that is stored, never what the cookie holds. */
export interface Session extends SessionAttributes {
	id: string;
	personId: string;
}

export interface SignedIn {
	session: Session;
	colleague: Colleague;
}

/** The value for the cookie: seen here once, stored nowhere. */
export interface StartedSession {
	value: string;
	attributes: SessionCookieAttributes;
}

const lucia = (app: App, adapter = luciaAdapter(app)) =>
	new Lucia(adapter, {
		sessionExpiresIn: new TimeSpan(IDLE, 'ms'),
		getSessionAttributes: (attributes) => attributes,
		getUserAttributes: ({ colleague }) => ({ colleague })
	});

/** Starts a session; an incomplete one opens nothing but the way to the second factor. */
export async function startSession(
	app: App,
	personId: string,
	{ complete, demo = false }: { complete: boolean; demo?: boolean }
): Promise<StartedSession> {
	const sessions = lucia(app);
	await sessions.deleteExpiredSessions();
	const { id } = await sessions.createSession(personId, {
		complete,
		demo,
		createdAt: app.clock.now()
	});
	return { value: id, attributes: sessionCookieAttributes(app.settings) };
}

/**
 * Whose session this is, and prolongs it. Null when there is none, it has ended, the person may no
 * longer sign in, or it was made by the demo's switch and this is not the demo.
 */
export async function readSession(
	app: App,
	cookieValue: string | null | undefined
): Promise<SignedIn | null> {
	if (!cookieValue || cookieValue.length > 128) return null;
	const adapter = luciaAdapter(app);
	const { session, user } = await lucia(app, adapter).validateSession(cookieValue);
	if (!session) return null;
	// Lucia prolongs in the second half only, which would make the idle limit 15 to 30 minutes.
	if (!session.fresh)
		await adapter.updateSessionExpiration(cookieValue, new Date(Date.now() + IDLE));
	const { complete, demo, createdAt, userId } = session;
	return {
		session: { id: sha256(cookieValue), personId: userId, complete, demo, createdAt },
		colleague: user.colleague
	};
}

/** Keeps the session of someone who listens in a visible room tab; false when it has ended. */
export async function renewSession(app: App, cookieValue: string): Promise<boolean> {
	return renewSessionById(app, sha256(cookieValue));
}

/** The same by the stored hash, which is all an open socket keeps. */
export async function renewSessionById(app: App, sessionId: string): Promise<boolean> {
	const store = repositories(app.database.reader);
	const row = await store.sessions.find(sessionId);
	const colleague = row && (await store.people.find(row.personId));
	const now = app.clock.now();
	if (!row || !colleague || colleague.person.disabledAt || sessionEndsAt(row) <= now) return false;
	await prolong(app, row, new Date(now.getTime() + IDLE));
	return true;
}

/** Signs one session out, with its open sockets. */
export async function endSession(app: App, cookieValue: string): Promise<void> {
	await lucia(app).invalidateSession(cookieValue);
	await app.hub.closeSession(sha256(cookieValue));
}

/** Signs someone out everywhere, with the open sockets; `except` is the hash of a session that stays. */
export async function endSessionsOf(app: App, personId: string, except?: string): Promise<void> {
	const ended = await app.database.write(async (queries) => {
		const { sessions } = repositories(queries);
		const open = await sessions.ofPerson(personId);
		await sessions.removeOfPerson(personId, except);
		return open.map((row) => row.id).filter((id) => id !== except);
	});
	if (except === undefined) await app.hub.closeSessionsOf(personId);
	else for (const id of ended) await app.hub.closeSession(id, 'session-ended');
}

/** Who acts, for the use-cases and the access log. */
export function actorOf(colleague: Colleague, session: Session, address: string): Actor {
	const { person } = colleague;
	return {
		personId: person.id,
		organisationId: person.organisationId,
		administers: person.administers,
		client: session.id.slice(0, 10),
		address
	};
}
