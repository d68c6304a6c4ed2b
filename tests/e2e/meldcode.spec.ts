import { expect, type Page, test } from '@playwright/test';
import { Agenda } from './support/agenda.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { nameOf, visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

const FENNA = '26-7714';

/** The meeting of the ZAT at Fenna's item. */
async function toFenna(page: Page): Promise<string> {
	await page
		.getByRole('main')
		.getByRole('link', { name: say('today_prepare') })
		.first()
		.click();
	await page.waitForURL(/\/overleg\//);
	await new Agenda(page).open(FENNA);
	return new URL(page.url()).pathname;
}
const sectionOf = (page: Page) =>
	page.getByRole('region', { name: say('meldcode_title'), exact: true });

test('ME11, ME12 missing expertise is named, and Veilig Thuis is there in one click', async ({
	browser
}) => {
	const karel = await visitorAs(browser, server, 'karel');
	await toFenna(karel.page);
	const section = sectionOf(karel.page);
	const missing = section.locator('#deskundigheid');
	await expect(missing).toContainText(
		'Geen aandachtsfunctionaris, gedragswetenschapper, jeugdarts of Veilig Thuis bij dit punt.'
	);
	await missing
		.getByRole('button', {
			name: say('meldcode_invite', {
				name: nameOf('roos'),
				expertise: say('meldcode_expertise_veilig_thuis')
			})
		})
		.click();
	await expect(missing).toContainText(
		'Geen aandachtsfunctionaris, gedragswetenschapper of jeugdarts bij dit punt.'
	);
	await expect(karel.page.locator('#betrokkenen')).toContainText(nameOf('roos'));
});

test('ME1–ME8 a professional goes through five steps to two decisions; the others see how far', async ({
	browser
}) => {
	const tirza = await visitorAs(browser, server, 'tirza');
	const karel = await visitorAs(browser, server, 'karel');
	await toFenna(karel.page);
	await tirza.page.goto(new URL(karel.page.url()).pathname);
	await new Agenda(tirza.page).open(FENNA);
	const section = sectionOf(tirza.page);
	const save = (within = section) =>
		within.getByRole('button', { name: say('meldcode_save'), exact: true }).click();
	const step = (number: string) =>
		section.getByRole('heading', {
			name: `${say('meldcode_step', { step: number })}: ${say(`meldcode_step_${number}_text`)}`
		});

	await section.getByRole('button', { name: say('meldcode_begin') }).click();
	await expect(step('1')).toBeVisible();
	await section.getByLabel(say('meldcode_signals')).fill('Krassen op haar arm, zelf gezien.');
	await section.getByLabel(say('meldcode_kindcheck_safe')).check();
	await save();

	await expect(step('2')).toBeVisible();
	await section.getByLabel(say('meldcode_consult_who')).fill('de jeugdarts');
	await section.getByLabel(say('meldcode_consult_outcome')).fill('Het past bij zelfbeschadiging.');
	await save();

	await expect(step('3')).toBeVisible();
	await section
		.locator('#meldcode-stappen')
		.getByRole('button', { name: say('meldcode_talk_prepare') })
		.click();
	const form = section.getByRole('form', { name: say('meldcode_talk_prepare') });
	await expect(form.getByLabel(say('meldcode_talk_holder'))).toHaveValue(/\S/);
	await save(form);
	const talk = section.getByRole('listitem').filter({ hasText: 'Fenna' });
	await talk.getByRole('button', { name: say('meldcode_talk_how') }).click();
	await talk.getByLabel(say('meldcode_talk_outcome')).fill('Fenna wil hulp, moeder schrok.');
	await save(talk);

	await expect(step('4')).toBeVisible();
	const answer = async (question: string, choice: string) =>
		section
			.getByRole('group', { name: say(`meldcode_question_${question}`) })
			.getByLabel(say(`meldcode_${choice}`), { exact: true })
			.check();
	await answer('suspicion', 'yes');
	await answer('unsafe', 'yes');
	await expect(section).toContainText(say('meldcode_outcome_norm'));
	await save();

	await expect(step('5')).toBeVisible();
	await expect(section).toContainText(say('meldcode_outcome_norm'));
	const decide = (question: string, choice: string) =>
		section
			.getByRole('group', { name: say(`meldcode_decide_${question}`) })
			.getByLabel(say(`meldcode_decide_${question}_${choice}`), { exact: true })
			.check();
	await decide('report', 'no');
	await expect(section.getByLabel(say('meldcode_decide_because'))).toBeVisible();
	await decide('report', 'yes');
	await decide('help', 'yes');
	await save();
	await expect(section).toContainText(say('meldcode_all_done'));

	const seen = sectionOf(karel.page);
	await expect(seen).toContainText(say('meldcode_other_done'));
	await expect(seen).toContainText(say('meldcode_decided_report'));
	await expect(seen).not.toContainText('Krassen op haar arm');
	expect(await karel.received.everything()).not.toContain('Krassen op haar arm');
	await section.getByRole('button', { name: say('meldcode_show') }).click();
	await seen.getByText(say('meldcode_other_words', { name: nameOf('tirza') })).click();
	await expect(seen).toContainText('Krassen op haar arm');
});
