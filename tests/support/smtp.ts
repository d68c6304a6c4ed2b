import { simpleParser } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
	to: string;
	from: string;
	subject: string;
	text: string;
	messageId: string;
	/** Everything as it came over the line. */
	raw: string;
}

export interface MailServer {
	smtpUrl: string;
	/** What it took, oldest first. */
	readonly mails: readonly ReceivedMail[];
	/** What it answers to the next mails instead of taking them: 450 (later), 550 (never). */
	refuseWith(code: number | null): void;
	stop(): Promise<void>;
}

/** A real mail server (SMTP) on this computer that keeps what it gets; stop it yourself. */
export async function startMailServer(): Promise<MailServer> {
	const mails: ReceivedMail[] = [];
	let refusal: number | null = null;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const raw = Buffer.concat(chunks).toString('utf8');
				if (refusal) return done(Object.assign(new Error('not now'), { responseCode: refusal }));
				void simpleParser(raw).then((mail) => {
					mails.push({
						to: session.envelope.rcptTo.map(({ address }) => address).join(','),
						from: mail.from?.text ?? '',
						subject: mail.subject ?? '',
						text: mail.text ?? '',
						messageId: mail.messageId ?? '',
						raw
					});
					done();
				}, done);
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	const stop = () => new Promise<void>((stopped) => server.close(() => stopped()));
	return {
		smtpUrl: `smtp://127.0.0.1:${port}`,
		mails,
		refuseWith(code) {
			refusal = code;
		},
		stop
	};
}
