import { expect, test } from '@playwright/test';
import { Agenda } from '../support/agenda.ts';
import { dayFromNow } from '../support/days.ts';
import { toRunningMeeting } from '../support/demo-meeting.ts';
import { CaseItem } from '../support/item.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { nameOf, visitorAs } from '../support/visitor.ts';
import { say, starts } from '../support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

const CODE = '26-8452';
const UNKNOWN = say('closing_safe_undetermined', { child: 'Mila' });
const NOT_SEEN = 'Mila is langer dan zes weken niet gezien';
const NOT_SPOKEN = 'Langer dan zes weken heeft niemand Mila gesproken';

test('CL1, CL2, CL3, CL5 26-8452: nobody has seen Mila, so nobody can say that she is safe and her case stays open', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const agenda = new Agenda(hilde.page);
	const item = new CaseItem(hilde.page);
	await agenda.setLive(CODE);
	await agenda.open(CODE);
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	await new Agenda(roos.page).open(CODE);
	const after = hilde.page.locator('#vervolg');
	const seenByRoos = roos.page.locator('#vervolg');
	const missing = after.getByRole('listitem').filter({ hasText: say('closing_unmet') });
	const missingForRoos = seenByRoos.getByRole('listitem').filter({ hasText: say('closing_unmet') });
	const close = after.getByRole('button', { name: say('closing_close') });

	await test.step('the table looks at all of it, and can’t say whether she is safe', async () => {
		await item.restNotChecked();
		await expect(hilde.page.getByText(/^De rest is ingevuld/)).toHaveCount(0);
		const unclear = { safety: 'undetermined', grade: 6, risk: 'raised' };
		await item.judge(unclear, ['Niemand zag haar.', 'De hulp is net klaar.']);
		await item.reveal();
		await item.judgeJointly(unclear, 'Wij hebben haar niet gezien.');
		await item.worries.fill('Dat het weer misgaat. Minimaal: iemand ziet haar.');
		await item.grounds.fill('Alleen wat de hulpverlener zegt.');
		await item.saved();
	});

	await test.step('so the case does not close: that nobody saw her is named', async () => {
		await after.getByRole('button', { name: say('closing_start') }).click();
		await seenByRoos.getByRole('button', { name: say('closing_what_is_needed') }).click();
		for (const list of [missing, missingForRoos]) {
			for (const what of [NOT_SEEN, NOT_SPOKEN, UNKNOWN])
				await expect(list.filter({ hasText: what })).toBeVisible();
			await expect(list).toHaveCount(3);
		}
		await expect(close).toHaveCount(0);
	});

	await test.step('Roos has seen her and spoken with her: what is left is the judgement', async () => {
		await missingForRoos
			.filter({ hasText: NOT_SEEN })
			.getByRole('button', { name: starts('closing_contact') })
			.click();
		await expect(seenByRoos.getByLabel(say('closing_contact_how'), { exact: true })).toHaveValue(
			'both'
		);
		await seenByRoos.getByRole('button', { name: say('closing_save') }).click();
		for (const list of [missing, missingForRoos]) {
			await expect(list).toHaveCount(1);
			await expect(list).toContainText(UNKNOWN);
		}
		await expect(after).toContainText(`Mila is gezien door ${nameOf('roos')}`);
		await expect(close).toHaveCount(0);
	});

	await test.step('now the table judges again, and she is safe enough', async () => {
		await item.judgement.getByRole('button', { name: say('judgement_joint_again') }).click();
		await item.judgeJointly({ safety: 'safe', grade: 8, risk: 'low' }, 'Roos zag en sprak haar.');
		for (const list of [missing, missingForRoos]) await expect(list).toHaveCount(0);
		await expect(after).toContainText(say('closing_ready'));
		await expect(seenByRoos).toContainText(say('closing_ready_chair'));
	});

	await test.step('it closes; Yusuf stays in touch, and Roos checks later', async () => {
		const [yusuf, checker] = [
			{ label: `${nameOf('yusuf')}, CJG Noorderveld` },
			{ label: `${nameOf('roos')}, Veilig Thuis Noorderveld` }
		];
		await after.getByLabel(say('closing_stays')).selectOption(yusuf);
		await after.getByLabel(say('closing_check_by')).selectOption(checker);
		await after.getByLabel(say('closing_check_on')).fill(dayFromNow(60));
		await close.click();
		for (const section of [after, seenByRoos]) {
			await expect(section).toContainText(`door ${nameOf('hilde')}`);
			await expect(section).toContainText(`${nameOf('yusuf')}`);
			await expect(section).toContainText(/Nacontrole op .* door Roos van Dalen/);
		}
		await expect(item.worries).toHaveAttribute('readonly', '');
		await agenda.conclude();
		await expect(agenda.pane.getByRole('button', { name: CODE })).toContainText(
			say('room_state_done')
		);
	});
	for (const { received, person } of [hilde, roos]) expect(received.complaints, person).toEqual([]);
});
