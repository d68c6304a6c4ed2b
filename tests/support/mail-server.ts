import { onTestFinished } from 'vitest';
import { type MailServer, startMailServer } from './smtp.ts';

export type { MailServer, ReceivedMail } from './smtp.ts';

/** A real mail server (SMTP) on this computer that keeps what it gets, until the test is done. */
export async function mailServer(): Promise<MailServer> {
	const server = await startMailServer();
	onTestFinished(() => server.stop());
	return server;
}
