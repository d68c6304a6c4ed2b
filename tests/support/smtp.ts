import { simpleParser } from 'mailparser';
import type { AddressInfo, Socket } from 'node:net';
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

type Refusal = number | null | ((raw: string) => number | null);

export interface MailServer {
	smtpUrl: string;
	/** What it took, oldest first. */
	readonly mails: readonly ReceivedMail[];
	/** What it answers to the next mails instead of taking them: 450 (later), 550 (never). */
	refuseWith(code: Refusal): void;
	/** It takes the next mails, and the connection breaks before it says so. */
	loseReplies(isLosing: boolean): void;
	stop(): Promise<void>;
	/** Again on the same port, with what it took. */
	start(): Promise<void>;
}

/** A real mail server (SMTP) on this computer that keeps what it gets; stop it yourself. */
export async function startMailServer(): Promise<MailServer> {
	const mails: ReceivedMail[] = [];
	let refusal: Refusal = null;
	let isLosing = false;
	const sockets = new Map<number, Socket>();
	let server = await listening(0);
	const { port } = server.server.address() as AddressInfo;
	return {
		smtpUrl: `smtp://127.0.0.1:${port}`,
		mails,
		refuseWith(code) {
			refusal = code;
		},
		loseReplies(losing) {
			isLosing = losing;
		},
		stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
		async start() {
			server = await listening(port);
		}
	};

	async function listening(onPort: number): Promise<SMTPServer> {
		const made = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			logger: false,
			onData(stream, session, done) {
				const chunks: Buffer[] = [];
				stream.on('data', (chunk: Buffer) => chunks.push(chunk));
				stream.on('end', () => {
					const raw = Buffer.concat(chunks).toString('utf8');
					const code = typeof refusal === 'function' ? refusal(raw) : refusal;
					if (code) return done(Object.assign(new Error('not now'), { responseCode: code }));
					void simpleParser(raw).then((mail) => {
						mails.push({
							to: session.envelope.rcptTo.map(({ address }) => address).join(','),
							from: mail.from?.text ?? '',
							subject: mail.subject ?? '',
							text: mail.text ?? '',
							messageId: mail.messageId ?? '',
							raw
						});
						if (isLosing) sockets.get(session.remotePort)?.destroy();
						else done();
					}, done);
				});
			}
		});
		// A connection that was broken on purpose is no fault of the server.
		made.on('error', () => {});
		made.server.on('connection', (socket) => {
			const from = socket.remotePort ?? 0;
			sockets.set(from, socket);
			socket.once('close', () => sockets.delete(from));
		});
		made.listen(onPort, '127.0.0.1');
		await once(made.server, 'listening');
		return made;
	}
}
