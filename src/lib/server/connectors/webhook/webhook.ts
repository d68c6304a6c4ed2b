import { lookup as systemLookup } from 'node:dns/promises';
import { Webhook } from 'standardwebhooks';
import type { Clock } from '../../clock.ts';
import type { Message, Outcome, Sender, Target } from '../connector.ts';
import { destination, type Lookup } from './address.ts';
import { cloudEvent } from './map.ts';
import { post } from './post.ts';

export interface WebhookParts {
	publicUrl: URL;
	/** `host:port` that may be private and without https. */
	allow: readonly string[];
	clock: Clock;
	/** In all, from look-up to the answer's first line. */
	timeoutMs?: number;
	lookup?: Lookup;
}

const TIMEOUT_MS = 10_000;

/** The signed webhook: CloudEvents over POST, signed as Standard Webhooks 1.0. */
export function webhook(parts: WebhookParts): Sender {
	const lookup = parts.lookup ?? ((host) => systemLookup(host, { all: true }));
	return {
		async send(target: Target, message: Message, closing: AbortSignal): Promise<Outcome> {
			const signal = AbortSignal.any([closing, AbortSignal.timeout(parts.timeoutMs ?? TIMEOUT_MS)]);
			const to = await inTime(destination(target.url, parts.allow, lookup), signal);
			if (to === 'timeout') return { ok: false, error: 'timeout' };
			if (!to.ok) return { ok: false, error: to.error };
			const body = JSON.stringify(cloudEvent(message, parts.publicUrl));
			return post(to.value, headersOf(target, message.id, body, parts.clock.now()), body, signal);
		}
	};
}

function headersOf(target: Target, id: string, body: string, now: Date): Record<string, string> {
	return {
		'content-type': 'application/cloudevents+json; charset=utf-8',
		'user-agent': 'Casustafel',
		'webhook-id': id,
		'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
		'webhook-signature': signatures(target, id, body, now)
	};
}

/** While a secret is being replaced, one of each: the receiver accepts whichever it knows. */
function signatures({ secret, previousSecret }: Target, id: string, body: string, now: Date) {
	return [secret, previousSecret]
		.filter((each) => each !== null)
		.map((each) => new Webhook(each).sign(id, now, body))
		.join(' ');
}

/** A name server that never answers must not hold a delivery for ever. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T | 'timeout'> {
	return new Promise((done, failed) => {
		if (signal.aborted) return done('timeout');
		signal.addEventListener('abort', () => done('timeout'), { once: true });
		work.then(done, failed);
	});
}
