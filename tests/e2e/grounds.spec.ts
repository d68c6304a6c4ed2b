import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { CaseItem } from './support/item.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { nameOf, visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

const POLICE = 'Politie Noorderveld';
const QUESTION = 'Hoort slecht slapen bij deze leeftijd?';

test('GC5, GC14 a guest types; the ground is withdrawn and all is gone at once; then is asked without sharing', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const wim = await visitorAs(browser, server, 'wim', { to: meeting });
	const common = ({ page }: typeof wim) => new CaseItem(page).common;
	await common(wim).fill('Wapen gezien bij de voordeur.');
	await expect(common(hilde)).toHaveValue('Wapen gezien bij de voordeur.');

	const card = hilde.page.locator('#grondslag');
	await card
		.getByRole('button', { name: say('grounds_change_of', { organisation: POLICE }) })
		.click();
	await card.getByText(say('grounds_stop_of', { organisation: POLICE })).click();
	await card.getByLabel(say('grounds_stop_reason')).fill('De ouders willen het niet.');
	await card.getByRole('button', { name: say('grounds_stop_now') }).click();

	await expect(wim.page.getByText(say('room_gone_title'))).toBeVisible();
	await expect(wim.page.locator('.shared-text')).toHaveCount(0);
	await expect(wim.page.getByText('Wapen gezien')).toHaveCount(0);
	await wim.page.goto(meeting);
	await expect(wim.page.getByText('26-5038')).toHaveCount(0);
	await expect(wim.page.locator('.shared-text')).toHaveCount(0);

	const invited = hilde.page.locator('#betrokkenen');
	await invited
		.getByLabel(say('room_invite'))
		.selectOption({ label: `${nameOf('wim')}, wijkagent (${POLICE})` });
	await invited.getByRole('button', { name: say('room_invite_add') }).click();
	await expect(
		invited.getByText(say('grounds_required_title', { organisation: POLICE }))
	).toBeVisible();
	await invited.getByRole('button', { name: say('grounds_anonymous_ask') }).click();
	const words = invited.getByLabel(say('grounds_anonymous_text'));
	await words.fill('Kent u Daan?');
	await invited.getByRole('button', { name: say('grounds_anonymous_send') }).click();
	await expect(invited.getByRole('alert')).toContainText('Daan');
	await words.fill(QUESTION);
	await invited.getByRole('button', { name: say('grounds_anonymous_send') }).click();
	await expect(card).toContainText(QUESTION);

	await wim.page.goto('/');
	await wim.page
		.getByRole('link', {
			name: say('grounds_question_today', { age: say('grounds_age_years', { years: '5' }) })
		})
		.click();
	await expect(wim.page.getByText(QUESTION)).toBeVisible();
	await expect(wim.page.getByRole('main')).not.toContainText(/26-5038|Daan|Hilde|CJG/);
	await wim.page.getByLabel(say('grounds_question_answer')).fill('Ja, dat is gewoon.');
	await wim.page.getByRole('button', { name: say('grounds_question_send') }).click();
	await expect(wim.page.getByText('Ja, dat is gewoon.')).toBeVisible();
	await expect(card).toContainText('Ja, dat is gewoon.');
	await expectAccessible(wim.page, 'anonymous question');
});

test('GC10, GC11 a parent is asked, and why is shared all the same is said', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	await toRunningMeeting(hilde.page);
	const card = hilde.page.locator('#grondslag');
	const board = hilde.page.getByRole('link', { name: say('grounds_todo_reason') });
	await expect(board.first()).toBeVisible();
	await card
		.getByRole('button', { name: say('grounds_consent_of', { name: 'vader Mark' }) })
		.click();
	await card.getByText(say('grounds_state_refused_now'), { exact: true }).click();
	await card
		.locator('form')
		.getByRole('button', { name: say('grounds_save'), exact: true })
		.click();
	await expect(card.getByText(say('grounds_state_refused'), { exact: true })).toBeVisible();
	await card.getByRole('button', { name: say('grounds_reason_ask') }).click();
	await card.getByLabel(say('grounds_reason_why')).fill('De kinderen zijn in gevaar.');
	await card.getByLabel(say('grounds_reason_less')).fill('Nee.');
	await card.getByLabel(say('grounds_reason_other')).fill('Nee.');
	await card.getByText(say('grounds_informed_yes'), { exact: true }).click();
	await expectAccessible(hilde.page, 'the form open');
	await hilde.page.setViewportSize({ width: 1440, height: 1000 });
	await card
		.locator('form')
		.getByRole('button', { name: say('grounds_save'), exact: true })
		.click();
	await expect(card).toContainText('Hilde Kremer');
	await expect(board).toHaveCount(0);
});
