import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** A message that was sent longer ago than this may be a recording played again. */
const TOLERANCE_SECONDS = 5 * 60;

export type Refusal = 'no-signature' | 'stale' | 'wrong-signature';

/** Checks a Standard Webhooks signature over the exact bytes that came in; null when it is right. */
export function refusal(
	secret: string,
	headers: IncomingHttpHeaders,
	body: string,
	now: Date
): Refusal | null {
	const id = one(headers['webhook-id']);
	const seconds = Number(one(headers['webhook-timestamp']));
	const signatures = one(headers['webhook-signature']);
	if (!id || !signatures || !Number.isInteger(seconds)) return 'no-signature';
	if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_SECONDS) return 'stale';
	const expected = Buffer.from(new Webhook(secret).sign(id, new Date(seconds * 1000), body));
	const isOurs = signatures.split(' ').some((each) => {
		const given = Buffer.from(each);
		return given.length === expected.length && timingSafeEqual(given, expected);
	});
	return isOurs ? null : 'wrong-signature';
}

function one(header: string | string[] | undefined): string | undefined {
	return Array.isArray(header) ? header[0] : header;
}
