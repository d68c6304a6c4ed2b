import { randomBytes, randomInt } from 'node:crypto';

/** Where chance comes from; a test hands in its own. */
export interface Ids {
	/** 128 random bits, always 22 characters: neither order nor size tells anything. */
	id(): string;
	/** A one-time secret, 192 bits, 32 characters. */
	secret(): string;
	/** What a system shows at each request for a while: 256 bits, 43 characters. */
	token(): string;
	/** A whole number from 0 up to, not including, `below`. */
	number(below: number): number;
}

export const randomIds: Ids = {
	id: () => randomBytes(16).toString('base64url'),
	secret: () => randomBytes(24).toString('base64url'),
	token: () => randomBytes(32).toString('base64url'),
	number: (below) => randomInt(below)
};
