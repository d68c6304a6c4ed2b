import { type Browser, expect, test } from '@playwright/test';
import { Agenda } from './support/agenda.ts';
import { dayFromNow } from './support/days.ts';
import { CaseItem } from './support/item.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { countTaps } from './support/taps.ts';
import { functionOf, nameOf, type PersonKey, visitorAs } from './support/visitor.ts';
import { choice, say } from './support/words.ts';

/** The path of who chairs through a prepared item, and of who prepares his or her part. */
const CHAIR_TAPS = 40;
const OWN_PART_TAPS = 30;

/** The CJG intake runs through in main-meeting.spec.ts; these are the other two. */
const FORMATS: { name: string; chair: PersonKey; prepares: PersonKey; code: string }[] = [
	{ name: '1-2-3-tje', chair: 'marjan', prepares: 'tirza', code: '26-4187' },
	{ name: 'ZAT', chair: 'karel', prepares: 'tirza', code: '26-7714' }
];

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

for (const format of FORMATS)
	test(`MT1, JG8, MA14 the ${format.name} from its agenda to its action list`, async ({
		browser
	}) => {
		const { chair, prepares, code } = format;
		const action = 'Met de ouders praten over wat nu nodig is';
		const meeting = await ownMeeting(browser, chair);

		const colleague = await visitorAs(browser, server, prepares, { to: meeting });
		const own = await countTaps(colleague.page);
		await colleague.page.goto(meeting);
		await new Agenda(colleague.page).open(code);
		const part = new CaseItem(colleague.page);
		await expect(part.common).toBeEditable();
		own.reset();
		await part.answer('A2', 'ruled-out', 'gezien op het spreekuur');
		await part.answer('B7', 'suspected', 'gesprek op school');
		await part.restNotChecked();
		await part.common.pressSequentially('Gezien op het spreekuur.');
		await part.saved();
		await part.judge({ safety: 'undetermined', grade: 5, risk: 'raised' }, [
			'Nog niet alles is nagegaan.',
			'Er verandert niets vanzelf.'
		]);
		await expect(part.judgement.getByText(say('judgement_given'))).toBeVisible();
		console.log(
			`  ▸ ${format.name}: preparing one's own part: ${own.taps} taps, ${own.pages} pages`
		);
		expect(own.taps).toBeLessThanOrEqual(OWN_PART_TAPS);
		expect(own.pages).toBe(0);

		const leads = await visitorAs(browser, server, chair, { to: meeting });
		const taps = await countTaps(leads.page);
		await leads.page.goto(meeting);
		const agenda = new Agenda(leads.page);
		const item = new CaseItem(leads.page);
		await expect(agenda.rows.first()).toBeVisible();
		await agenda.startMeeting();
		await agenda.setLive(code);
		taps.reset();
		await agenda.open(code);
		await item.judge({ safety: 'undetermined', grade: 5, risk: 'raised' }, [
			'Wij weten nog niet genoeg.',
			'Zonder hulp blijft het zo.'
		]);
		// All who are there have judged: it reveals itself.
		await expect(item.judgement.getByLabel(say('judgement_joint_motivation'))).toBeVisible();
		await item.judgeJointly(
			{ safety: 'undetermined', grade: 5, risk: 'raised' },
			'Eerst gaan wij na wat wij nog niet weten.'
		);
		await item.worries.click();
		await item.worries.pressSequentially('Dat het ongemerkt erger wordt.');
		await item.grounds.click();
		await item.grounds.pressSequentially('Wat school en het spreekuur zagen.');
		await item.saved();
		await item.propose(action, `${nameOf(chair)}, ${functionOf(chair)}`, dayFromNow(7));
		await agenda.conclude();
		await expect(agenda.pane.getByRole('button', { name: code })).toContainText(
			say('room_state_done')
		);
		console.log(
			`  ▸ ${format.name}: the chair, one prepared item: ${taps.taps} taps, ${taps.pages} pages`
		);
		expect(taps.taps).toBeLessThanOrEqual(CHAIR_TAPS);
		expect(taps.pages).toBe(0);

		for (const other of (await agenda.codes()).filter((one) => one !== code)) {
			await agenda.setLive(other);
			await agenda.carryOver();
		}
		await agenda.close();
		await leads.page.goto(`${meeting}/verslag`);
		const record = leads.page.getByRole('main');
		await expect(record).toContainText(action);
		await expect(record).toContainText(choice('undetermined', 'H31'));
		for (const one of [colleague, leads]) {
			expect(one.received.complaints, one.person).toEqual([]);
			await one.context.close();
		}
	});

/** The planned meeting of this chair's table that holds cases. */
async function ownMeeting(browser: Browser, chair: PersonKey): Promise<string> {
	const { page, context } = await visitorAs(browser, server, chair);
	const link = page.getByRole('main').locator('a[href^="/overleg/"]').first();
	await expect(link).toBeVisible();
	const path = (await link.getAttribute('href')) ?? '';
	await context.close();
	return path;
}
