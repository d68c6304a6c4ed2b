import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { Agenda } from './support/agenda.ts';
import { dayFromNow } from './support/days.ts';
import { CaseItem } from './support/item.ts';
import { type Partnership, startWithPartner } from './support/partner-inbox.ts';
import { functionOf, nameOf, type Visitor, visitorAs } from './support/visitor.ts';
import { choice, say, starts } from './support/words.ts';

const TABLE = 'CJG-aanmeldoverleg Noorderveld';
const ROOM_ACTION = 'De kinderen zien en spreken';
const LATER_ACTION = 'Een afspraak maken op het consultatiebureau';

const REASONS = {
	hilde: ['HILDE-VEILIGHEID twee meldingen kort na elkaar', 'HILDE-RISICO niemand houdt zicht'],
	roos: ['ROOS-VEILIGHEID er is een patroon', 'ROOS-RISICO het escaleert'],
	wim: ['WIM-VEILIGHEID wij waren er tweemaal', 'WIM-RISICO hij komt terug']
} as const satisfies Record<string, [string, string]>;

test.describe.configure({ mode: 'serial' });

let partnership: Partnership;
/** The path of the meeting that is held here. */
let meeting = '';
test.beforeAll(async () => {
	partnership = await startWithPartner();
});
test.afterAll(() => partnership.stop());

test('the meeting: from adding a case to "done" coming back from the partner', async ({
	browser
}) => {
	test.setTimeout(360_000);
	const { server, inboxUrl } = partnership;
	const hilde = await visitorAs(browser, server, 'hilde', { to: '/tafels' });
	const agenda = new Agenda(hilde.page);
	const item = new CaseItem(hilde.page);
	let code = '';
	let otherCode = '';

	await test.step('Hilde plans a meeting at the table', async () => {
		await hilde.page.getByRole('main').getByRole('link', { name: TABLE }).click();
		await hilde.page.getByLabel(say('tables_day'), { exact: true }).fill(dayFromNow(0));
		await hilde.page.getByLabel(say('tables_time')).fill('09:00');
		await hilde.page.getByLabel(starts('tables_place')).fill('Kamer 1.12');
		await hilde.page
			.getByLabel(starts('tables_video'))
			.fill('https://video.noorderveld.example/nieuw');
		await hilde.page.getByRole('button', { name: say('tables_plan') }).click();
		await hilde.page.waitForURL(/\/overleg\/[\w-]+$/);
		meeting = new URL(hilde.page.url()).pathname;
		await expect(agenda.rows.first()).toBeVisible();
	});

	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	const roosAgenda = new Agenda(roos.page);
	const roosItem = new CaseItem(roos.page);
	await expect(roosAgenda.rows.first()).toBeVisible();

	await test.step('Hilde adds a case with Wim as guest, and one without him', async () => {
		otherCode = await agenda.bringIn({
			child: { firstName: 'Zohra', birthMonth: '2020-02' },
			caregiver: { firstName: 'Nora', lastName: 'Zeilstra', relation: 'moeder' },
			reason: 'VERBORGEN-REDEN: wie begint hier?',
			news: 'VERBORGEN-NIEUWS: de school belde.'
		});
		code = await agenda.bringIn({
			child: { firstName: 'Tijn', birthMonth: '2018-09' },
			caregiver: { firstName: 'Floor', lastName: 'Kamstra', relation: 'moeder' },
			reason: 'Wie houdt zicht op de veiligheid?',
			news: 'Een tweede melding van de politie.',
			without: [nameOf('yusuf'), nameOf('nadia')],
			guests: [nameOf('wim')]
		});
	});

	const wim = await visitorAs(browser, server, 'wim', { to: meeting });
	const wimAgenda = new Agenda(wim.page);
	const wimItem = new CaseItem(wim.page);
	const three: [Visitor, CaseItem][] = [
		[hilde, item],
		[roos, roosItem],
		[wim, wimItem]
	];

	await test.step('the order changes for Roos without reload, and Wim sees nothing of the others', async () => {
		await expect.poll(() => roosAgenda.codes()).toEqual([otherCode, code]);
		await expect.poll(() => wimAgenda.codes()).toEqual([code]);
		await agenda.showWhole();
		await agenda.moveUp(code);
		await expect.poll(() => agenda.codes()).toEqual([code, otherCode]);
		await expect.poll(() => roosAgenda.codes()).toEqual([code, otherCode]);
		await expect.poll(() => wimAgenda.codes()).toEqual([code]);
		const seen = await wim.received.everything();
		for (const hidden of ['VERBORGEN', otherCode, 'Zohra', 'Zeilstra'])
			expect(seen).not.toContain(hidden);
	});

	await test.step('Wim and Roos answer beforehand', async () => {
		await roosAgenda.open(code);
		await wimItem.answer('A4', 'observed', 'politie ter plaatse');
		await wimItem.answer('A5', 'not-checked');
		await roosItem.answer('A4', 'ruled-out', 'gesprek met moeder');
		await roosItem.answer('A2', 'ruled-out', 'huisarts gesproken');
	});

	await test.step('Hilde starts; Roos and Wim wait, and see the video link once they are admitted', async () => {
		await agenda.startMeeting();
		await agenda.setLive(code);
		await agenda.open(code);
		for (const [who, its] of [
			[roos, roosAgenda],
			[wim, wimAgenda]
		] as const) {
			await expect(who.page.getByText(say('room_wait_now'))).toBeVisible();
			await expect(its.video).toBeHidden();
			expect(await who.received.everything()).not.toContain('video.noorderveld.example/nieuw');
			await agenda.admit(nameOf(who.person).split(' ')[0] ?? '');
			await expect(its.video).toBeVisible();
			await expect(who.page.getByText(say('room_wait_now'))).toBeHidden();
		}
	});

	await test.step('a difference and a blind spot; the chair records what the table chooses', async () => {
		await expect(item.question('A4')).toContainText('politie ter plaatse');
		await expect(item.question('A4')).toContainText('gesprek met moeder');
		await expect(item.question('A5')).toContainText(say('assessment_blind_spot'));
		await expect(
			hilde.page
				.getByRole('button', { name: starts('assessment_find_out') })
				.filter({ hasText: 'A5' })
		).toBeVisible();
		await expect(
			roos.page.getByRole('button', { name: starts('assessment_choose_together') })
		).toHaveCount(0);
		await item.decide('A4', 'observed');
		for (const [, one] of three) await expect(one.tableChose('A4', 'observed')).toBeVisible();
		await item.restNotChecked();
	});

	await test.step('each judges alone: nobody is sent the words of another', async () => {
		await roosItem.judge({ safety: 'acutely-unsafe', grade: 2, risk: 'high' }, [...REASONS.roos]);
		await item.judge({ safety: 'structurally-unsafe', grade: 4, risk: 'raised' }, [
			...REASONS.hilde
		]);
		await expect(item.judgement.getByText(say('judgement_given'))).toBeVisible();
		await expect(
			wimItem.judgement.getByText(say('judgement_waiting_for', { names: nameOf('wim') }))
		).toBeVisible();
		for (const [who] of three) {
			const seen = await who.received.everything();
			for (const [author, reasons] of Object.entries(REASONS))
				if (author !== who.person) for (const reason of reasons) expect(seen).not.toContain(reason);
		}
	});

	await test.step('with the last one all are revealed, side by side', async () => {
		await wimItem.judge({ safety: 'acutely-unsafe', grade: 3, risk: 'high' }, [...REASONS.wim]);
		for (const [, one] of three)
			for (const [safety] of Object.values(REASONS))
				await expect(one.judgement.getByText(safety)).toBeVisible();
	});

	await test.step('the joint judgement, and the Veilig Thuis step', async () => {
		await item.judgeJointly(
			{ safety: 'acutely-unsafe', grade: 2, risk: 'high' },
			'Twee meldingen, een patroon en niemand die zicht houdt.'
		);
		await expect(item.judgement.getByText(say('vt_numbers'))).toBeVisible();
		const refusal = hilde.page.getByRole('complementary', { name: say('room_agenda') });
		await agenda.conclude();
		await expect(refusal).toContainText('H33');
		await item.worries.pressSequentially('Dat het weer gebeurt.');
		await roosItem.grounds.pressSequentially('Twee meldingen; oma ziet het anders.');
		await expect(roosItem.worries).toHaveValue('Dat het weer gebeurt.');
		for (const [, one] of three) await one.saved();

		// Instrument rule 3: not concluded while an organisation has not decided.
		await agenda.conclude();
		await expect(refusal).toContainText('Veilig Thuis');
		await item.decideVeiligThuis('vt_reported');
		for (const [, one] of three)
			await expect(one.judgement.getByText(say('vt_all_decided'))).toBeVisible();
	});

	await test.step('two actions: one accepted in the room, one later from "Mijn acties"', async () => {
		await item.propose(ROOM_ACTION, `${nameOf('roos')}, ${functionOf('roos')}`, dayFromNow(3));
		await item.propose(
			LATER_ACTION,
			say('action_who_organisation', { name: 'GGD Noorderveld' }),
			dayFromNow(7)
		);
		await roosItem.accept(ROOM_ACTION);
		await expect(item.action(ROOM_ACTION)).toContainText(say('action_status_accepted'));

		const tirza = await visitorAs(browser, server, 'tirza', { to: '/acties' });
		const waiting = tirza.page.getByRole('region', { name: say('actions_waiting') });
		const card = waiting.getByRole('article').filter({ hasText: LATER_ACTION });
		await card.getByRole('button', { name: say('action_accept') }).click();
		await expect(card).toBeHidden();
		await expect(item.action(LATER_ACTION)).toContainText(say('action_status_accepted'));
		expect(tirza.received.complaints).toEqual([]);
		expect(await tirza.received.everything()).not.toContain('Tijn');
		await tirza.context.close();
	});

	await test.step('those who were there ratify the text', async () => {
		for (const [, one] of three) await one.ratify();
		await expect(item.decisions.getByText(starts('decisions_ratified'))).toBeVisible();
	});

	await test.step('the item is concluded, the other carried over, the meeting closed', async () => {
		await agenda.conclude();
		await expect(agenda.pane.getByRole('button', { name: code })).toContainText(
			say('room_state_done')
		);
		await agenda.setLive(otherCode);
		await agenda.carryOver();
		await expect(agenda.row(otherCode)).toContainText(say('room_state_carried_over'));
		await agenda.close();
	});

	await test.step('the record shows the item with its judgement, decision and actions', async () => {
		await hilde.page.goto(`${meeting}/verslag`);
		const record = hilde.page.getByRole('main');
		for (const text of [code, ROOM_ACTION, LATER_ACTION, choice('acutely-unsafe', 'H31')])
			await expect(record.getByText(text).first()).toBeVisible();
		await wim.page.goto(`${meeting}/verslag`);
		await expect(wim.page.getByRole('main')).toContainText(ROOM_ACTION);
		await expect(wim.page.getByRole('main')).not.toContainText(otherCode);
	});

	await test.step('the action is in the inbox of the partner; "done" there shows here by itself', async () => {
		await hilde.page.goto(`${meeting}/terugmelding`);
		await roos.page.goto(meeting);
		await roosAgenda.open(code);
		const inbox = await browser.newPage();
		await inbox.goto(inboxUrl);
		const card = inbox.getByRole('listitem').filter({
			has: inbox.getByRole('heading', { name: LATER_ACTION })
		});
		await expect(card).toContainText(code);
		await expect(inbox.locator('body')).not.toContainText('Tijn');
		await card.getByRole('button', { name: 'Gedaan' }).click();
		await expect(card.getByText('Gedaan')).toBeVisible();

		await expect(roosItem.action(LATER_ACTION)).toContainText(say('action_status_done'));
		await expect(hilde.page.getByRole('row').filter({ hasText: LATER_ACTION })).toContainText(
			say('ledger_status_read')
		);
		await inbox.close();
	});

	for (const [who] of three) expect(who.received.complaints, who.person).toEqual([]);
});

test('the pages of a meeting that was held: no axe violation at 1440, 820 and 390 px, nothing sideways', async ({
	browser
}) => {
	const { page } = await visitorAs(browser, partnership.server, 'hilde');
	for (const path of ['verslag', 'review', 'terugmelding']) {
		await page.goto(`${meeting}/${path}`);
		await expect(page.getByRole('main').getByText(LATER_ACTION).first()).toBeVisible();
		await expectAccessible(page, path);
	}
});
