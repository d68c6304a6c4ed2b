import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { Agenda } from './support/agenda.ts';
import { dayFromNow } from './support/days.ts';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { choice, say, starts } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

test('CL1, CL2, CL5, CL7, CL12 Mila was not seen for seven weeks: her case closes only once safety is established', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	const agenda = new Agenda(hilde.page);
	const item = new CaseItem(hilde.page);
	const section = hilde.page.locator('#vervolg');
	const missing = section.getByRole('listitem').filter({ hasText: say('closing_unmet') });

	await agenda.setLive('26-8452');
	await agenda.open('26-8452');

	await test.step('last time stands beside today', async () => {
		const since = hilde.page.locator('#sinds-vorige-keer');
		await expect(since).toContainText(choice('undetermined', 'H31'));
		await expect(since).toContainText(say('closing_not_judged'));
		await expect(since).toContainText(say('closing_nothing_changed'));
		await item.answer('C12', 'ruled-out', 'gesprek met moeder');
		await since.locator('summary').click();
		await expect(since).toContainText(choice('observed'));
		await expect(since).toContainText(choice('ruled-out'));
	});

	await test.step('all that is missing is said at once', async () => {
		await section.getByRole('button', { name: say('closing_start') }).click();
		for (const what of [
			'langer dan zes weken',
			'gesproken',
			'gezamenlijk oordeel',
			'H33',
			'vragen'
		])
			await expect(missing.filter({ hasText: what }).first()).toBeVisible();
		await expect(missing).toHaveCount(5);
		await expect(section.getByRole('button', { name: say('closing_close') })).toHaveCount(0);
		await expectAccessible(hilde.page, 'the list before closing');
		await hilde.page.setViewportSize({ width: 1440, height: 1000 });
	});

	await test.step('she is seen and spoken with, and judged safe enough', async () => {
		await missing
			.first()
			.getByRole('button', { name: starts('closing_contact') })
			.click();
		await section.getByRole('button', { name: say('closing_save') }).click();
		await expect(missing).toHaveCount(3);
		await item.restNotChecked();
		// What was said about it would lie over the grades.
		await expect(hilde.page.getByText(/^De rest is ingevuld/)).toHaveCount(0);
		await item.judge({ safety: 'safe', grade: 8, risk: 'low' }, ['Zij groeit', 'Oma helpt']);
		await item.reveal();
		await item.judgeJointly({ safety: 'safe', grade: 8, risk: 'low' }, 'Zij is gezien.');
		await item.worries.pressSequentially('Dat het weer misgaat.');
		await expect(missing).toHaveCount(1);
		await item.grounds.pressSequentially('Huisbezoek.');
		await item.saved();
		await expect(missing).toHaveCount(0);
		await expect(hilde.page.locator('#sinds-vorige-keer')).toContainText('2 punten hoger');
	});

	await test.step('Hilde closes; Yusuf stays in touch and checks in three months', async () => {
		const yusuf = { label: 'Yusuf Aydin, CJG Noorderveld' };
		await section.getByLabel(say('closing_stays')).selectOption(yusuf);
		await expect(section.getByLabel(say('closing_check_by'))).toHaveValue(/.+/);
		await section.getByLabel(say('closing_check_on')).fill(dayFromNow(90));
		await section.getByRole('button', { name: say('closing_close') }).click();
		await expect(section).toContainText('Gesloten op');
		await expect(section).toContainText('Nacontrole op');
		await expect(item.grounds).toHaveAttribute('readonly', '');
		await agenda.conclude();
		await expect(agenda.pane.getByRole('button', { name: '26-8452' })).toContainText(
			say('room_state_done')
		);
	});

	await test.step('Roos, who was there, sees it; Hilde takes it back the same day', async () => {
		const theirs = new Agenda(roos.page);
		await theirs.open('26-8452');
		await expect(roos.page.locator('#vervolg')).toContainText('Gesloten op');
		await expect(
			roos.page.locator('#vervolg').getByRole('button', { name: say('closing_undo') })
		).toHaveCount(0);
		await section.getByRole('button', { name: say('closing_undo') }).click();
		await section.getByLabel(say('closing_undo_reason')).fill('De huisarts belde.');
		await section.getByRole('button', { name: say('closing_undo') }).click();
		await expect(roos.page.locator('#vervolg')).toContainText('De huisarts belde.');
	});
	for (const { received } of [hilde, roos]) expect(received.complaints).toEqual([]);
});
