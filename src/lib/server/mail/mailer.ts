import { createTransport } from 'nodemailer';
import type { SendError } from '../connectors/connector.ts';
import type { MailSettings } from '../settings.ts';

/** A mail of plain text to one person. Never holds content of a case: mail lies open on its way. */
export interface Mail {
	to: string;
	subject: string;
	text: string;
	/** The same in each attempt: the Message-ID, by which a mail server recognises a repeat. */
	id: string;
	/** Of an earlier mail that this one belongs to: a mail program shows them together. */
	replyTo?: string;
}

export interface Mailer {
	/** Sends once, never throws. */
	send(mail: Mail, signal?: AbortSignal): Promise<{ ok: true } | { ok: false; error: SendError }>;
	close(): void;
}

const TIMEOUT_MS = 10_000;

/** The operator's own mail server (SMTP). TLS is asked for wherever the server offers it. */
export function mailer({ smtpUrl, from }: MailSettings, host: string): Mailer {
	const times = {
		connectionTimeout: TIMEOUT_MS,
		greetingTimeout: TIMEOUT_MS,
		socketTimeout: TIMEOUT_MS
	};
	const url = new URL(smtpUrl);
	const transport = createTransport({
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 25)),
		secure: url.protocol === 'smtps:',
		...(url.username && {
			auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
		}),
		...times
	});
	return {
		async send({ to, subject, text, id, replyTo }, signal) {
			const sending = transport.sendMail({
				// An address is only ever one: nothing in it is read as a list or a header.
				to: { name: '', address: to },
				from,
				subject,
				text,
				messageId: `<${id}@${host}>`,
				...(replyTo && { inReplyTo: `<${replyTo}@${host}>`, references: `<${replyTo}@${host}>` }),
				// Out of office and the like are not for us.
				headers: { 'Auto-Submitted': 'auto-generated' }
			});
			return Promise.race([
				sending.then(() => ({ ok: true as const }), failure),
				new Promise<{ ok: false; error: SendError }>((done) =>
					signal?.addEventListener('abort', () => done({ ok: false, error: 'timeout' }), {
						once: true
					})
				)
			]);
		},
		close: () => transport.close()
	};
}

function failure(error: Error & { code?: string; responseCode?: number; command?: string }) {
	return { ok: false as const, error: reasonOf(error) };
}

function reasonOf(
	error: Error & { code?: string; responseCode?: number; command?: string }
): SendError {
	// 5xx: the server will not take this mail, now or later (RFC 5321, 4.2.1).
	if (error.responseCode) return error.responseCode >= 500 ? 'answered-refusal' : 'answered-error';
	if (error.code === 'ETIMEDOUT') return 'timeout';
	if (error.code === 'ETLS' || /CERT|TLS|SSL|SIGNED|ALTNAME/.test(error.code ?? ''))
		return 'certificate';
	// After DATA the mail may have been taken.
	return error.command === 'DATA' ? 'no-answer' : 'unreachable';
}
