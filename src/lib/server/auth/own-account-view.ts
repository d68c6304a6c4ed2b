import type { App } from '../app.ts';
import type { Colleague } from '../store/people.ts';
import { repositories } from '../store/repositories.ts';
import { type Session, sessionEndsAt } from './sessions.ts';

/** What someone sees of the own account. Moments are ISO strings. */
export interface OwnAccount {
	name: string;
	function: string;
	organisation: string;
	email: string;
	phone: string;
	hasPassword: boolean;
	secondFactor: { on: boolean; required: boolean; recoveryCodesLeft: number };
	sessions: { since: string; isThis: boolean }[];
}

export async function ownAccount(
	app: App,
	{ person, organisation }: Colleague,
	session: Session
): Promise<OwnAccount> {
	const store = repositories(app.database.reader);
	const now = app.clock.now();
	const codes = await store.people.unusedRecoveryCodes(person.id);
	const sessions = await store.sessions.ofPerson(person.id);
	return {
		name: person.name,
		function: person.function,
		organisation: organisation.name,
		email: person.email,
		phone: person.phone,
		hasPassword: person.passwordHash !== null,
		secondFactor: {
			on: person.totpConfirmedAt !== null,
			required: organisation.requireSecondFactor,
			recoveryCodesLeft: codes.length
		},
		sessions: sessions
			.filter((row) => row.complete && sessionEndsAt(row) > now)
			.toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
			.map((row) => ({ since: row.createdAt.toISOString(), isThis: row.id === session.id }))
	};
}
