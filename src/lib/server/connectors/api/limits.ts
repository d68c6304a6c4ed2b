import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { App } from '../../app.ts';

/** Requests a minute of one client, and refused ones of one address. */
const PER_CLIENT = 240;
const REFUSED = 30;
const WINDOW_SECONDS = 60;

interface Limits {
	client: RateLimiterMemory;
	/** Guessing is hopeless, and must not be cheap either. */
	refused: RateLimiterMemory;
}

const limitsOf = new WeakMap<App, Limits>();

/** In memory, per process: a restart forgives, and one process serves everyone. */
function limits(app: App): Limits {
	const known = limitsOf.get(app);
	if (known) return known;
	const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
	const made = { client: limiter(PER_CLIENT), refused: limiter(REFUSED) };
	limitsOf.set(app, made);
	return made;
}

/** How much is left, as a client hears it with each answer. */
export interface Allowance {
	isSpent: boolean;
	left: number;
	/** Seconds until it starts anew; whole, at least 1. */
	resetIn: number;
}

export async function countRequest(app: App, connectorId: string): Promise<Allowance> {
	return consume(limits(app).client, connectorId);
}

/** Counts before it is judged, so that many at once don't slip through. */
export async function countAttempt(app: App, address: string): Promise<Allowance> {
	return consume(limits(app).refused, address);
}

/** It was no guess: what was counted for it is given back. */
export async function giveBackAttempt(app: App, address: string): Promise<void> {
	await limits(app).refused.reward(address);
}

/** IETF draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers-10). */
export function allowanceHeaders({ left, resetIn }: Allowance): Record<string, string> {
	return {
		'ratelimit-policy': `"client";q=${PER_CLIENT};w=${WINDOW_SECONDS}`,
		ratelimit: `"client";r=${left};t=${resetIn}`
	};
}

async function consume(limiter: RateLimiterMemory, who: string): Promise<Allowance> {
	try {
		return allowance(await limiter.consume(who), false);
	} catch (rejected) {
		if (!(rejected instanceof RateLimiterRes)) throw rejected;
		return allowance(rejected, true);
	}
}

function allowance({ remainingPoints, msBeforeNext }: RateLimiterRes, isSpent: boolean): Allowance {
	return {
		isSpent,
		left: Math.max(0, remainingPoints),
		resetIn: Math.max(1, Math.ceil(msBeforeNext / 1000))
	};
}
