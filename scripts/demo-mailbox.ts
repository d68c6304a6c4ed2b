import process from 'node:process';
import { mailServer } from './demo-mailbox/mail-server.ts';
import { mailboxPage } from './demo-mailbox/page.ts';
import { createServer } from 'node:http';

/**
 * The demo's mailbox: everyone's mail on one page, as no mail of a demo may go to real people. Its own
 * process; Casustafel knows it as any mail server (SMTP_URL). What came in is gone when it stops.
 */
const { HOST = '127.0.0.1', PORT = '3002', SMTP_PORT = '3003' } = process.env;

const mail = mailServer();
mail.server.on('error', stopped(SMTP_PORT));
mail.server.listen(Number(SMTP_PORT), '127.0.0.1');

const pages = createServer((request, response) => {
	if (request.method !== 'GET' || request.url !== '/') return void response.writeHead(404).end();
	response
		.writeHead(200, {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
			'referrer-policy': 'no-referrer'
		})
		.end(mailboxPage(mail.mails));
});
pages.on('error', stopped(PORT));
pages.listen(Number(PORT), HOST);

for (const signal of ['SIGTERM', 'SIGINT'])
	process.once(signal, () => {
		mail.server.close(() => undefined);
		pages.close();
		pages.closeAllConnections();
	});

function stopped(port: string) {
	return ({ code, message }: NodeJS.ErrnoException) => {
		console.error(
			code === 'EADDRINUSE'
				? `Port ${port} is taken: choose another one for the demo's mailbox.`
				: `The demo's mailbox cannot listen on port ${port} (${code ?? message}).`
		);
		process.exit(1);
	};
}
