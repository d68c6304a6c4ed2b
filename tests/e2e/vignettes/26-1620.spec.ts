import { expect, type Page, test } from '@playwright/test';
import { Agenda } from '../support/agenda.ts';
import { dayFromNow } from '../support/days.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { nameOf, visitorAs } from '../support/visitor.ts';
import { say } from '../support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

const CODE = '26-1620';
const LIST = say('referrals_stuck_waiting_list');
const REFUSE = `${say('referrals_stuck_unwilling')}, zijn ouders weigeren`;
const INSTEAD = 'De schoolpsycholoog ziet hem elke week.';
const HIMSELF = 'Jayden is zestien en tekent zelf voor de hulp.';
const AUNT = 'Gaat mee naar het eerste gesprek.';

test('RF7, RF8, CO1, CO12 26-1620: five months of waiting ends in something else, and his aunt coordinates', async ({
	browser
}) => {
	const karel = await visitorAs(browser, server, 'karel');
	const meeting = await toJayden(karel.page);
	const bas = await visitorAs(browser, server, 'bas', { to: meeting });
	await new Agenda(bas.page).open(CODE);
	const both = [karel, bas];
	const regie = karel.page.locator('#regie');

	await test.step('he waits until someone helps, and Bas does something meanwhile', async () => {
		for (const { page } of both) {
			await expect(helpOf(page)).toContainText('Jeugd-GGZ');
			await expect(stuck(page, LIST)).toContainText('Elke week een gesprek op school');
			await expect(redLines(page)).toHaveCount(0);
		}
	});

	await test.step('it does not work: the waiting list is red again, for both', async () => {
		const line = stuck(bas.page, LIST);
		await line.getByRole('button', { name: say('referrals_stuck_does_not') }).click();
		await line.getByLabel(say('referrals_stuck_result')).fill('Hij komt niet naar school.');
		await line.locator('button[type=submit]', { hasText: say('referrals_stuck_does_not') }).click();
		for (const { page } of both) {
			await expect(redLines(page)).toHaveCount(1);
			await expect(stuck(page, LIST)).toContainText('Hij komt niet naar school.');
		}
	});

	await test.step('his parents refuse: that too asks what happens instead', async () => {
		const section = helpOf(karel.page);
		await section.getByRole('button', { name: say('referrals_stuck_add') }).click();
		await section.getByText(say('referrals_stuck_unwilling'), { exact: true }).click();
		await section.getByLabel(say('referrals_stuck_note')).fill('zijn ouders weigeren');
		await section
			.locator('form', { has: karel.page.getByLabel(say('referrals_stuck_note')) })
			.getByRole('button', { name: say('referrals_save'), exact: true })
			.click();
		for (const { page } of both) {
			await expect(redLines(page)).toHaveCount(2);
			await expect(
				page.getByRole('link', { name: say('referrals_todo_stuck', { reason: REFUSE }) })
			).toBeVisible();
		}
	});

	await test.step('each gets something else, with an owner and a day to look back', async () => {
		await agree(karel.page, LIST, INSTEAD, `${nameOf('bas')}, Welzijn Noorderveld`);
		await agree(karel.page, REFUSE, HIMSELF, `${nameOf('karel')}, Dorenweerd College`);
		for (const { page } of both) {
			await expect(stuck(page, LIST)).toContainText(nameOf('bas'));
			await expect(stuck(page, REFUSE)).toContainText(HIMSELF);
			await expect(stuck(page, REFUSE)).toContainText(nameOf('karel'));
		}
	});

	await test.step('his aunt coordinates, followed by Karel, and does something herself', async () => {
		await regie.getByRole('button', { name: say('coordination_change'), exact: true }).click();
		await expect(regie.getByRole('radio', { name: say('coordination_family_yes') })).toBeChecked();
		await regie.getByLabel(say('coordination_family_who')).fill('zijn tante');
		await regie.getByLabel(say('coordination_family_wishes')).fill('Eén iemand die hem belt.');
		await regie.getByRole('button', { name: say('coordination_save'), exact: true }).click();
		for (const { page } of both) {
			const bar = page.getByRole('region', { name: say('coordination_bar') });
			await expect(bar).toContainText(say('coordination_family_itself_who', { who: 'zijn tante' }));
			await expect(bar).toContainText(`gevolgd door ${nameOf('karel')}`);
		}
		const own = karel.page.getByRole('region', { name: say('coordination_own_title') });
		await own.getByRole('button', { name: say('coordination_own_add') }).click();
		await own.getByLabel(say('coordination_own_what'), { exact: true }).fill(AUNT);
		await expect(own.getByLabel(say('coordination_own_who'))).toHaveValue('zijn tante');
		await own.getByLabel(say('coordination_own_due')).fill(dayFromNow(10));
		await own
			.getByLabel(say('coordination_own_followed_by'))
			.selectOption({ label: `${nameOf('bas')}, Welzijn Noorderveld` });
		await own.getByRole('button', { name: say('coordination_save'), exact: true }).click();
		await expect(
			bas.page
				.getByRole('region', { name: say('coordination_own_title') })
				.getByRole('listitem')
				.filter({ hasText: AUNT })
		).toContainText(nameOf('bas'));
	});

	await test.step('nothing is stuck in red any more, and Bas has both before him', async () => {
		for (const { page } of both) {
			await expect(redLines(page)).toHaveCount(0);
			await expect(helpOf(page).locator('.red')).toHaveCount(0);
		}
		await bas.page.goto('/');
		const today = bas.page.getByRole('main');
		await expect(today).toContainText(say('referrals_duty_tries', { what: INSTEAD }));
		await expect(today).toContainText(
			say('coordination_duty_family_does', { who: 'zijn tante', what: AUNT })
		);
	});
	for (const { received, person } of both) expect(received.complaints, person).toEqual([]);
});

/** The meeting of the ZAT, at Jayden's item. */
async function toJayden(page: Page): Promise<string> {
	await page
		.getByRole('main')
		.getByRole('link', { name: say('today_prepare') })
		.first()
		.click();
	await page.waitForURL(/\/overleg\//);
	await new Agenda(page).open(CODE);
	return new URL(page.url()).pathname;
}

const helpOf = (page: Page) => page.getByRole('region', { name: say('referrals_title') });

/** What stands still for this reason, with what is done instead. */
const stuck = (page: Page, reason: string) =>
	helpOf(page)
		.getByRole('listitem')
		.filter({ hasText: new RegExp(`Het stokt sinds .*: ${reason}`) });

/** What the board says of help that stands still. */
const redLines = (page: Page) => page.getByRole('link', { name: /^(Het stokt|Terugkijken)/ });

async function agree(page: Page, reason: string, what: string, owner: string): Promise<void> {
	const line = stuck(page, reason);
	await line.getByLabel(say('referrals_stuck_what')).fill(what);
	await line.getByLabel(say('referrals_stuck_owner')).selectOption({ label: owner });
	await line.getByLabel(say('referrals_stuck_due')).fill(dayFromNow(14));
	await line.getByRole('button', { name: say('referrals_save'), exact: true }).click();
	await expect(line).toContainText(what);
}
