import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia';
import type { App } from '../app.ts';
import type { Colleague } from '../store/people.ts';
import { repositories } from '../store/repositories.ts';
import type { StoredSession } from '../store/sessions.ts';
import { sha256 } from '../transact.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
/** How long a session lives without a request or a visible room tab, in milliseconds. */
export const IDLE = 30 * MINUTE;
/** How long a session lives in all, however much it is used. */
export const ABSOLUTE = 12 * HOUR;
/** How long someone has for the second factor after the password. */
export const INCOMPLETE = 10 * MINUTE;

/** Prolonging is written at most once in this time: each request would be a commit otherwise. */
const PROLONG_STEP = MINUTE;

export interface SessionAttributes {
	complete: boolean;
	demo: boolean;
	createdAt: Date;
}

interface UserAttributes {
	colleague: Colleague;
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionAttributes, UserAttributes>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: UserAttributes;
	}
}

/**
 * Lucia's way to our store. What Lucia calls the session id is the secret in the cookie; stored is its
 * SHA-256, so that a copy of the database signs nobody in. Lucia reads the system's clock and our rows
 * hold the app's, so moments are shifted on their way through.
 */
export function luciaAdapter(app: App): Adapter {
	const read = repositories(app.database.reader);
	const shift = () => Date.now() - app.clock.now().getTime();
	const write = <T>(work: (store: ReturnType<typeof repositories>) => Promise<T>) =>
		app.database.write((queries) => work(repositories(queries)));
	let seen: StoredSession | null = null;

	const toLucia = (row: StoredSession, id: string): DatabaseSession => ({
		id,
		userId: row.personId,
		expiresAt: new Date(sessionEndsAt(row).getTime() + shift()),
		attributes: { complete: row.complete, demo: row.demo, createdAt: row.createdAt }
	});

	return {
		async getSessionAndUser(secret): Promise<[DatabaseSession | null, DatabaseUser | null]> {
			seen = await read.sessions.find(sha256(secret));
			if (!seen) return [null, null];
			const colleague = await read.people.find(seen.personId);
			const mayStay =
				colleague && !colleague.person.disabledAt && (!seen.demo || app.settings.demo);
			// Without a user Lucia removes the session.
			const user = mayStay ? { id: seen.personId, attributes: { colleague } } : null;
			return [toLucia(seen, secret), user];
		},
		async getUserSessions(personId) {
			return (await read.sessions.ofPerson(personId)).map((row) => toLucia(row, row.id));
		},
		async setSession({ id, userId, expiresAt, attributes }) {
			const row = { personId: userId, expiresAt: new Date(expiresAt.getTime() - shift()) };
			await write((store) => store.sessions.add({ id: sha256(id), ...row, ...attributes }));
		},
		async updateSessionExpiration(secret, expiresAt) {
			const until = new Date(expiresAt.getTime() - shift());
			const row = seen?.id === sha256(secret) ? seen : await read.sessions.find(sha256(secret));
			if (row) await prolong(app, row, until);
		},
		async deleteSession(secret) {
			await write((store) => store.sessions.remove(sha256(secret)));
		},
		async deleteUserSessions(personId) {
			await write((store) => store.sessions.removeOfPerson(personId));
		},
		async deleteExpiredSessions() {
			await write((store) => store.sessions.removeExpired(app.clock.now()));
		}
	};
}

/** Moves the idle end, when that makes enough difference to be worth a commit. */
export async function prolong(app: App, row: StoredSession, until: Date): Promise<void> {
	if (until.getTime() - row.expiresAt.getTime() < PROLONG_STEP) return;
	await app.database.write((queries) =>
		repositories(queries).sessions.change(row.id, { expiresAt: until })
	);
}

/** When a session ends if nothing happens: idle, or the end of its longest life. */
export function sessionEndsAt(
	row: Pick<StoredSession, 'expiresAt' | 'createdAt' | 'complete'>
): Date {
	const life = row.complete ? ABSOLUTE : INCOMPLETE;
	return new Date(Math.min(row.expiresAt.getTime(), row.createdAt.getTime() + life));
}
