import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import type { Colleague } from '../store/people.ts';
import { type Repositories, repositories } from '../store/repositories.ts';
import { sha256, transact } from '../transact.ts';
import type { Actor } from '../work.ts';
import { type PasswordProblem, hashPassword, passwordProblem } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';
import { type SignInStarted, startAfterPassword } from './sign-in.ts';

export interface OneTimeLink {
	/** What the link holds; to be shown once. */
	token: string;
	/** What is kept of it. */
	tokenHash: string;
	address: string;
}

/** A new one-time link; only its hash is to be stored. */
export function newOneTimeLink(app: App): OneTimeLink {
	const token = app.ids.secret();
	const address = new URL(`/uitnodiging/${token}`, app.settings.publicUrl).href;
	return { token, tokenHash: sha256(token), address };
}

/** Whose link this is; null when it was used, replaced, too old or never made. */
export async function invitee(app: App, token: string): Promise<Colleague | null> {
	const found = await open(repositories(app.database.reader), app.clock.now(), token);
	return found?.colleague ?? null;
}

/** Chooses the password by a one-time link, which is then used up; earlier sessions end. */
export async function acceptInvitation(
	app: App,
	token: string,
	{ password, repeat }: { password: string; repeat: string },
	address: string
): Promise<Result<SignInStarted, 'link-ended' | PasswordProblem | 'passwords-differ'>> {
	const colleague = await invitee(app, token);
	if (!colleague) return fail('link-ended');
	const problem = passwordProblem(password, colleague.person.email);
	if (problem) return fail(problem);
	if (password !== repeat) return fail('passwords-differ');
	const passwordHash = await hashPassword(password);
	const { person } = colleague;
	const actor: Actor = {
		personId: person.id,
		organisationId: person.organisationId,
		administers: person.administers,
		client: 'one-time',
		address
	};
	const accepted = await transact(
		app,
		actor,
		async ({ store, now, log }): Promise<Result<void, 'link-ended'>> => {
			// Asked again in here: of two who send it at once, one is too late.
			if (!(await open(store, now, token))) return fail('link-ended');
			await store.people.change(person.id, { passwordHash });
			await store.people.endInvitations(person.id, now);
			await log({
				event: 'invitation.accept',
				objectKind: 'person',
				objectId: person.id,
				ground: 'one-time-link'
			});
			return ok();
		},
		'invitation.accept'
	);
	if (!accepted.ok) return fail('link-ended');
	await endSessionsOf(app, person.id);
	return ok(await startAfterPassword(app, colleague));
}

async function open(store: Repositories, now: Date, token: string) {
	const invitation = await store.people.invitation(sha256(token));
	if (!invitation || invitation.usedAt || invitation.expiresAt <= now) return null;
	const colleague = await store.people.find(invitation.personId);
	return colleague && !colleague.person.disabledAt ? { invitation, colleague } : null;
}
