import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import { sha256, transact } from '../transact.ts';
import type { Work } from '../work.ts';
import { type TooMany, countAttempt, forgetAttempts } from './rate-limit.ts';
import { plainRecoveryCode } from './recovery-codes.ts';
import { type SignedIn, type StartedSession, actorOf, startSession } from './sessions.ts';
import { openTotpSecret, stepOfCode } from './totp.ts';

export interface GivenCode {
	kind: 'totp' | 'recovery';
	code: string;
}

/**
 * The second step of signing in: a code of the app, or one of the recovery codes, each usable once.
 * Gives a new, complete session; the incomplete one is to be replaced by it.
 */
export async function giveCode(
	app: App,
	{ colleague, session }: SignedIn,
	given: GivenCode,
	address: string
): Promise<Result<StartedSession, 'code-refused' | TooMany>> {
	const personId = colleague.person.id;
	// Per person, wherever from: six digits must not be guessed from many addresses at once.
	const counted = await countAttempt(app, 'code', personId);
	if (!counted.ok) return counted;
	const checked = await transact(
		app,
		actorOf(colleague, session, address),
		async (work) => {
			const fits = await useCode(work, app.key, personId, given);
			if (!fits) return fail('code-refused');
			await work.log({
				event: 'sign-in',
				objectKind: 'person',
				objectId: personId,
				ground: given.kind
			});
			return ok();
		},
		'sign-in'
	);
	if (!checked.ok) return fail('code-refused');
	await forgetAttempts(app, 'code', personId);
	return ok(await startSession(app, personId, { complete: true }));
}

/** Checks and uses up in one transaction: two requests with one code can't both pass. */
async function useCode(
	work: Work,
	key: Buffer,
	personId: string,
	{ kind, code }: GivenCode
): Promise<boolean> {
	const { people } = work.store;
	const found = await people.find(personId);
	if (!found?.person.totpSecret || !found.person.totpConfirmedAt || found.person.disabledAt)
		return false;
	if (kind === 'recovery') {
		const hash = sha256(plainRecoveryCode(code));
		const unused = await people.unusedRecoveryCodes(personId);
		const fitting = unused.find((row) => row.codeHash === hash);
		if (fitting) await people.useRecoveryCode(fitting.id, work.now);
		return fitting !== undefined;
	}
	const secret = openTotpSecret(key, found.person.totpSecret, personId);
	const step = stepOfCode(secret, code, { now: work.now, afterStep: found.person.totpLastStep });
	if (step !== null) await people.change(personId, { totpLastStep: step });
	return step !== null;
}
