import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** Argon2id (its default), 19 MiB, two passes, one lane: the OWASP password storage minimum. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 12;
/** Longer ones would let anyone make the server hash megabytes. */
export const LONGEST_PASSWORD = 200;

/** Someone who types on another keyboard may send the same letters composed differently. */
const normal = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
	return hash(normal(password), COST);
}

let dummy: Promise<string> | null = null;

/** Takes the same time when there is nobody, or nobody with a password: the answer tells no more. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
	dummy ??= hashPassword(randomBytes(24).toString('base64url'));
	const fits = await verify(stored ?? (await dummy), normal(password.slice(0, LONGEST_PASSWORD)));
	return fits && stored !== null && password.length <= LONGEST_PASSWORD;
}

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-is-email';

/** What is wrong with a new password, or null. Length counts, not signs (NIST SP 800-63B, 5.1.1.2). */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
	const plain = normal(password);
	if (Array.from(plain).length < SHORTEST_PASSWORD) return 'password-too-short';
	if (password.length > LONGEST_PASSWORD) return 'password-too-long';
	return plain.trim().toLowerCase() === email.toLowerCase() ? 'password-is-email' : null;
}
