import { type Result, fail, ok } from '#lib/domain/result.ts';
import type { App } from '../app.ts';
import { derive } from '../secret-key.ts';
import type { MailLink } from '../store/mail-links.ts';
import type { Work } from '../work.ts';
import { VISIT_SECONDS } from './link-actor.ts';
import { codeFor } from './texts.ts';

const MINUTE = 60_000;
const CODE_MINUTES = 10;
/** Wrong ones; then a new code has to be asked. */
export const CODE_ATTEMPTS = 5;
/** Codes for one link: what can be guessed at in a day is 50 of a million. */
const CODES = [
	{ most: 5, within: 15 * MINUTE },
	{ most: 10, within: 24 * 60 * MINUTE }
] as const;

export interface AskedCode {
	/** Of the visit cookie. */
	value: string;
	code: string;
	until: Date;
}

/** Writes that a browser waits for a code; the code is mailed after the transaction. */
export async function askCode(
	app: App,
	work: Work,
	link: MailLink
): Promise<Result<AskedCode, 'too-many-codes'>> {
	const { now } = work;
	const { mailLinks } = work.store;
	for (const { most, within } of CODES) {
		const asked = await mailLinks.codesSince(link.id, new Date(now.getTime() - within));
		if (asked >= most) return fail('too-many-codes');
	}
	const value = work.secret();
	const id = work.hash(value);
	const code = String(work.number(1_000_000)).padStart(6, '0');
	const until = new Date(now.getTime() + CODE_MINUTES * MINUTE);
	await mailLinks.addVisit({
		id,
		linkId: link.id,
		createdAt: now,
		expiresAt: new Date(now.getTime() + VISIT_SECONDS * 1000),
		codeHash: codeHash(app, id, code),
		codeUntil: until
	});
	return ok({ value, code, until });
}

/** Of one browser's visit: the code fits no other. */
export function codeHash({ key }: Pick<App, 'key'>, visitId: string, code: string): string {
	return derive(key, 'mail code', `${visitId} ${code}`);
}

const clock = new Intl.DateTimeFormat('nl-NL', {
	timeZone: 'Europe/Amsterdam',
	hour: '2-digit',
	minute: '2-digit'
});

/** To the mailbox that the link was sent to, and no other. */
export async function mailCode(
	app: App,
	link: MailLink,
	{ code, until }: AskedCode
): Promise<Result<void, 'code-not-sent'>> {
	const sent = await app.mailer?.send({
		to: link.address,
		id: app.ids.id(),
		...codeFor(code, clock.format(until).replace(':', '.'))
	});
	return sent?.ok ? ok() : fail('code-not-sent');
}
