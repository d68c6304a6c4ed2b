import { type Browser, expect, type Page, test } from '@playwright/test';
import { Agenda } from './support/agenda.ts';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { bringInQuickly } from './support/extra-items.ts';
import { CaseItem } from './support/item.ts';
import type { Received } from './support/recorder.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

/** What of the other two cases of the demo's meeting could give them away. */
const HIDDEN = [
	'26-8452',
	'26-3391',
	'Mila',
	'Amir',
	'Dekker',
	'Karimi',
	'Kan deze casus dicht?',
	'De hulp is goed afgesloten',
	'Welke hulp past, en wie begint?',
	'kinderdagverblijf'
];
const ITS_OWN = '26-5038';

const servers: RunningServer[] = [];
async function demo(): Promise<RunningServer> {
	const server = await startServer({ demo: true });
	servers.push(server);
	return server;
}
test.afterAll(async () => {
	for (const server of servers) await server.stop();
});

test('a guest of one item: no page, answer or frame holds anything of the other items', async ({
	browser
}) => {
	const server = await demo();
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const agenda = new Agenda(hilde.page);
	await agenda.showWhole();
	const ids = await agenda.rows.evaluateAll((rows) =>
		rows.map((row) => ({ id: row.getAttribute('data-item') ?? '', text: row.textContent ?? '' }))
	);
	const hiddenIds = ids.filter(({ text }) => !text.includes(ITS_OWN)).map(({ id }) => id);
	expect(hiddenIds.length).toBeGreaterThanOrEqual(2);

	const wim = await visitorAs(browser, server, 'wim');
	const its = new Agenda(wim.page);
	await wim.page.goto(meeting);
	await expect(wim.page.getByRole('heading', { level: 1 })).toContainText(ITS_OWN);
	expect(await its.codes()).toEqual([ITS_OWN]);
	await its.showWhole();
	await expect(its.rows).toHaveCount(1);

	// The others go on, at items he is not in.
	for (const code of ['26-8452', '26-3391']) {
		await agenda.setLive(code);
		await agenda.open(code);
		await expect(new CaseItem(hilde.page).common).toBeEditable();
		await new CaseItem(hilde.page).common.pressSequentially('Mila en Amir');
		await new CaseItem(hilde.page).saved();
	}
	await agenda.setLive(ITS_OWN);
	await expect(its.row(ITS_OWN)).toContainText(say('room_state_live'));

	for (const path of pagesOf(meeting)) await wim.page.goto(path);
	await wim.page.goto(meeting);
	for (const path of pagesOf(meeting)) await fetchIn(wim.page, dataOf(path));
	for (const hiddenId of hiddenIds) {
		await wim.page.goto(`${meeting}?punt=${hiddenId}`);
		await expect(wim.page.getByRole('heading', { level: 1 })).toContainText(ITS_OWN);
	}
	const asked = new Set(hiddenIds);
	const seen = await wim.received.everything();
	expect(wim.received.responses.length).toBeGreaterThan(10);
	expect(wim.received.frames.length).toBeGreaterThan(5);
	for (const text of HIDDEN) expect(seen, text).not.toContain(text);
	// He named the ids himself in the last addresses; no answer names them.
	for (const { text, kind } of [...wim.received.responses, ...wim.received.frames])
		for (const id of asked) if (!kind.includes(id)) expect(text).not.toContain(id);
	expect(wim.received.complaints).toEqual([]);
});

test('absent and forbidden answer alike', async ({ browser }) => {
	const server = await demo();
	const marjan = await visitorAs(browser, server, 'marjan');
	const elsewhere = (await toAnyMeeting(marjan.page)).split('/').at(-1) ?? '';
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const agenda = new Agenda(hilde.page);
	await agenda.showWhole();
	const hiddenItem = (await agenda.row('26-8452').getAttribute('data-item')) ?? '';
	await hilde.page.goto('/tafels');
	const table = await hilde.page
		.getByRole('main')
		.locator('a[href^="/tafels/"]')
		.first()
		.getAttribute('href');
	await marjan.page.goto('/acties');
	const tirza = await visitorAs(browser, server, 'tirza', { to: '/acties' });
	const action = await tirza.page
		.locator('main a[href^="/acties/"]')
		.evaluateAll((links) =>
			links
				.map((link) => link.getAttribute('href') ?? '')
				.find((href) => /^\/acties\/[\w-]{22}$/.test(href))
		);
	expect(action).toBeTruthy();

	const wim = await visitorAs(browser, server, 'wim');
	const absent = 'A'.repeat(22);
	const others = [
		`/overleg/${elsewhere}`,
		`/overleg/${elsewhere}/review`,
		`/overleg/${elsewhere}/verslag`,
		`/overleg/${elsewhere}/terugmelding`,
		`/overleg/${elsewhere}/inbrengen`,
		`/overleg/${elsewhere}/uitnodiging.ics`,
		`/overleg/${elsewhere}/__data.json`,
		`${table}`,
		`${action}`,
		`${action}/__data.json`,
		`/acties/eigenaren/${hiddenItem}`
	];
	for (const forbidden of others) {
		const id = /[\w-]{22}/.exec(forbidden)?.[0] ?? '';
		const answers = await Promise.all(
			[forbidden, forbidden.replace(id, absent)].map((path) => fetchIn(wim.page, path))
		);
		const [one, other] = answers.map(({ status, body }) => ({
			status,
			body: body
				.replaceAll(id, absent)
				.replace(/nonce="[^"]*"/g, '')
				.replace(/__sveltekit_\w+/g, '')
		}));
		expect(one, forbidden).toEqual(other);
		expect(one?.status, forbidden).toBe(forbidden.includes('__data.json') ? one?.status : 404);
	}
	// A guest of the meeting who may not bring cases in is told no more than that.
	expect((await fetchIn(wim.page, `${meeting}/inbrengen`)).status).toBe(404);
});

test('the transcript of a guest is the same with one and with five hidden items', async ({
	browser
}) => {
	test.setTimeout(360_000);
	const one = await seenByWim(browser, 1);
	const five = await seenByWim(browser, 5);
	expect(five.frames).toEqual(one.frames);
	expect(five.responses).toEqual(one.responses);
	expect(one.frames.length).toBeGreaterThan(10);
});

/** A meeting with so many items he is not at, as all that his browser was sent. */
async function seenByWim(browser: Browser, hidden: number) {
	const server = await demo();
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const agenda = new Agenda(hilde.page);
	const item = new CaseItem(hilde.page);
	await agenda.showWhole();
	await removeItem(agenda, '26-8452');
	await removeItem(agenda, '26-3391');
	for (let made = 0; made < hidden; made += 1)
		await bringInQuickly(hilde.page, meeting, {
			firstName: 'Verborgen',
			reason: 'Een geheime reden',
			invited: ['roos', 'yusuf']
		});
	// Straight to the agenda: whether she is just leaving the live item must not depend on the pace.
	await hilde.page.goto(`${meeting}?punt=agenda`);
	await expect(agenda.rows.first()).toBeVisible();
	const codes = (await agenda.codes()).filter((code) => code !== ITS_OWN);
	expect(codes).toHaveLength(hidden);

	const wim = await visitorAs(browser, server, 'wim', { to: meeting });
	const its = new Agenda(wim.page);
	const itsItem = new CaseItem(wim.page);
	await expect(itsItem.common).toBeEditable();
	await expect(its.video).toBeVisible();

	for (const code of codes) {
		await agenda.setLive(code);
		await expect(its.video).toBeHidden();
		await agenda.open(code);
		await expect(item.common).toBeEditable();
		await item.answer('A1', 'not-checked');
		await item.common.pressSequentially('geheim');
		await item.saved();
		await agenda.showWhole();
	}
	// Ordering among what he does not see, and minutes of it.
	const last = codes.at(-1) ?? '';
	await agenda.moveUp(last);
	await agenda.carryOver();
	await expect(agenda.row(last)).toContainText(say('room_state_carried_over'));
	await agenda.setLive(ITS_OWN);
	await agenda.open(ITS_OWN);
	await expect(wim.page.getByText(say('room_wait_now'))).toBeVisible();
	await agenda.admit('Wim');
	await expect(its.video).toBeVisible();
	await item.answer('A2', 'not-checked');
	await expect(itsItem.question('A2')).toContainText('Hilde');
	await itsItem.answer('A3', 'not-checked');
	await expect(item.question('A3')).toContainText('Wim');
	for (const path of pagesOf(meeting))
		for (const address of [path, dataOf(path)]) await fetchIn(wim.page, address);
	await wim.received.everything();
	return {
		frames: wim.received.frames.filter(isOfTheMeeting).map(normalised),
		responses: wim.received.responses.map(normalised).toSorted()
	};
}

/** Not the connection's own pulse, and not the one allowed exception: the own expected time. */
function isOfTheMeeting({ text }: Received): boolean {
	return !/^[0-9]$/.test(text) && !text.includes('"part":"expected"');
}

/** Order, kind and size: ids and moments have one length; a length of time and a replica's number have not. */
function normalised({ kind, text }: Received): string {
	const event = /^\d+(?:-\d+)?\["([\w:-]+)",\{"topic":"(\w+):[^"]*","part":"(\w+)"/.exec(text);
	const plain = text
		.replace(/"spentSeconds":\d+/g, '')
		.replace(/\\"spentSeconds\\":\d+/g, '')
		.replace(/"clientId":\d+/g, '')
		.replace(/"expected":\[[^\]]*\]/g, '');
	const path = kind.replace(/[\w-]{22}/g, 'ID').replace(/([?&](sid|t))=[^& ]*/g, '$1');
	return [path, ...(event?.slice(1) ?? []), plain.length].join(' ');
}

async function removeItem(agenda: Agenda, code: string): Promise<void> {
	await agenda
		.row(code)
		.getByRole('button', { name: say('room_remove') })
		.click();
	await agenda.page
		.getByRole('dialog')
		.getByRole('button', { name: say('room_skip_mistake') })
		.click();
	await expect(agenda.row(code)).toHaveCount(0);
}

const pagesOf = (meeting: string) => [
	'/',
	meeting,
	`${meeting}/review`,
	`${meeting}/terugmelding`,
	'/acties'
];
const dataOf = (path: string) => `${path === '/' ? '' : path}/__data.json`;

function fetchIn(page: Page, path: string): Promise<{ status: number; body: string }> {
	return page.evaluate(async (address) => {
		const answer = await fetch(address, { headers: { accept: 'text/html,*/*' } });
		return { status: answer.status, body: await answer.text() };
	}, path);
}

async function toAnyMeeting(page: Page): Promise<string> {
	await page.goto('/');
	return (await page.locator('main a[href^="/overleg/"]').first().getAttribute('href')) ?? '';
}
