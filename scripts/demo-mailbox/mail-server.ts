import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface DemoMail {
	to: string;
	subject: string;
	text: string;
	at: Date;
}

const KEPT = 200;

/** Takes any mail, for whomever it is, and keeps the newest in memory. */
export function mailServer(): { server: SMTPServer; mails: DemoMail[] } {
	const mails: DemoMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		logger: false,
		size: 256 * 1024,
		onData(stream, session, done) {
			simpleParser(stream).then(({ subject, text, date }) => {
				mails.unshift({
					to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
					subject: subject ?? '',
					text: text ?? '',
					at: date ?? new Date()
				});
				mails.splice(KEPT);
				done();
			}, done);
		}
	});
	return { server, mails };
}
