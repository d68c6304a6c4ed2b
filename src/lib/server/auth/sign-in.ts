import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import type { Colleague } from '../store/people.ts';
import { repositories } from '../store/repositories.ts';
import type { Actor } from '../work.ts';
import { passwordFits } from './passwords.ts';
import { type TooMany, countAttempt, giveBack, forgetAttempts } from './rate-limit.ts';
import { type StartedSession, startSession } from './sessions.ts';

export interface SignInRequest {
	email: string;
	password: string;
	address: string;
}

/** What is left to do after the password. */
export type NextStep = 'done' | 'give-code' | 'set-up-second-factor';

export interface SignInStarted {
	session: StartedSession;
	next: NextStep;
}

/**
 * E-mail and password → a session, complete only when no second factor is asked. Unknown, wrong,
 * disabled and never invited are one answer (`sign-in-refused`), after the same work.
 */
export async function signIn(
	app: App,
	{ email, password, address }: SignInRequest
): Promise<Result<SignInStarted, 'sign-in-refused' | TooMany>> {
	const account = `${address} ${email.trim().toLowerCase()}`;
	for (const [limit, key] of [
		['address', address],
		['account', account]
	] as const) {
		const counted = await countAttempt(app, limit, key);
		if (!counted.ok) return counted;
	}
	const found = await repositories(app.database.reader).people.byEmail(email);
	const fits = await passwordFits(found?.person.passwordHash ?? null, password);
	const colleague = fits && !found?.person.disabledAt ? found : null;
	await logSignIn(app, found, address, 'password', colleague ? 'allowed' : 'refused');
	if (!colleague) return fail('sign-in-refused');
	await forgetAttempts(app, 'account', account);
	await giveBack(app, 'address', address);
	return ok(await startAfterPassword(app, colleague));
}

/** The session that the password alone gives. */
export async function startAfterPassword(
	app: App,
	{ person, organisation }: Colleague
): Promise<SignInStarted> {
	const next = person.totpConfirmedAt
		? 'give-code'
		: organisation.requireSecondFactor
			? 'set-up-second-factor'
			: 'done';
	return { next, session: await startSession(app, person.id, { complete: next === 'done' }) };
}

/** One row for each attempt, also of who does not exist: the work is the same, and guessing shows. */
export async function logSignIn(
	app: App,
	colleague: Colleague | null,
	address: string,
	ground: string,
	outcome: 'allowed' | 'refused'
): Promise<void> {
	const actor: Actor = {
		personId: colleague?.person.id ?? 'unknown',
		organisationId: colleague?.organisation.id ?? 'unknown',
		administers: colleague?.person.administers ?? 'nothing',
		client: 'sign-in',
		address
	};
	await app.database.write((queries) =>
		repositories(queries).log.add(actor, app.clock.now(), {
			event: 'sign-in',
			objectKind: 'person',
			objectId: actor.personId,
			ground,
			outcome
		})
	);
}
