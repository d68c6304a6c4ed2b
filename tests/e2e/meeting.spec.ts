import { expect, type Locator, type Page, test } from '@playwright/test';
import { CASES } from '../../src/lib/server/demo/cases.ts';
import { Agenda } from './support/agenda.ts';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { choice, say } from './support/words.ts';

// Each on the demo as it begins, and none waits for another.
test.describe.configure({ mode: 'serial' });

let server: RunningServer;
test.beforeEach(async () => {
	server = await startServer({ demo: true });
});
test.afterEach(() => server.stop());

/** A meeting of one's own table, from Vandaag. */
async function toOwnMeeting(page: Page): Promise<Agenda> {
	await page.getByRole('main').locator('a[href^="/overleg/"]').first().click();
	const agenda = new Agenda(page);
	await expect(agenda.rows.first()).toBeVisible();
	return agenda;
}

test('MT3, MT4 what stands on no agenda is proposed, goes on it in one tap, and is ordered by safety', async ({
	browser
}) => {
	const marjan = await visitorAs(browser, server, 'marjan');
	const agenda = await toOwnMeeting(marjan.page);
	const proposals = marjan.page.getByRole('region', { name: say('room_proposals') });
	await expect(proposals).toContainText(say('room_why_new'));
	const code = /\d\d-\d{4}/.exec(await proposals.innerText())?.[0] ?? '';
	await proposals.getByRole('button', { name: say('room_proposal_add_case', { code }) }).click();
	await expect(agenda.row(code)).toBeVisible();
	await expect(proposals).toHaveCount(0);
	expect(await agenda.codes()).toEqual([CASES.noor.code, CASES.ilyas.code, code]);
	await expect(
		marjan.page.getByRole('heading', { level: 2, name: say('room_section_new') })
	).toHaveCount(1);

	// Ilyas goes behind; one tap brings back who waits longest of those who were never judged.
	await agenda.moveUp(CASES.ilyas.code);
	await expect.poll(() => agenda.codes()).toEqual([CASES.ilyas.code, CASES.noor.code, code]);
	await marjan.page.getByRole('button', { name: say('room_order_by_safety') }).click();
	await expect.poll(() => agenda.codes()).toEqual([CASES.noor.code, CASES.ilyas.code, code]);

	const tirza = await visitorAs(browser, server, 'tirza', {
		to: new URL(marjan.page.url()).pathname
	});
	await expect(tirza.page.locator('ol.rows > li').first()).toBeVisible();
	await expect(tirza.page.getByRole('region', { name: say('room_proposals') })).toHaveCount(0);
	await expect(tirza.page.getByRole('button', { name: say('room_order_by_safety') })).toHaveCount(
		0
	);
});

test('MT5, MT6 carried over without a judgement it asks why, and says so at the next item', async ({
	browser
}) => {
	const marjan = await visitorAs(browser, server, 'marjan', { to: '/tafels' });
	await marjan.page.getByRole('main').locator('a[href^="/tafels/"]').first().click();
	await marjan.page.getByLabel(say('tables_day')).fill('2030-01-08');
	await marjan.page.getByLabel(say('tables_time')).fill('9:00');
	await marjan.page.getByRole('button', { name: say('tables_plan') }).click();
	await marjan.page.waitForURL(/\/overleg\/[\w-]{22}$/);
	const next = new URL(marjan.page.url()).pathname;

	await marjan.page.goto('/');
	const agenda = await toOwnMeeting(marjan.page);
	await expect(agenda.row(CASES.noor.code)).toContainText(
		'1 keer doorgeschoven zonder inschatting'
	);
	await agenda.startMeeting();
	await agenda.setLive(CASES.noor.code);
	await agenda.open(CASES.noor.code);
	await expect(marjan.page.getByRole('main')).toContainText('Twee andere casussen liepen uit.');

	await marjan.page.getByRole('button', { name: say('room_carry_over'), exact: true }).click();
	const dialog = marjan.page.getByRole('dialog');
	await expect(dialog).toContainText(say('room_skip_title'));
	// Nothing is chosen beforehand, and there is no way past the question.
	await expect(dialog.getByRole('button', { name: say('room_carry_over') })).toHaveCount(0);
	await dialog.getByRole('button', { name: say('room_skip_other') }).click();
	await expect(dialog).toContainText(say('room_skip_note_needed'));
	await dialog.getByRole('combobox').selectOption({ index: 1 });
	await dialog.getByLabel(say('room_skip_note')).fill('De jeugdarts is er pas straks.');
	await dialog.getByRole('button', { name: say('room_skip_other') }).click();
	await expect(dialog).toBeHidden();

	const tirza = await visitorAs(browser, server, 'tirza', { to: next });
	await new Agenda(tirza.page).open(CASES.noor.code);
	const main = tirza.page.getByRole('main');
	await expect(main).toContainText('De jeugdarts is er pas straks.');
	await expect(main).toContainText('2 keer doorgeschoven zonder inschatting');
});

test('MT9, MT10 the projector view shows no name of the family, says that it is on, and one key ends it', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const { page } = hilde;
	const meeting = await toRunningMeeting(page);
	const names = [...CASES.deWitBakker.children, ...CASES.deWitBakker.caregivers].map(
		({ firstName }) => firstName
	);
	await page.locator('.shared-text textarea').first().fill('Daan vertelde dit op school.');
	await expect(page.locator('header .pill')).toHaveText(say('saved_status_saved'));
	await expect(page.getByRole('main')).toContainText('Daan');

	await page.getByRole('button', { name: say('room_projector'), exact: true }).click();
	await expect(page.getByText(say('room_projector_on'))).toBeVisible();
	await expect(page.getByRole('main')).toContainText(say('room_projector_child', { number: '1' }));
	for (const name of names) await expectNowhere(page, name);
	await expect(page.locator('.shared-text')).toHaveCount(0);
	// Still masked when it is loaded again, and on the whole agenda.
	await page.reload();
	await expect(page.getByText(say('room_projector_on'))).toBeVisible();
	await expect(page.locator('#inschatting')).toBeVisible();
	for (const name of names) await expectNowhere(page, name);
	const answer = page.locator('#inschatting').getByText(choice('not-checked'), { exact: true });
	await answer.locator('visible=true').first().click();
	await expect(page.getByText(say('error_projector_on')).first()).toBeVisible();
	await new Agenda(page).showWhole();
	await expect(page.locator('ol.rows > li').first()).toBeVisible();
	await expectNowhere(page, CASES.deWitBakker.news);
	await expect(page.getByRole('region', { name: say('room_board') })).toHaveCount(0);

	await page.keyboard.press('Escape');
	await expect(page.getByText(say('room_projector_on'))).toHaveCount(0);
	await expect(page).not.toHaveURL(/beamer/);
	await expect(page.locator('#bord')).toContainText(CASES.deWitBakker.code);
	// Nothing of it was stored: another screen shows the names as before.
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	await expect(roos.page.getByRole('main')).toContainText('Daan');
});

test('MT11 the code to join holds the address of the meeting', async ({ browser }) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	await hilde.page
		.getByRole('button', { name: say('room_share') })
		.first()
		.click();
	const dialog = hilde.page.getByRole('dialog');
	await expect(dialog).toContainText(`${server.url}${meeting}`);
	const image = dialog.getByRole('img');
	await expect
		.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth))
		.toBeGreaterThan(0);
	expect(hilde.received.complaints).toEqual([]);
});

test('MT12, MT13 an urgent meeting on one case, from the list of tables to the item in at most five taps', async ({
	browser
}) => {
	const wim = await visitorAs(browser, server, 'wim');
	const nadia = await visitorAs(browser, server, 'nadia');
	const hilde = await visitorAs(browser, server, 'hilde', { to: '/tafels' });
	const { page } = hilde;
	let taps = 0;
	const tap = async (what: Locator) => {
		taps += 1;
		await what.click();
	};
	const began = Date.now();
	await tap(page.getByRole('main').locator('a[href^="/tafels/"]').first());
	await tap(page.getByRole('link', { name: say('room_case', { code: CASES.deWitBakker.code }) }));
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByLabel(/Wim Tuinstra/)).toBeChecked();
	await expect(dialog.getByLabel(/Roos van Dalen/)).toBeChecked();
	await tap(dialog.getByLabel(say('room_urgent_why')));
	await page.keyboard.type('Vader staat voor de deur.');
	await tap(dialog.getByRole('button', { name: say('room_urgent_start') }));
	await page.waitForURL(/\/overleg\/[\w-]{22}$/);
	await expect(page.locator('#inschatting')).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Vader staat voor de deur.');
	console.log(`urgent meeting: ${taps} taps, ${Date.now() - began} ms of the machine's time`);
	expect(taps).toBeLessThanOrEqual(5);

	const urgent = (at: Page) => at.getByRole('main').getByText(say('room_urgent'), { exact: true });
	await expect(urgent(wim.page)).toBeVisible();
	await nadia.page.reload();
	await expect(nadia.page.locator('h1')).toBeVisible();
	await expect(urgent(nadia.page)).toHaveCount(0);
});

/** Neither as text nor as the value of a field. */
async function expectNowhere(page: Page, text: string): Promise<void> {
	await expect(page.locator('body')).not.toContainText(new RegExp(`(?<!\\p{L})${text}`, 'u'), {
		useInnerText: true
	});
	const values = await page
		.locator('input:visible, textarea:visible')
		.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
	expect(values.join('\n')).not.toContain(text);
}
