import { expect, test } from '@playwright/test';
import { Agenda } from '../support/agenda.ts';
import { dayFromNow } from '../support/days.ts';
import { toRunningMeeting } from '../support/demo-meeting.ts';
import { CaseItem } from '../support/item.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { functionOf, nameOf, type Visitor, visitorAs } from '../support/visitor.ts';
import { say } from '../support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

const CODE = '26-5038';
const ALARM = say('referrals_todo_alarm', { count: '3' });
const REFERRED = say('coordination_bar_referred', { count: '3' });
const UNSAFE = { safety: 'acutely-unsafe', grade: 2, risk: 'high' };
const HELP = 'Binnen een week begint iemand met hulp';

test('RF4, CO2, VT2, VT6, CO11 26-5038: sent on three times and nobody watches, until Veilig Thuis has the report', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	const wim = await visitorAs(browser, server, 'wim', { to: meeting });
	const three = [hilde, roos, wim];
	const agenda = new Agenda(hilde.page);
	const item = new CaseItem(hilde.page);
	const [roosItem, wimItem] = [new CaseItem(roos.page), new CaseItem(wim.page)];
	const inRed = ({ page }: Visitor) =>
		page.getByRole('region', { name: say('coordination_bar') }).locator('.nobody');
	const onBoard = ({ page }: Visitor, text: string) =>
		page.getByRole('listitem').filter({ has: page.getByRole('link', { name: text }) });

	await test.step('all three see it in red: sent on and on, and nobody watches', async () => {
		for (const visitor of three) {
			const bar = inRed(visitor);
			await expect(bar.filter({ hasText: REFERRED })).toBeVisible();
			await expect(bar.filter({ hasText: say('coordination_nobody_safety_watch') })).toBeVisible();
			await expect(onBoard(visitor, ALARM).locator('.red')).toBeVisible();
		}
	});

	await test.step('both children are assessed, and the police saw acute violence', async () => {
		await expect(item.question('A4')).toContainText('politie ter plaatse');
		await item.decide('A4', 'observed');
		await expect(wimItem.tableChose('A4', 'observed')).toBeVisible();
		await item.restNotChecked();
		await showChild(item, 'Lotte');
		await item.decide('A4', 'observed');
		await item.restNotChecked(['A', 'B', 'D', 'E']);
		await expect(hilde.page.getByText(/^De rest is ingevuld/)).toHaveCount(0);
	});

	await test.step('Lotte is judged by Hilde, and Daan by all three, each alone', async () => {
		await item.judge(UNSAFE, ['Zij is vaak boos.', 'Niemand begint.']);
		await item.reveal();
		await item.judgeJointly(UNSAFE, 'Lotte zag het tweemaal gebeuren.');
		await item.worries.fill('Dat zij ertussen komt.');
		await item.grounds.fill('De tweede melding; school ziet haar verdriet.');
		await item.saved();
		await showChild(item, 'Daan');
		await item.judge(UNSAFE, ['Er is een patroon.', 'Niemand houdt zicht.']);
		await roosItem.judge(UNSAFE, ['Het escaleert.', 'Drie keer doorgestuurd.']);
		await wimItem.judge(UNSAFE, ['Wij waren er tweemaal.', 'Hij komt terug.']);
		await item.judgeJointly(UNSAFE, 'Daan was er beide keren bij.');
		await item.worries.fill('Dat het weer gebeurt.');
		await item.grounds.fill('Politie ter plaatse; de huisarts zag geen letsel.');
		await item.saved();
	});

	await test.step('the item is not concluded while the CJG has not decided for each child', async () => {
		const refusal = hilde.page.getByRole('complementary', { name: say('room_agenda') });
		await expect(item.veiligThuisStep('Daan')).toContainText(say('vt_not_decided'));
		await expect(roosItem.veiligThuisStep('Daan').getByRole('radio')).toHaveCount(0);
		await agenda.conclude();
		await expect(refusal).toContainText(/De stap Veilig Thuis staat open.* 2 besluiten/);
		await expect(agenda.pane.getByRole('button', { name: CODE })).not.toContainText(
			say('room_state_done')
		);
		await item.decideVeiligThuis('vt_reported', 'Daan');
		await expect(wimItem.veiligThuisStep('Daan')).toContainText(say('vt_all_decided'));
		await expect(wimItem.veiligThuisStep('Lotte')).toContainText(say('vt_not_decided'));
		await item.decideVeiligThuis('vt_reported', 'Lotte');
		await expect(wimItem.veiligThuisStep('Lotte')).toContainText(say('vt_all_decided'));
	});

	await test.step('reported is not received: the watch is nobody’s until Roos confirms', async () => {
		for (const visitor of three)
			await expect(
				inRed(visitor).filter({ hasText: say('coordination_nobody_safety_watch') })
			).toBeVisible();
		await expect(wim.page.locator('#regie')).toContainText(say('coordination_report_passes'));
		await roos.page.getByRole('button', { name: say('coordination_receipt_confirm') }).click();
		for (const visitor of three) {
			await expect(
				visitor.page.getByRole('region', { name: say('coordination_bar') })
			).toContainText(`${nameOf('roos')}, Veilig Thuis Noorderveld`);
			await expect(
				inRed(visitor).filter({ hasText: say('coordination_nobody_safety_watch') })
			).toHaveCount(0);
		}
	});

	await test.step('help is agreed on, but as long as it has not started the alarm stays', async () => {
		await item.propose(HELP, `${nameOf('hilde')}, ${functionOf('hilde')}`, dayFromNow(7));
		await expect(roosItem.action(HELP)).toBeVisible();
		for (const visitor of three) await expect(onBoard(visitor, ALARM)).toBeVisible();
	});

	await test.step('the item is concluded, with Roos watching and the alarm still there', async () => {
		await agenda.conclude();
		await expect(agenda.pane.getByRole('button', { name: CODE })).toContainText(
			say('room_state_done')
		);
		await agenda.open(CODE);
		await expect(hilde.page.getByRole('region', { name: say('coordination_bar') })).toContainText(
			nameOf('roos')
		);
		await expect(inRed(hilde)).toContainText([say('coordination_nobody_coordinator'), REFERRED]);
	});
	for (const { received, person } of three) expect(received.complaints, person).toEqual([]);
});

async function showChild(item: CaseItem, name: string): Promise<void> {
	const tab = item.judgement.getByRole('tab', { name });
	await tab.click();
	await expect(tab).toHaveAttribute('aria-selected', 'true');
}
