import { expect, type Page, test } from '@playwright/test';
import { Agenda } from './support/agenda.ts';
import { dayFromNow } from './support/days.ts';
import { expectAccessible } from './support/accessible.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { nameOf, visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

const GP = say('family_party_name_gp');
const TITLE = say('family_ask_title_gp');

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

async function toIlyas(page: Page): Promise<void> {
	await page.getByRole('main').locator('a[href^="/overleg/"]').first().click();
	await new Agenda(page).open('26-2903');
	await expect(page.getByRole('heading', { level: 1, name: /26-2903/ })).toBeVisible();
}

test('FA10, FA14 who was not heard becomes a question with an owner and a day, in the list of actions', async ({
	browser
}) => {
	const marjan = await visitorAs(browser, server, 'marjan');
	const tirza = await visitorAs(browser, server, 'tirza');
	for (const { page } of [marjan, tirza]) await toIlyas(page);
	const section = (page: Page) => page.getByRole('region', { name: say('family_title') });
	const recorded = (page: Page) => section(page).locator('li[id^="partij-"]');
	const board = (page: Page) => page.locator('a[href="#betrokken-partijen"]');
	await expect(board(marjan.page)).toContainText(GP);
	const unheard = section(marjan.page).getByRole('region', { name: say('family_unheard_title') });
	await expect(unheard.getByRole('listitem').filter({ hasText: GP })).toContainText(
		say('family_because_every_family')
	);

	await unheard.getByRole('button', { name: say('family_ask_what', { name: GP }) }).click();
	await unheard
		.getByLabel(say('family_ask_who'))
		.selectOption({ label: `${nameOf('tirza')} (GGD Noorderveld)` });
	await unheard.getByLabel(say('family_ask_before')).fill(dayFromNow(5));
	await unheard.getByRole('button', { name: say('family_ask'), exact: true }).click();

	for (const { page } of [marjan, tirza]) {
		const row = recorded(page).filter({ hasText: GP });
		await expect(row.getByText(say('family_state_asked'), { exact: true })).toBeVisible();
		await expect(row).toContainText(nameOf('tirza'));
		await expect(page.locator('#acties')).toContainText(TITLE);
		await expect(board(page)).not.toContainText(GP);
	}
	await expectAccessible(marjan.page, 'question out');

	await section(tirza.page)
		.getByRole('button', { name: `${say('family_involved')}: ${GP}`, exact: true })
		.click();
	await expect(
		recorded(marjan.page)
			.filter({ hasText: GP })
			.getByText(say('family_state_asked'), { exact: true })
	).toBeHidden();
	for (const { received } of [marjan, tirza]) expect(received.complaints).toEqual([]);
});

test('FA5, FA7 not asked is said apart from not involved; help to a parent asks after the children', async ({
	browser
}) => {
	const { page } = await visitorAs(browser, server, 'bas');
	await toIlyas(page);
	const section = page.getByRole('region', { name: say('family_title') });
	const childcare = say('family_party_name_childcare');
	await section
		.getByRole('button', { name: say('family_not_involved_what', { name: childcare }) })
		.click();
	await expect(section.locator('li').filter({ hasText: childcare })).toContainText(
		say('family_state_not_involved')
	);

	await section.getByRole('button', { name: say('family_party_add') }).click();
	const form = section.locator('form');
	await form
		.getByLabel(say('family_party_which'))
		.selectOption(say('family_party_name_adult_mental_health'));
	await form.getByLabel('Samira').check();
	await form.getByLabel(say('family_party_since')).fill('vorig jaar');
	await form.getByRole('button', { name: say('family_involved'), exact: true }).click();
	await expect(form).toContainText(say('family_party_since_unclear'));
	await form.getByLabel(say('family_party_since')).fill('maart 2025');
	await form.getByRole('button', { name: say('family_involved'), exact: true }).click();
	const row = section
		.locator('li')
		.filter({ hasText: say('family_party_name_adult_mental_health') });
	await expect(row).toContainText('maart 2025');
	await expect(row).toContainText(say('family_children_question'));
	await row.getByRole('button', { name: say('family_children_someone') }).click();
	await row.getByLabel(say('family_children_question')).fill('Bas belt de behandelaar');
	await row.getByRole('button', { name: say('family_save') }).click();
	await expect(row).toContainText('Bas belt de behandelaar');
	await expectAccessible(page, 'recorded');
});
