import { expect, test } from '@playwright/test';
import { Agenda } from './support/agenda.ts';
import { CaseItem } from './support/item.ts';
import { Keys } from './support/keys.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { nameOf } from './support/visitor.ts';
import { choice, say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());
test.use({ reducedMotion: 'reduce', viewport: { width: 1440, height: 1000 } });

async function signIn(keys: Keys, email: string): Promise<void> {
	await keys.page.goto(`${server.url}/aanmelden`);
	await keys.type(keys.page.getByLabel(say('sign_in_email')), email);
	await keys.type(keys.page.getByLabel(say('sign_in_password')), 'noorderveld-demo');
	await keys.page.keyboard.press('Enter');
	await keys.page.waitForURL(`${server.url}/`);
}

test('by keyboard alone: sign in, join, open an item, order the agenda, type, answer, judge', async ({
	page
}) => {
	const keys = new Keys(page);
	const agenda = new Agenda(page);
	const item = new CaseItem(page);
	await signIn(keys, 'hilde@noorderveld.example');

	await keys.press(
		page
			.getByRole('main')
			.getByRole('link', { name: say('today_join') })
			.first()
	);
	await expect(item.common).toBeEditable();

	await keys.press(agenda.pane.getByRole('button', { name: say('room_whole_agenda') }));
	await expect(agenda.rows.first()).toBeVisible();
	const order = await agenda.codes();
	const last = order.at(-1) ?? '';
	const up = page.getByRole('button', {
		name: say('room_move_up', { item: say('room_case', { code: last }) })
	});
	await keys.press(up);
	await expect.poll(() => agenda.codes()).not.toEqual(order);
	// The focus stays with the item that moved, so that it can go on.
	await expect(up).toBeFocused();

	await keys.press(agenda.pane.getByRole('button', { name: '26-5038' }));
	await expect(item.common).toBeEditable();
	await keys.to(item.common);
	await page.keyboard.type('Zonder muis.');
	await item.saved();
	await expect(item.common).toHaveValue('Zonder muis.');

	await keys.pick(item.radio('A3', 'suspected'), 'Space');
	const form = item.question('A3').getByRole('form');
	await keys.type(form.getByLabel(say('assessment_form_source')), 'gesprek op school');
	await page.keyboard.press('Enter');
	await expect(form).toBeHidden();
	await expect(item.question('A3')).toContainText('gesprek op school');
	// The focus goes back to the question, so that one can go on from there.
	await expect(item.question('A3').locator(':focus')).toHaveCount(1);

	const judgement = item.judgement.locator('[id^="oordeel-"]:visible').first();
	const radio = (words: string) => judgement.getByRole('radio', { name: words, exact: true });
	const why = judgement.getByLabel(say('judgement_why'));
	await keys.pick(radio(choice('acutely-unsafe', 'H31')));
	await keys.pick(radio('3'));
	await keys.type(why.nth(0), 'Twee meldingen in korte tijd');
	await keys.pick(radio(choice('high', 'H32')));
	await keys.type(why.nth(1), 'Er is niets veranderd');
	await keys.press(judgement.getByRole('button', { name: say('judgement_send') }));
	await expect(judgement.getByText(say('judgement_given'))).toBeVisible();

	await keys.press(judgement.getByRole('button', { name: say('judgement_reveal') }));
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(judgement.getByRole('button', { name: say('judgement_reveal') })).toBeFocused();
});

test('by keyboard alone: accept an action, and sign out', async ({ page }) => {
	const keys = new Keys(page);
	await signIn(keys, 'tirza@noorderveld.example');
	await keys.press(page.getByRole('link', { name: say('nav_actions'), exact: true }));
	await expect(page.getByRole('heading', { level: 1, name: say('actions_title') })).toBeVisible();
	const card = page.getByRole('article').filter({ hasText: 'Bellen met de huisarts' });
	await keys.press(card.getByRole('button', { name: say('action_accept') }));
	await expect(
		page.getByRole('region', { name: say('actions_open') }).getByRole('article')
	).toContainText('Bellen met de huisarts');

	await keys.press(page.getByLabel(say('shell_menu', { name: nameOf('tirza') })));
	await keys.press(page.getByRole('button', { name: say('shell_sign_out') }));
	await expect(page.getByText(say('sign_in_signed_out'))).toBeVisible();
});
