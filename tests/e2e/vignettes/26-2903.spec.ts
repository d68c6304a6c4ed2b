import { expect, type Page, test } from '@playwright/test';
import { CASES } from '../../../src/lib/server/demo/cases.ts';
import { Agenda } from '../support/agenda.ts';
import { dayFromNow } from '../support/days.ts';
import { CaseItem } from '../support/item.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { nameOf, visitorAs } from '../support/visitor.ts';
import { say, starts } from '../support/words.ts';

const { code } = CASES.ilyas;
const GP = say('family_party_name_gp');
const CLINIC = 'consultatiebureau';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

test('AS6, FA10, FA14 26-2903: what nobody knows of Ilyas and of baby Sami becomes a question to the GP and to youth health care', async ({
	browser
}) => {
	const marjan = await visitorAs(browser, server, 'marjan');
	await marjan.page.getByRole('main').locator('a[href^="/overleg/"]').first().click();
	await new Agenda(marjan.page).open(code);
	const meeting = new URL(marjan.page.url()).pathname;
	const tirza = await visitorAs(browser, server, 'tirza', { to: meeting });
	await new Agenda(tirza.page).open(code);
	const item = new CaseItem(marjan.page);
	const tirzaItem = new CaseItem(tirza.page);
	const both = [item, tirzaItem];
	const section = (page: Page) => page.getByRole('region', { name: say('family_title') });
	const recorded = (page: Page, name: string) =>
		section(page).locator('li[id^="partij-"]').filter({ hasText: name });
	/** The line of the board that names the GP as not heard. */
	const board = (page: Page) =>
		page.locator('a[href="#betrokken-partijen"]').filter({ hasText: GP });
	const findOut = (id: string) =>
		marjan.page
			.getByRole('button', { name: starts('assessment_find_out') })
			.filter({ hasText: id, visible: true });

	await test.step('nobody knows whether the bruise is explained, nor how the baby is', async () => {
		for (const one of both) await one.answer('A2', 'not-checked');
		await expect(item.question('A2')).toContainText(nameOf('tirza'));
		await expect(item.question('A2')).toContainText(say('assessment_blind_spot'));
		await expect(findOut('A2')).toBeVisible();
		for (const one of both) {
			await one.page.locator('#inschatting').getByRole('tab', { name: /Sami/ }).click();
			await one.answer('B6', 'not-checked');
		}
		await expect(item.question('B6')).toContainText(nameOf('tirza'));
		await expect(item.question('B6')).toContainText(say('assessment_blind_spot'));
		await expect(findOut('B6')).toBeVisible();
	});

	/** The question is in the list of actions of both, with its owner and its last day. */
	const inTheList = async (title: string, owner: string, due: string) => {
		for (const one of both) {
			await expect(one.action(title)).toContainText(owner);
			await expect(one.action(title).locator(`time[datetime="${due}"]`)).toBeVisible();
		}
	};

	await test.step('the GP was not heard yet: Bas asks', async () => {
		const unheard = section(marjan.page).getByRole('region', {
			name: say('family_unheard_title')
		});
		const due = dayFromNow(5);
		for (const { page } of both) await expect(board(page)).toBeVisible();
		await unheard.getByRole('button', { name: say('family_ask_what', { name: GP }) }).click();
		await unheard
			.getByLabel(say('family_ask_who'))
			.selectOption({ label: `${nameOf('bas')} (Welzijn Noorderveld)` });
		await unheard.getByLabel(say('family_ask_before')).fill(due);
		await unheard.getByRole('button', { name: say('family_ask'), exact: true }).click();
		await inTheList(say('family_ask_title_gp'), nameOf('bas'), due);
		for (const { page } of both) {
			await expect(
				recorded(page, GP).getByText(say('family_state_asked'), { exact: true })
			).toBeVisible();
			await expect(board(page)).toHaveCount(0);
		}
	});

	await test.step('the well-baby clinic knows Sami: Tirza asks, and takes it', async () => {
		const clinic = recorded(marjan.page, CLINIC);
		const title = say('family_ask_title_youth_health');
		const due = dayFromNow(3);
		await clinic.getByRole('button', { name: starts('family_change_what') }).click();
		await clinic.getByRole('button', { name: say('family_ask'), exact: true }).click();
		await clinic
			.getByLabel(say('family_ask_who'))
			.selectOption({ label: `${nameOf('tirza')} (GGD Noorderveld)` });
		await clinic.getByLabel(say('family_ask_before')).fill(due);
		await clinic.getByRole('button', { name: say('family_ask'), exact: true }).click();
		await inTheList(title, nameOf('tirza'), due);
		await tirzaItem.accept(title);
		await expect(item.action(title)).toContainText(say('action_status_accepted'));
		// It is involved, and stays so while it is asked more.
		await expect(recorded(tirza.page, CLINIC)).toContainText('niet gezien bij het consult');
	});
	for (const { person, received } of [marjan, tirza])
		expect(received.complaints, person).toEqual([]);
});
