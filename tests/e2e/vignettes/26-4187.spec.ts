import { expect, test } from '@playwright/test';
import { CASES } from '../../../src/lib/server/demo/cases.ts';
import { Agenda } from '../support/agenda.ts';
import { dayFromNow } from '../support/days.ts';
import { CaseItem } from '../support/item.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { functionOf, nameOf, visitorAs } from '../support/visitor.ts';
import { say } from '../support/words.ts';

const { code } = CASES.noor;
const ACTION = 'Thuis kijken hoe het kind het heeft';
const WHO = 'woningcorporatie';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

test('AS4, FA11, SI4, SI5, SI7 26-4187: nobody sees anything in Noor, and what is the matter with her parents leads to an action', async ({
	browser
}) => {
	const marjan = await visitorAs(browser, server, 'marjan');
	const { page } = marjan;
	const agenda = new Agenda(page);
	const item = new CaseItem(page);
	await page.getByRole('main').locator('a[href^="/overleg/"]').first().click();
	await agenda.startMeeting();
	await agenda.setLive(code);
	await agenda.open(code);
	const meeting = new URL(page.url()).pathname;
	const bas = await visitorAs(browser, server, 'bas', { to: meeting });
	const basItem = new CaseItem(bas.page);
	const board = page.locator('.board');

	await test.step('at school there is nothing to see', async () => {
		for (const id of ['B6', 'B7', 'B8', 'B9'])
			await item.answer(id, 'ruled-out', 'gevraagd aan de leerkracht');
		for (const id of ['B6', 'B7', 'B8', 'B9'])
			await expect(basItem.question(id)).toContainText('gevraagd aan de leerkracht');
	});

	await test.step('her parents have a hard time, and that says who else to ask', async () => {
		await basItem.answer('C10', 'observed', 'gesprek met moeder', 'Anke');
		await basItem.answer('C12', 'observed', 'gesprek met vader', 'Rik');
		await expect(item.question('C10', 'Anke')).toContainText('gesprek met moeder');
		await expect(item.question('C12', 'Rik')).toContainText('gesprek met vader');
		const unheard = page.getByRole('region', { name: say('family_unheard_title') });
		for (const [party, because] of [
			['adult_mental_health', 'c10'],
			['debt_help', 'c12'],
			['housing', 'c12']
		] as const)
			await expect(
				unheard.getByRole('listitem').filter({ hasText: say(`family_party_name_${party}`) })
			).toContainText(say(`family_because_${because}`));
	});

	await test.step('without a signal of the child they judge: unsafe', async () => {
		await basItem.judge({ safety: 'structurally-unsafe', grade: 4, risk: 'raised' }, [
			'Moeder houdt het niet vol',
			'Straks is er geen huis meer'
		]);
		await item.judge({ safety: 'structurally-unsafe', grade: 5, risk: 'raised' }, [
			'Zij redt zich, maar niemand let op haar',
			'Er is geen geld en geen rust'
		]);
		// The form of the joint one stands where one's own stood.
		await expect(item.judgement.getByText('Moeder houdt het niet vol')).toBeVisible();
		await item.judgeJointly(
			{ safety: 'structurally-unsafe', grade: 4, risk: 'raised' },
			'Aan Noor zien wij niets; wat er bij haar ouders speelt is genoeg.'
		);
		await expect(board.getByText(say('room_todo_veilig_thuis')).first()).toBeVisible();
	});

	await test.step('an action for Bas, which he takes', async () => {
		const due = dayFromNow(4);
		await item.propose(ACTION, `${nameOf('bas')}, ${functionOf('bas')}`, due);
		await basItem.accept(ACTION);
		const row = item.action(ACTION);
		await expect(row).toContainText(say('action_status_accepted'));
		await expect(row).toContainText(nameOf('bas'));
		await expect(row.locator(`time[datetime="${due}"]`)).toBeVisible();
	});

	await test.step('the housing corporation, which called, is owed an answer', async () => {
		const signal = page
			.locator('#signalen')
			.getByRole('listitem')
			.filter({ hasText: 'Twee maanden huurachterstand' });
		await expect(signal).toContainText(say('signals_to_agree', { who: WHO }));
		await expect(board.getByText(say('signals_board_to_agree', { who: WHO }))).toBeVisible();
		await signal.getByRole('button', { name: say('signals_agree') }).click();
		await signal.getByLabel(say('signals_topic_being_worked_on')).check();
		await signal.getByRole('button', { name: say('signals_save') }).click();
		await expect(board.getByText('1 melder wacht op terugkoppeling')).toBeVisible();

		const line = say('signals_duty_tell', { who: WHO });
		await page.goto('/');
		const card = page.getByRole('region', { name: say('today_feedback') });
		await expect(card.getByRole('link', { name: line })).toBeVisible();
		await bas.page.goto('/');
		await expect(bas.page.getByRole('heading', { name: say('today_open') })).toBeVisible();
		await expect(bas.page.getByText(line)).toHaveCount(0);
	});
	for (const { person, received } of [marjan, bas]) expect(received.complaints, person).toEqual([]);
});
