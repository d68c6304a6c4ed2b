import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import type { Colleague } from '../store/people.ts';
import { qrData } from '../qr.ts';
import { decrypt, encrypt } from '../secret-key.ts';
import { sha256, transact } from '../transact.ts';
import type { Actor, Work } from '../work.ts';
import { type TooMany, countAttempt, forgetAttempts } from './rate-limit.ts';
import { newRecoveryCodes, plainRecoveryCode } from './recovery-codes.ts';
import { newTotpSecret, sealTotpSecret, stepOfCode, totpAddress } from './totp.ts';

/** What the set-up page shows; `sealed` goes along with the form, so that looking changes nothing. */
export interface SecondFactorOffer {
	qr: string;
	secret: string;
	sealed: string;
}

/** A set-up page that lay open longer than this starts anew, in milliseconds. */
const OFFER_LIFE = 30 * 60_000;
const place = (personId: string) => `totp-offer:${personId}`;

/** A new secret, or with `sealed` the one that was offered before. */
export async function offerSecondFactor(
	app: App,
	{ person }: Colleague,
	sealed?: string
): Promise<SecondFactorOffer> {
	const earlier = sealed === undefined ? null : openOffer(app, person.id, sealed);
	const secret = earlier ?? newTotpSecret();
	const qr = await qrData(totpAddress(secret, person.email));
	const offer = JSON.stringify([secret, app.clock.now().getTime()]);
	return {
		qr,
		secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '),
		sealed: earlier && sealed ? sealed : encrypt(app.key, offer, place(person.id))
	};
}

/** The first right code makes the second factor hold; gives the recovery codes, to be shown once. */
export async function confirmSecondFactor(
	app: App,
	actor: Actor,
	{ sealed, code }: { sealed: string; code: string }
): Promise<Result<string[], 'set-up-expired' | 'code-refused' | TooMany>> {
	const { personId } = actor;
	const counted = await countAttempt(app, 'code', personId);
	if (!counted.ok) return counted;
	const secret = openOffer(app, personId, sealed);
	if (!secret) return fail('set-up-expired');
	const confirmed = await transact(
		app,
		actor,
		async (work): Promise<Result<string[], 'code-refused'>> => {
			const step = stepOfCode(secret, code, { now: work.now, afterStep: 0 });
			if (step === null) return fail('code-refused');
			await work.store.people.change(personId, {
				totpSecret: sealTotpSecret(app.key, secret, personId),
				totpConfirmedAt: work.now,
				totpLastStep: step
			});
			const codes = await replaceRecoveryCodes(work, personId);
			await logOwn(work, 'second-factor.set-up');
			return ok(codes);
		},
		'second-factor.set-up'
	);
	if (!confirmed.ok) return fail('code-refused');
	await forgetAttempts(app, 'code', personId);
	return confirmed;
}

/** Ten new codes in the place of the old; only their hashes are kept. */
export async function replaceRecoveryCodes(work: Work, personId: string): Promise<string[]> {
	const codes = newRecoveryCodes(work);
	const rows = codes.map((code) => ({
		id: work.id(),
		personId,
		codeHash: sha256(plainRecoveryCode(code))
	}));
	await work.store.people.replaceRecoveryCodes(personId, rows);
	return codes;
}

export function logOwn(work: Work, event: string): Promise<void> {
	const { personId } = work.actor;
	return work.log({ event, objectKind: 'person', objectId: personId, ground: 'self' });
}

function openOffer(app: App, personId: string, sealed: string): string | null {
	try {
		const [secret, at] = JSON.parse(decrypt(app.key, sealed, place(personId)));
		if (typeof secret !== 'string' || typeof at !== 'number') return null;
		return app.clock.now().getTime() - at < OFFER_LIFE ? secret : null;
	} catch {
		// Changed on the way, or of another person.
		return null;
	}
}
