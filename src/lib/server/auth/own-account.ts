import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import { repositories } from '../store/repositories.ts';
import { transact } from '../transact.ts';
import type { Actor } from '../work.ts';
import { type PasswordProblem, hashPassword, passwordFits, passwordProblem } from './passwords.ts';
import { type TooMany, countAttempt, forgetAttempts } from './rate-limit.ts';
import { type Session, endSessionsOf } from './sessions.ts';
import { logOwn, replaceRecoveryCodes } from './set-up-second-factor.ts';

type WrongPassword = 'password-refused' | TooMany;

/*
 * None of these goes through the list of commands: that keeps a hash of each input, and a quick hash of
 * a password is what argon2 is there to prevent.
 */

/** A walked-away-from screen must not be enough to take an account over, so the password is asked. */
export async function confirmPassword(
	app: App,
	actor: Actor,
	password: string
): Promise<Result<void, WrongPassword>> {
	const counted = await countAttempt(app, 'account', `own ${actor.personId}`);
	if (!counted.ok) return counted;
	const found = await repositories(app.database.reader).people.find(actor.personId);
	if (!(await passwordFits(found?.person.passwordHash ?? null, password)))
		return fail('password-refused');
	await forgetAttempts(app, 'account', `own ${actor.personId}`);
	return ok();
}

/** A new password; every other session of this person ends. */
export async function changePassword(
	app: App,
	actor: Actor,
	session: Session,
	{ current, next, repeat }: { current: string; next: string; repeat: string }
): Promise<Result<void, WrongPassword | PasswordProblem | 'passwords-differ'>> {
	const own = await confirmPassword(app, actor, current);
	if (!own.ok) return own;
	const found = await repositories(app.database.reader).people.find(actor.personId);
	const problem = passwordProblem(next, found?.person.email ?? '');
	if (problem) return fail(problem);
	if (next !== repeat) return fail('passwords-differ');
	const passwordHash = await hashPassword(next);
	await transact(
		app,
		actor,
		async (work) => {
			await work.store.people.change(actor.personId, { passwordHash });
			await work.store.people.endInvitations(actor.personId, work.now);
			await logOwn(work, 'password.change');
			return ok();
		},
		'password.change'
	);
	await endSessionsOf(app, actor.personId, session.id);
	return ok();
}

/** Ten new recovery codes, to be shown once. */
export async function renewRecoveryCodes(
	app: App,
	actor: Actor,
	password: string
): Promise<Result<string[], WrongPassword>> {
	const own = await confirmPassword(app, actor, password);
	if (!own.ok) return own;
	const renewed = await transact(
		app,
		actor,
		async (work) => {
			await logOwn(work, 'recovery-codes.renew');
			return ok(await replaceRecoveryCodes(work, actor.personId));
		},
		'recovery-codes.renew'
	);
	return renewed.ok ? renewed : fail('password-refused');
}

/** Turns the own second factor off; refused where the organisation asks it of everyone. */
export async function removeSecondFactor(
	app: App,
	actor: Actor,
	session: Session,
	password: string
): Promise<Result<void, WrongPassword | 'second-factor-required'>> {
	const own = await confirmPassword(app, actor, password);
	if (!own.ok) return own;
	const removed = await transact(
		app,
		actor,
		async (work): Promise<Result<void, 'second-factor-required'>> => {
			const found = await work.store.people.find(actor.personId);
			if (found?.organisation.requireSecondFactor) return fail('second-factor-required');
			await work.store.people.change(actor.personId, { totpSecret: null, totpConfirmedAt: null });
			await work.store.people.replaceRecoveryCodes(actor.personId, []);
			await logOwn(work, 'second-factor.remove');
			return ok();
		},
		'second-factor.remove'
	);
	if (!removed.ok) return fail('second-factor-required');
	await endSessionsOf(app, actor.personId, session.id);
	return ok();
}
