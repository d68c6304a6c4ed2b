import { generateSecret, generateURI, verifySync } from 'otplib';
import { decrypt, encrypt } from '../secret-key.ts';

/** Seconds a code holds (RFC 6238); one earlier and one later step are accepted too. */
const PERIOD = 30;

export const newTotpSecret = (): string => generateSecret();

/**
 * The time step a code belongs to, or null when it does not fit or its step was used before: whoever
 * looks over a shoulder can't use the same code (RFC 6238, 5.2).
 */
export function stepOfCode(
	secret: string,
	code: string,
	{ now, afterStep }: { now: Date; afterStep: number }
): number | null {
	const token = code.replaceAll(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const epoch = Math.floor(now.getTime() / 1000);
	const outcome = verifySync({ secret, token, epoch, epochTolerance: PERIOD });
	if (!outcome.valid) return null;
	const step = Math.floor(('epoch' in outcome ? outcome.epoch : epoch) / PERIOD);
	return step > afterStep ? step : null;
}

/** What an authenticator app reads from the QR code. */
export function totpAddress(secret: string, email: string): string {
	return generateURI({ issuer: 'Casustafel', label: email, secret });
}

const place = (personId: string) => `totp:${personId}`;

/** The secret as it is stored: a copy of the database makes no codes. */
export function sealTotpSecret(key: Buffer, secret: string, personId: string): string {
	return encrypt(key, secret, place(personId));
}

export function openTotpSecret(key: Buffer, sealed: string, personId: string): string {
	return decrypt(key, sealed, place(personId));
}
