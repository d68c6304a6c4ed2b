import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Radicale, startRadicale } from '../support/radicale-server.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { expectAccessible } from './support/accessible.ts';
import { Agenda } from './support/agenda.ts';
import { ApiClient } from './support/api-client.ts';
import { dayFromNow } from './support/days.ts';
import { CaseItem } from './support/item.ts';
import { codeIn, linkIn, mailed } from './support/mailbox.ts';
import { Recorder } from './support/recorder.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { SetUpConnection } from './support/set-up-connection.ts';
import { nameOf, type Visitor, visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

// From closing a meeting to "done" along each way there is: the steps build on each other.
test.describe.configure({ mode: 'serial' });

const TABLE = 'CJG-aanmeldoverleg Noorderveld';
const WELZIJN = 'Welzijn Noorderveld';
const GGD = 'GGD Noorderveld';
const POLICE = 'Politie Noorderveld';
const TEAM = 'jeugdteam@ggd.example';
/** What each of them agreed to: in a task list, by mail, fetched by a system. */
const BY_LIST = 'Met de ouders praten over de schulden';
const BY_MAIL = 'De kinderen meten en wegen';
const BY_API = 'De meldingen van dit jaar op een rij zetten';

let radicale: Radicale;
let mail: MailServer;
let server: RunningServer;
let taskList = '';
let client: ApiClient;

test.beforeAll(async () => {
	radicale = await startRadicale();
	mail = await startMailServer();
	await radicale.makeList('welzijn', 'boodschappen');
	taskList = await radicale.makeList('welzijn', 'casusacties');
	server = await startServer({
		demo: true,
		env: {
			WEBHOOK_ALLOW: radicale.place,
			TASK_LIST_SECONDS: '10',
			SMTP_URL: mail.smtpUrl,
			MAIL_FROM: 'Casustafel <casustafel@noorderveld.example>'
		}
	});
});
test.afterAll(async () => {
	await server.stop();
	await mail.stop();
	await radicale.remove();
});

test('KO1, ML1, TL50, AP1 three organisations are connected, each in its own way, and tested', async ({
	browser
}) => {
	const petra = await visitorAs(browser, server, 'petra');
	const connection = new SetUpConnection(petra.page);

	await test.step('by mail for the GGD', async () => {
		await connection.choose('mail', GGD);
		await petra.page.getByLabel(say('connections_mail_address')).fill(TEAM);
		await connection.make();
		await connection.toConnection();
		await connection.test(GGD, 'mail');
		const sent = connection
			.of(GGD, 'mail')
			.getByText(say('connections_test_ok_mail', { address: TEAM }));
		await expect(sent).toBeVisible();
		const proofs = mail.mails.filter(({ subject }) => subject === 'Proef van Casustafel');
		expect(proofs.map(({ to }) => to)).toEqual([TEAM]);
	});

	await test.step('for the system of the police, which fetches by itself', async () => {
		await connection.choose('api', POLICE);
		await connection.make();
		const secret = (label: string) =>
			petra.page
				.getByRole('main')
				.locator('dl > div')
				.filter({ hasText: say(label) })
				.locator('code')
				.innerText();
		client = new ApiClient(
			server.url,
			await secret('connections_client_id'),
			await secret('connections_client_secret')
		);
		await connection.toConnection();
		await expect(connection.of(POLICE, 'api')).toContainText(
			say('connections_state_never_fetched')
		);
		await client.signIn();
		await client.events();
		await petra.page.reload();
		await expect(connection.of(POLICE, 'api')).toContainText(say('koppelingen_state_active'));
	});

	await test.step('Bas may set up the connections of his own organisation from now on', async () => {
		await petra.page.getByRole('link', { name: say('admin_people'), exact: true }).click();
		await petra.page.getByRole('link', { name: nameOf('bas') }).click();
		await petra.page
			.getByLabel(say('admin_person_administers'))
			.selectOption({ label: say('admin_administers_organisation') });
		await petra.page.getByRole('button', { name: say('admin_save'), exact: true }).click();
		await expect(petra.page.getByText(say('admin_saved'))).toBeVisible();
	});

	await test.step('in the task list of Welzijn, found from the address of its server', async () => {
		const bas = await visitorAs(browser, server, 'bas');
		const own = new SetUpConnection(bas.page);
		await own.choose('caldav');
		await expect(
			bas.page.getByText(say('connections_for', { organisation: WELZIJN }))
		).toBeVisible();
		await bas.page.getByLabel(say('connections_caldav_url'), { exact: true }).fill(radicale.origin);
		await bas.page.getByLabel(say('connections_caldav_username')).fill('welzijn');
		await bas.page
			.getByLabel(say('connections_caldav_password'), { exact: true })
			.fill(radicale.users.welzijn ?? '');
		await bas.page.getByRole('button', { name: say('connections_caldav_find') }).click();
		await bas.page.getByRole('radio', { name: 'casusacties' }).check();
		await own.make();
		await own.toConnection();
		await own.test(WELZIJN, 'caldav');
		await expect(
			own
				.of(WELZIJN, 'caldav')
				.getByText(say('connections_test_ok_caldav', { organisation: WELZIJN }))
		).toBeVisible();
		await expect(own.of(GGD, 'mail')).toHaveCount(0);
		expect(bas.received.complaints).toEqual([]);
		await bas.context.close();
	});

	await petra.page.goto('/beheer/koppelingen');
	for (const [organisation, way] of [
		[GGD, 'mail'],
		[POLICE, 'api'],
		[WELZIJN, 'caldav']
	] as const)
		await expect(connection.of(organisation, way)).toContainText(say('koppelingen_state_active'));
	await expectAccessible(petra.page, 'connections');
	expect(petra.received.complaints).toEqual([]);
	await petra.context.close();
});

test('KO40, KO42, KO44 from closing the meeting to "done", seen in the ledger as it happens', async ({
	browser
}) => {
	test.setTimeout(360_000);
	const hilde = await visitorAs(browser, server, 'hilde', { to: '/tafels' });
	const agenda = new Agenda(hilde.page);
	const item = new CaseItem(hilde.page);
	const meeting = await plan(hilde);

	const ledger = await hilde.context.newPage();
	const heard = new Recorder(ledger);
	const said = ledger.getByRole('main');
	const row = (title: string) => ledger.getByRole('row').filter({ hasText: title });
	const list = row(say('ledger_action_list'));
	await ledger.goto(`${meeting}/terugmelding`);
	await expect(said.getByText(say('ledger_no_items'))).toBeVisible();
	await ledger.evaluate(() => Reflect.set(window, 'stillTheSame', true));

	const before = mail.mails.length;
	await test.step('Hilde holds the meeting with Yusuf: one case, three actions for three organisations', async () => {
		const code = await agenda.bringIn({
			child: { firstName: 'Tijn', birthMonth: '2018-09' },
			caregiver: { firstName: 'Floor', lastName: 'Kamstra', relation: 'moeder' },
			reason: 'Wie helpt dit gezin verder?',
			news: 'De schulden lopen op.',
			without: [nameOf('roos'), nameOf('nadia')],
			guests: [nameOf('bas'), nameOf('tirza'), nameOf('wim')]
		});
		await agenda.startMeeting();
		const yusuf = await visitorAs(browser, server, 'yusuf', { to: meeting });
		await agenda.setLive(code);
		await agenda.open(code);
		await judge(item);
		for (const [title, organisation, days] of [
			[BY_LIST, WELZIJN, 5],
			[BY_MAIL, GGD, 7],
			[BY_API, POLICE, 3]
		] as const)
			await item.propose(
				title,
				say('action_who_organisation', { name: organisation }),
				dayFromNow(days)
			);
		await expect(row(BY_LIST)).toContainText(say('ledger_status_received'));
		await expect(row(BY_MAIL)).toContainText(say('ledger_status_received'));
		await expect(row(BY_API)).toContainText(say('api_ledger_to_fetch'));
		await expect(said.getByText(say('connections_open_title'))).toBeVisible();

		await new Agenda(yusuf.page).open(code);
		await new CaseItem(yusuf.page).ratify();
		await item.ratify();
		await expect(list).toContainText(say('api_ledger_to_fetch'));
		await agenda.conclude();
		await agenda.close();
		await expect(said.getByText(say('connections_closed_title'))).toBeVisible();
		expect(yusuf.received.complaints).toEqual([]);
		await yusuf.context.close();
	});

	await test.step('the system of the police fetches it, says that it was read, and that it is done', async () => {
		await client.signIn();
		const events = await client.events();
		expect(JSON.stringify(events)).not.toMatch(/Tijn|Kamstra|schulden lopen/);
		const told = events.find(({ data }) => data.title === BY_API);
		const { id, revision } = told?.data as { id: string; revision: number };
		await expect(row(BY_API)).toContainText(say('ledger_status_received'));
		// It was the last to have everything.
		await expect(said.getByText(say('connections_finished_title'))).toBeVisible();
		await client.read(id);
		await expect(row(BY_API)).toContainText(say('ledger_status_read'));
		await client.report(id, { status: 'done', revision });
		await expect(row(BY_API)).toContainText(say('action_status_done'));
	});

	await test.step('at the GGD the link in the mail is opened, without an account', async () => {
		const page = await openLink(browser, 'Er staat een afspraak voor uw team klaar', before);
		await expect(page.getByRole('heading', { level: 2, name: BY_MAIL })).toBeVisible();
		await expect(row(BY_MAIL)).toContainText(say('ledger_status_read'));
		await page.getByRole('button', { name: say('mail_link_accept'), exact: true }).click();
		await expect(row(BY_MAIL)).toContainText(say('action_status_accepted'));
		await page.getByLabel(say('action_finish_result')).fill('Gemeten en gewogen.');
		await page.getByRole('button', { name: say('mail_link_finish_submit') }).click();
		await expect(row(BY_MAIL)).toContainText(say('action_status_done'));
		await page.context().close();
	});

	await test.step('at Welzijn the task is ticked off in the list that people use there', async () => {
		await tickOff(BY_LIST);
		await expect(row(BY_LIST)).toContainText(say('action_status_done'));
		await expect(row(BY_LIST)).toContainText(say('ledger_status_read'));
	});

	await test.step('the list is opened as well, and nobody loaded the page again', async () => {
		const page = await openLink(browser, 'De afsprakenlijst staat klaar', before);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('mail_link_list_title'));
		await page.context().close();
		await expect(list).toContainText(say('ledger_status_read'));
		await expect(said.getByText(say('connections_finished_title'))).toBeVisible();
		expect(await ledger.evaluate(() => Reflect.get(window, 'stillTheSame') as unknown)).toBe(true);
	});

	await expectAccessible(ledger, 'the ledger at the end');
	expect(heard.complaints).toEqual([]);
	await hilde.page.goto('/tafels');
	await hilde.page.getByRole('main').getByRole('link', { name: TABLE }).click();
	const line = hilde.page.getByRole('listitem').filter({
		has: hilde.page.locator(`a[href="${meeting}"]`)
	});
	await expect(line).toContainText(say('connections_finished'));
	expect(hilde.received.complaints).toEqual([]);
});

/** A meeting of today; gives its path. */
async function plan({ page }: Visitor): Promise<string> {
	await page.getByRole('main').getByRole('link', { name: TABLE }).click();
	await page.getByLabel(say('tables_day'), { exact: true }).fill(dayFromNow(0));
	await page.getByLabel(say('tables_time')).fill('09:00');
	await page.getByRole('button', { name: say('tables_plan') }).click();
	await page.waitForURL(/\/overleg\/[\w-]+$/);
	return new URL(page.url()).pathname;
}

async function judge(item: CaseItem): Promise<void> {
	await item.restNotChecked();
	// What was said about it would lie over the grades.
	await expect(item.page.getByText(/^De rest is ingevuld/)).toHaveCount(0);
	await item.judge({ safety: 'safe', grade: 8, risk: 'low' }, ['Oma helpt', 'Zij vragen hulp']);
	await item.reveal();
	await item.judgeJointly({ safety: 'safe', grade: 8, risk: 'low' }, 'Zij vragen zelf hulp.');
	await item.worries.pressSequentially('Dat de schulden oplopen.');
	await item.grounds.pressSequentially('Gesprek met moeder.');
	await item.saved();
}

/** In a browser of its own: the link of the newest mail with this subject, and the code that comes after it. */
async function openLink(browser: Browser, subject: string, after: number): Promise<Page> {
	const link = linkIn(await mailed(mail, subject, after));
	const context = await browser.newContext({ baseURL: server.url, locale: 'nl-NL' });
	const page = await context.newPage();
	const asked = mail.mails.length;
	await page.goto(link);
	const code = codeIn(await mailed(mail, 'Uw code voor Casustafel', asked));
	await page.getByLabel(say('mail_link_code')).fill(code);
	await page.getByRole('button', { name: say('mail_link_code_submit') }).click();
	return page;
}

/** As another program does it: reads the task, changes its status and puts it back over what it read. */
async function tickOff(title: string): Promise<void> {
	const tasks = await radicale.tasks('welzijn', taskList);
	const [file = ''] = [...tasks].find(([, ics]) => ics.includes(`SUMMARY:${title}`)) ?? [];
	const read = await radicale.ask('welzijn', 'GET', `${taskList}${file}`);
	const ics = (await read.text()).replace(/^STATUS:.*$/m, 'STATUS:COMPLETED');
	const put = await radicale.ask(
		'welzijn',
		'PUT',
		`${taskList}${file}`,
		{ 'content-type': 'text/calendar', 'if-match': read.headers.get('etag') ?? '' },
		ics
	);
	expect(put.ok).toBe(true);
}
