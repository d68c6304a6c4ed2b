import { expect } from '@playwright/test';
import type { MailServer, ReceivedMail } from '../../support/smtp.ts';

/** The next mail with this subject after the first `after` ones. */
export async function mailed(
	mail: MailServer,
	subject: string,
	after: number
): Promise<ReceivedMail> {
	const found = () => mail.mails.slice(after).find((each) => each.subject === subject);
	await expect.poll(found, { timeout: 20_000 }).toBeDefined();
	return found()!;
}

export const linkIn = ({ text }: ReceivedMail) =>
	/https?:\/\/\S+\/afspraak#[\w-]+/.exec(text)?.[0] ?? '';
export const codeIn = ({ text }: ReceivedMail) => /Uw code is (\d{6})/.exec(text)?.[1] ?? '';
