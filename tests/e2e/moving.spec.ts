import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

const OLD = '1-2-3-tje De Regenboog';
const NEW = 'CJG-aanmeldoverleg Noorderveld';
const REASON = 'Welke hulp past bij dit gezin, en wie begint?';

test('MV3, MV8, MV10 Marjan moves 26-2903 to the intake, Hilde receives it, both confirm the handover', async ({
	browser
}) => {
	const marjan = await visitorAs(browser, server, 'marjan');
	await marjan.page
		.getByRole('main')
		.getByRole('listitem')
		.filter({ hasText: '26-2903' })
		.locator('a[href^="/casus/"]')
		.first()
		.click();
	const sent = marjan.page.locator('#overdracht');
	await sent.getByRole('button', { name: say('moving_start') }).click();
	const table = sent.getByLabel(say('moving_where'));
	await table.selectOption({ label: `${NEW} (${say('tables_format_cjg_intake')})` });
	await sent.getByLabel(say('moving_reason')).fill(REASON);
	const preview = sent.getByRole('region', { name: say('moving_preview') });
	await expect(preview).toContainText('Ilyas');
	await expect(preview).toContainText('Samira Haddou');
	await sent.getByRole('checkbox', { name: /Samira Haddou/ }).uncheck();
	await expect(preview).not.toContainText('Samira Haddou');
	await expect(preview).toContainText(say('moving_nobody_watches'));
	await expectAccessible(marjan.page, 'the form of a move');
	await marjan.page.setViewportSize({ width: 1440, height: 1000 });
	await sent.getByRole('button', { name: say('moving_send'), exact: true }).click();
	await expect(sent).toContainText('wacht op ontvangst');

	const hilde = await visitorAs(browser, server, 'hilde');
	await hilde.page.getByRole('link', { name: say('moving_arrived_line', { table: OLD }) }).click();
	const arrived = hilde.page.getByRole('article').filter({ hasText: OLD });
	await expect(arrived).toContainText(REASON);
	await expect(arrived).not.toContainText('Samira');
	await expectAccessible(hilde.page, 'the table with what arrived');
	await hilde.page.setViewportSize({ width: 1440, height: 1000 });
	await arrived.getByRole('button', { name: say('moving_receive') }).click();
	const origin = hilde.page.locator('#herkomst');
	await expect(origin).toContainText(say('moving_origin_title', { table: OLD }));
	await expect(origin).toContainText(say('moving_not_warm'));
	await expect(sent).toContainText('ontvangen op');
	await expectAccessible(hilde.page, 'a case that was handed over');
	await hilde.page.setViewportSize({ width: 1440, height: 1000 });

	await confirmAll(sent, say('moving_side_given'));
	await expect(sent).toContainText(say('moving_not_warm'));
	await confirmAll(origin, say('moving_side_taken'));
	for (const side of [sent, origin])
		await expect(side.getByText(say('moving_warm'), { exact: true }).first()).toBeVisible();
	await expectNothingOf(hilde.page, '26-2903');
});

async function confirmAll(card: Locator, side: string): Promise<void> {
	const boxes = card.getByRole('checkbox', { name: new RegExp(`^${side}:`) });
	await expect(boxes).toHaveCount(6);
	for (const box of await boxes.all()) await box.check();
}

async function expectNothingOf(page: Page, code: string): Promise<void> {
	await expect(page.getByRole('main')).not.toContainText(code);
}
