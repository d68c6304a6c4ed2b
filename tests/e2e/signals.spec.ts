import { expect, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

const FACT = 'Drie maanden huurachterstand, en niemand doet open.';
const WHO = 'woningcorporatie';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

test('SI1, SI5, SI6, SI7 a housing corporation’s signal is on the board and on Vandaag until it heard back', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const { page } = hilde;
	const meeting = await toRunningMeeting(page);
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	const section = page.locator('#signalen');
	const board = page.locator('.board');
	const waiting = (count: string) => board.getByText(`${count} op terugkoppeling`);
	await expect(waiting('1 melder wacht')).toBeVisible();

	await test.step('it is recorded in the room: what was seen, and by whom', async () => {
		await section.getByRole('button', { name: say('signals_add') }).click();
		await section.getByLabel(say('signals_fact')).fill(FACT);
		await section
			.getByLabel(say('signals_from'))
			.selectOption({ label: say('signals_from_outside') });
		await section.getByLabel(say('signals_outside_organisation')).fill(WHO);
		await section.getByRole('button', { name: say('signals_save') }).click();
		for (const { page: each } of [hilde, roos])
			await expect(each.locator('#signalen').getByText(FACT)).toBeVisible();
		await expect(board.getByText(say('signals_board_to_agree', { who: WHO }))).toBeVisible();
	});

	const signal = section.getByRole('listitem').filter({ hasText: FACT });
	await test.step('what it may hear is agreed', async () => {
		await signal.getByRole('button', { name: say('signals_agree') }).click();
		await signal.getByLabel(say('signals_topic_being_worked_on')).check();
		await signal.getByLabel(say('signals_topic_coordinator')).check();
		await expect(signal.getByLabel(say('signals_topic_being_worked_on'))).not.toBeChecked();
		await signal.getByRole('button', { name: say('signals_save') }).click();
		await expect(
			signal.getByText(say('signals_may_hear', { topics: say('signals_topic_coordinator') }))
		).toBeVisible();
		await expect(waiting('2 melders wachten')).toBeVisible();
	});

	await test.step('it is on Vandaag of who gives it, and of nobody else', async () => {
		const line = say('signals_duty_tell', { who: WHO });
		await roos.page.goto('/');
		await expect(roos.page.getByRole('heading', { name: say('today_open') })).toBeVisible();
		await expect(roos.page.getByText(line)).toHaveCount(0);
		await page.goto('/');
		const card = page.getByRole('region', { name: say('today_feedback') });
		await card.getByRole('link', { name: line }).click();
		await page.waitForURL(/\/casus\//);
		await expect(signal).toBeInViewport();
	});

	await test.step('given, it is on neither Vandaag nor the board any more', async () => {
		await signal.getByRole('button', { name: say('signals_give') }).click();
		await signal.getByRole('button', { name: say('signals_save') }).click();
		await expect(signal).toContainText(
			say('signals_given_how', {
				name: 'Hilde Kremer',
				date: say('date_today'),
				how: say('signals_give_how_default')
			})
		);
		await expect(page.locator('#verloop')).toContainText(
			say('signals_event_feedback', { who: WHO, by: 'Hilde Kremer' })
		);
		await page.goto('/');
		await expect(page.getByRole('heading', { name: say('today_open') })).toBeVisible();
		await expect(page.getByRole('region', { name: say('today_feedback') })).toHaveCount(0);
		await page.goto(meeting);
		await expect(waiting('1 melder wacht')).toBeVisible();
	});
});
