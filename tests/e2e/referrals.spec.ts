import { expect, type Page, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

const barOf = (page: Page) => page.getByRole('region', { name: say('coordination_bar') });
const helpOf = (page: Page) => page.getByRole('region', { name: say('referrals_title') });

async function refer(page: Page, to: string) {
	const section = helpOf(page);
	await section.getByRole('button', { name: say('referrals_add') }).click();
	await section.getByLabel(say('referrals_to'), { exact: true }).fill(to);
	await section.getByLabel(say('referrals_reason')).fill('Er is meer nodig.');
	await section.getByRole('button', { name: say('referrals_save'), exact: true }).click();
	await expect(section.getByText(to).first()).toBeVisible();
}

test('RF4, RF7 a second referral raises the alarm at the top, and what stagnates asks what comes instead', async ({
	browser
}) => {
	const { page } = await visitorAs(browser, server, 'hilde');
	await toRunningMeeting(page);
	const referred = (count: string) => say('coordination_bar_referred', { count });
	await expect(barOf(page)).toContainText(referred('3'));

	await page.getByRole('button', { name: /26-3391/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: /26-3391/ })).toBeVisible();
	await expect(helpOf(page)).toContainText(say('referrals_none'));
	await refer(page, 'Wijkteam Noord');
	await expect(barOf(page)).toContainText(referred('1'));
	await expect(helpOf(page)).not.toContainText(say('referrals_alarm', { count: '1' }));
	await refer(page, 'Jeugdhulp Noorderveld');
	await expect(barOf(page)).toContainText(referred('2'));
	await expect(helpOf(page)).toContainText(say('referrals_alarm', { count: '2' }));
	await expect(
		page.getByRole('link', { name: say('referrals_todo_alarm', { count: '2' }) })
	).toBeVisible();

	const section = helpOf(page);
	await section.getByRole('button', { name: say('referrals_stuck_add') }).click();
	await section.getByText(say('referrals_stuck_unavailable'), { exact: true }).click();
	await section.getByRole('button', { name: say('referrals_save'), exact: true }).click();
	const reason = say('referrals_stuck_unavailable');
	const asks = page.getByRole('link', { name: say('referrals_todo_stuck', { reason }) });
	await expect(asks).toBeVisible();
	await section
		.getByLabel(say('referrals_stuck_what'))
		.fill('Het kinderdagverblijf belt elke week.');
	await section.getByLabel(say('referrals_stuck_due')).fill('2099-01-05');
	await section.getByRole('button', { name: say('referrals_save'), exact: true }).click();
	await expect(section).toContainText('In plaats daarvan: Het kinderdagverblijf belt elke week.');
	await expect(asks).toBeHidden();
});

test('CO10, CO11 after a report the watch passes when Veilig Thuis confirms receipt', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	const step = hilde.page.getByRole('region', { name: say('vt_title', { name: 'Daan' }) });
	await step.getByRole('radio', { name: say('vt_reported'), exact: true }).check();
	await step.getByRole('button', { name: say('vt_save') }).click();
	for (const { page } of [hilde, roos])
		await expect(page.locator('#regie')).toContainText(say('coordination_report_passes'));
	await expect(barOf(hilde.page)).toContainText(say('coordination_nobody_safety_watch'));
	await roos.page.getByRole('button', { name: say('coordination_receipt_confirm') }).click();
	for (const { page } of [hilde, roos]) {
		await expect(barOf(page)).toContainText('Roos van Dalen, Veilig Thuis Noorderveld');
		await expect(page.locator('#regie')).toContainText(say('coordination_report_passed'));
	}
});
