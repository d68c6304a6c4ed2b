import { type Result, fail, ok } from '#lib/domain/result.ts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { App } from '../app.ts';

const QUARTER = 15 * 60;

/** Attempts in a quarter of an hour. A school or office shares one address, so that one is wide. */
const LIMITS = { account: 5, address: 60, code: 5, link: 30, mailbox: 10 } as const;
export type Limit = keyof typeof LIMITS;

export type TooMany = 'too-many-attempts';

type Limiters = Record<Limit, RateLimiterMemory>;

const limiter = (limit: Limit) =>
	new RateLimiterMemory({ keyPrefix: limit, points: LIMITS[limit], duration: QUARTER });

/** In memory, per process: a restart forgives, and one process serves everyone. */
const perApp = new WeakMap<App, Limiters>();

function limitersOf(app: App): Limiters {
	const known = perApp.get(app);
	if (known) return known;
	const made = {
		account: limiter('account'),
		address: limiter('address'),
		code: limiter('code'),
		link: limiter('link'),
		mailbox: limiter('mailbox')
	};
	perApp.set(app, made);
	return made;
}

/**
 * Counts an attempt before it is judged, so that many at once don't slip through.
 * Refused with `until`, the moment (ISO) from which a next attempt is heard.
 */
export async function countAttempt(
	app: App,
	limit: Limit,
	key: string
): Promise<Result<void, TooMany>> {
	try {
		await limitersOf(app)[limit].consume(key);
		return ok();
	} catch (refusal) {
		if (!(refusal instanceof RateLimiterRes)) throw refusal;
		const until = new Date(app.clock.now().getTime() + refusal.msBeforeNext);
		return fail('too-many-attempts', { until: until.toISOString() });
	}
}

/** A success was no guess: an office behind one address is not locked out by its own busy morning. */
export async function giveBack(app: App, limit: Limit, key: string): Promise<void> {
	await limitersOf(app)[limit].reward(key);
}

/** A success takes the count away. */
export async function forgetAttempts(app: App, limit: Limit, key: string): Promise<void> {
	await limitersOf(app)[limit].delete(key);
}
