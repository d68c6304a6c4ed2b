import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type MailServer, type ReceivedMail, startMailServer } from '../support/smtp.ts';
import { expectAccessible } from './support/accessible.ts';
import { copyOf } from './support/data-copy.ts';
import { dayFromNow } from './support/days.ts';
import { demoData } from './support/demo-data.ts';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { codeIn, linkIn, mailed } from './support/mailbox.ts';
import { Recorder } from './support/recorder.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

const TEAM = 'jeugdteam@ggd.example';
const TITLE = 'De kinderen zien en spreken, thuis en op school';

let mail: MailServer;
let server: RunningServer;
test.beforeAll(async () => {
	mail = await startMailServer();
	const env = {
		SMTP_URL: mail.smtpUrl,
		MAIL_FROM: 'Casustafel <casustafel@noorderveld.example>'
	};
	const dataDir = copyOf(await demoData({}));
	await prepare(dataDir, 'connect-by-mail.ts', 'GGD Noorderveld', TEAM);
	server = await startServer({ demo: true, dataDir, env });
});
test.afterAll(async () => {
	await server.stop();
	await mail.stop();
});

/** What a script of ours writes in the data of a server that is off. */
async function prepare(dataDir: string, script: string, ...given: string[]): Promise<void> {
	await promisify(execFile)(
		process.execPath,
		[
			...['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
			...[`tests/e2e/support/${script}`, ...given]
		],
		{ env: { ...process.env, LOG_LEVEL: 'warn', DEMO: '1', DATA_DIR: dataDir } }
	);
}

/** Somebody at the GGD without an account. */
async function nurse(browser: Browser, javaScriptEnabled = true, at = server) {
	const context = await browser.newContext({
		...{ baseURL: at.url, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' },
		...{ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' },
		javaScriptEnabled
	});
	const page = await context.newPage();
	return { context, page, received: new Recorder(page) };
}

/** Proposes an action for the GGD at the item that is on the table, and gives its mail. */
async function proposed(browser: Browser, title: string): Promise<ReceivedMail> {
	const before = mail.mails.length;
	const { page, context } = await visitorAs(browser, server, 'hilde');
	await toRunningMeeting(page);
	const item = new CaseItem(page);
	await item.propose(
		title,
		say('action_who_organisation', { name: 'GGD Noorderveld' }),
		dayFromNow(7)
	);
	const found = await mailed(mail, 'Er staat een afspraak voor uw team klaar', before);
	await context.close();
	return found;
}

async function enter(page: Page, link: string): Promise<void> {
	const before = mail.mails.length;
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('mail_link_code_title'));
	const code = codeIn(await mailed(mail, 'Uw code voor Casustafel', before));
	await page.getByLabel(say('mail_link_code')).fill(code);
}

const cookiesOf = async (context: BrowserContext) =>
	(await context.cookies()).filter(({ name }) => name.startsWith('casustafel_afspraak'));

test('ML8, ML11, ML12, ML14 from the mail to done, without an account', async ({ browser }) => {
	const first = await proposed(browser, TITLE);
	expect(first.to).toBe(TEAM);
	expect(first.raw).not.toMatch(/spreken|26-\d{4}|Mila/);
	const link = linkIn(first);
	const { context, page, received } = await nurse(browser);

	await test.step('a code first, and the secret is gone from the address bar', async () => {
		await enter(page, link);
		expect(page.url()).toBe(`${server.url}/afspraak`);
		await expectAccessible(page, 'the code');
		await page.setViewportSize({ width: 1440, height: 1000 });
		await page.getByLabel(say('mail_link_remember')).check();
		await page.getByRole('button', { name: say('mail_link_code_submit') }).click();
	});

	await test.step('the one action, and it is accepted', async () => {
		await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
		await expect(page.getByText('Hilde Kremer')).toBeVisible();
		await expectAccessible(page, 'the action');
		await page.setViewportSize({ width: 1440, height: 1000 });
		await page.getByRole('button', { name: say('mail_link_accept'), exact: true }).click();
		await expect(page.getByText(say('mail_link_accepted_text'))).toBeVisible();
		await expect(page.getByText(say('action_status_accepted'), { exact: true })).toBeVisible();
	});

	await test.step('cookies that no script gets at, for this page only', async () => {
		const cookies = await cookiesOf(context);
		expect(cookies).toHaveLength(2);
		for (const cookie of cookies)
			expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/afspraak' });
		expect(await page.evaluate(() => document.cookie)).not.toContain('afspraak');
	});

	await test.step('at the table one sees it, with how', async () => {
		const hilde = await visitorAs(browser, server, 'hilde');
		await toRunningMeeting(hilde.page);
		const row = new CaseItem(hilde.page).action(TITLE);
		await expect(row).toContainText(say('action_status_accepted'));
		await hilde.context.close();
	});

	await test.step('days later, in the same browser: no code, and it is done', async () => {
		await context.clearCookies({ name: 'casustafel_afspraak' });
		const before = mail.mails.length;
		await page.goto('about:blank');
		await page.goto(link);
		await page.getByLabel(say('action_finish_result')).fill('Beide kinderen gesproken.');
		expect(mail.mails).toHaveLength(before);
		await page.getByRole('button', { name: say('mail_link_finish_submit') }).click();
		await expect(page.getByText(say('mail_link_ended_done'))).toBeVisible();
		await expectAccessible(page, 'done');
	});

	await test.step('for any other browser it is as if the link had never been', async () => {
		const stranger = await nurse(browser);
		await stranger.page.goto(link);
		await expect(stranger.page.getByRole('alert')).toHaveText(say('mail_link_error_gone'));
		await expectAccessible(stranger.page, 'a link that opens nothing');
		await stranger.context.close();
	});
	expect(received.complaints).toEqual([]);
	expect(await received.everything()).not.toContain(link.split('#')[1]);
	expect(server.output()).not.toContain(link.split('#')[1]);
});

test('ML21 without script after the first exchange; not indexed, nothing from elsewhere', async ({
	browser
}) => {
	const link = linkIn(await proposed(browser, 'Een huisbezoek afspreken'));
	const { page } = await nurse(browser, false);
	const elsewhere: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(server.url)) elsewhere.push(request.url());
	});
	const before = mail.mails.length;
	const answer = await page.goto('/afspraak');
	expect(answer?.headers()).toMatchObject({
		'x-robots-tag': 'noindex',
		'referrer-policy': 'same-origin',
		'cache-control': 'no-store'
	});
	await page.getByLabel(say('mail_link_paste')).fill(link);
	await page.getByRole('button', { name: say('mail_link_paste_submit') }).click();
	const code = codeIn(await mailed(mail, 'Uw code voor Casustafel', before));
	const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
	await page.getByLabel(say('mail_link_code')).fill(wrong);
	await page.getByRole('button', { name: say('mail_link_code_submit') }).click();
	await expect(page.getByRole('alert')).toHaveText(say('mail_link_error_code_refused'));
	await page.getByLabel(say('mail_link_code')).fill(code);
	await page.getByRole('button', { name: say('mail_link_code_submit') }).click();
	await page.getByText(say('mail_link_hand_on'), { exact: true }).click();
	await expect(page.getByLabel(say('mail_link_colleague'))).toContainText('Tirza Oosting');
	await page.getByText(say('mail_link_decline'), { exact: true }).click();
	await page.getByLabel(say('action_decline_reason')).fill('Wij zien deze kinderen niet.');
	await page.getByRole('button', { name: say('mail_link_decline_submit') }).click();
	await expect(page.getByText(say('action_status_declined'), { exact: true })).toBeVisible();
	await page.getByRole('button', { name: say('mail_link_leave') }).click();
	await expect(page.getByLabel(say('mail_link_paste'))).toBeVisible();
	expect(elsewhere).toEqual([]);

	const hilde = await visitorAs(browser, server, 'hilde');
	await hilde.page
		.getByRole('link', { name: say('actions_duty_declined', { organisation: 'GGD Noorderveld' }) })
		.click();
	await expect(new CaseItem(hilde.page).action('Een huisbezoek afspreken')).toContainText(
		say('action_status_declined')
	);
});

test('ML13, ML22 the list for the mailbox of the team, and who to call', async ({ browser }) => {
	const post = await startMailServer();
	const dataDir = mkdtempSync(join(tmpdir(), 'casustafel-list-'));
	await prepare(dataDir, 'ratified-by-mail.ts', TEAM);
	const env = { SMTP_URL: post.smtpUrl, MAIL_FROM: 'casustafel@noorderveld.example' };
	const other = await startServer({ demo: true, dataDir, env });
	try {
		const { page, received } = await nurse(browser, true, other);
		for (const [subject, title] of [
			['De afsprakenlijst staat klaar', say('mail_link_list_title')],
			['Er staat een afspraak voor u klaar', say('mail_link_action_title')]
		] as const) {
			const link = linkIn(await mailed(post, subject, 0));
			const before = post.mails.length;
			await page.goto('about:blank');
			await page.goto(link);
			await expect(page.getByLabel(say('mail_link_code'))).toBeVisible();
			const code = codeIn(await mailed(post, 'Uw code voor Casustafel', before));
			await page.getByLabel(say('mail_link_code')).fill(code);
			await page.getByRole('button', { name: say('mail_link_code_submit') }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
			await expect(page.getByText('JGZ-2026-118')).toBeVisible();
			await expect(page.getByRole('link', { name: '0500 111 222' })).toHaveAttribute(
				'href',
				'tel:0500111222'
			);
			await expectAccessible(page, title);
		}
		expect(received.complaints).toEqual([]);
	} finally {
		await other.stop();
		rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
		await post.stop();
	}
});
