import type { App } from '../../app.ts';
import { letterAbout } from '../../mail/letter-about.ts';
import { proof } from '../../mail/texts.ts';
import { teamOf } from '../../mail/recipient.ts';
import type { Message, Outcome, Sender, Target } from '../connector.ts';

/** Shorter than a claim lasts, so that one delivery is never sent twice at once. */
const LONGEST_MS = 30_000;

/** A mail without any content and a link to one action, to its owner or the mailbox of the team. */
export function mail(app: App): Sender {
	return {
		async send(target: Target, message: Message, closing: AbortSignal): Promise<Outcome> {
			if (!app.mailer) return { ok: false, error: 'no-mail-server' };
			const letter =
				message.kind === 'test'
					? { to: teamOf(target).address, ...proof() }
					: await letterAbout(app, target, { ...message, kind: message.kind });
			// It moved on while this was on its way; the newer news says so.
			if (!letter) return { ok: false, error: 'fault' };
			const signal = AbortSignal.any([closing, AbortSignal.timeout(LONGEST_MS)]);
			// The id of the message in each attempt: a mail server recognises the repeat.
			return app.mailer.send({ ...letter, id: message.id }, signal);
		}
	};
}
