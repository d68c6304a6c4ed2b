import { expect, test } from '@playwright/test';
import { CASES } from '../../../src/lib/server/demo/cases.ts';
import { Agenda } from '../support/agenda.ts';
import { CaseItem } from '../support/item.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { nameOf, visitorAs } from '../support/visitor.ts';
import { choice, say } from '../support/words.ts';

const { code } = CASES.fenna;
const REASONS = {
	esther: ['ESTHER-VEILIGHEID zij praat met mij', 'ESTHER-RISICO op school gaat het'],
	tirza: ['TIRZA-VEILIGHEID zij doet zichzelf pijn', 'TIRZA-RISICO thuis weet niemand het'],
	karel: ['KAREL-VEILIGHEID wij weten te weinig', 'KAREL-RISICO het verzuim groeit']
} as const satisfies Record<string, [string, string]>;
const MOTIVATION = 'Niemand sprak haar thuis; zo kunnen wij het niet vaststellen.';
const DISSENT = 'Ik blijf bij een 3: zij doet zichzelf pijn en is daarin alleen.';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

test('JG2, JG3, JG5, JG6 26-7714: mentor 6 and youth health 3 are given alone, and the one who differs is in the record', async ({
	browser
}) => {
	const karel = await visitorAs(browser, server, 'karel');
	await karel.page
		.getByRole('main')
		.getByRole('link', { name: say('today_prepare') })
		.first()
		.click();
	await karel.page.waitForURL(/\/overleg\//);
	const meeting = new URL(karel.page.url()).pathname;
	const esther = await visitorAs(browser, server, 'esther', { to: meeting });
	const tirza = await visitorAs(browser, server, 'tirza', { to: meeting });
	const three = [karel, esther, tirza];
	const agenda = new Agenda(karel.page);
	const item = new CaseItem(karel.page);
	const estherItem = new CaseItem(esther.page);
	const tirzaItem = new CaseItem(tirza.page);
	const all = [item, estherItem, tirzaItem];

	await test.step('the mentor is asked for this item only, and is let in', async () => {
		await agenda.startMeeting();
		await agenda.setLive(code);
		await agenda.open(code);
		await agenda.admit('Esther');
		await expect.poll(() => new Agenda(esther.page).codes()).toEqual([code]);
		await item.restNotChecked();
	});

	await test.step('each judges alone: nobody is sent the words of another', async () => {
		await estherItem.judge({ safety: 'safe', grade: 6, risk: 'low' }, [...REASONS.esther]);
		await tirzaItem.judge({ safety: 'structurally-unsafe', grade: 3, risk: 'raised' }, [
			...REASONS.tirza
		]);
		for (const one of [estherItem, tirzaItem]) {
			await expect(one.judgement.getByText(say('judgement_given'))).toBeVisible();
			await expect(
				one.judgement.getByText(say('judgement_waiting_for', { names: nameOf('karel') }))
			).toBeVisible();
		}
		for (const { person, received } of three) {
			const seen = await received.everything();
			for (const [author, reasons] of Object.entries(REASONS))
				if (author !== person) for (const reason of reasons) expect(seen).not.toContain(reason);
		}
	});

	await test.step('with the last one they stand side by side: 6 and 3', async () => {
		// What was said about the rest would lie over the grades.
		await expect(karel.page.getByText(/^De rest is ingevuld/)).toHaveCount(0);
		await item.judge({ safety: 'undetermined', grade: 4, risk: 'raised' }, [...REASONS.karel]);
		for (const one of all) {
			const cardOf = (reason: string) =>
				one.judgement.getByRole('listitem').filter({ hasText: reason });
			for (const [reason, grade] of [
				[REASONS.esther[0], '6'],
				[REASONS.tirza[0], '3']
			] as const)
				await expect(cardOf(reason)).toContainText(`${grade} ${say('judgement_grade_of_ten')}`);
		}
	});

	await test.step('the joint judgement, and Tirza who keeps another', async () => {
		await item.judgeJointly({ safety: 'undetermined', grade: 4, risk: 'raised' }, MOTIVATION);
		await tirzaItem.judgement.getByRole('button', { name: say('judgement_dissent_add') }).click();
		await tirzaItem.judgement.getByLabel(say('judgement_dissent_reason')).fill(DISSENT);
		await tirzaItem.judgement.getByRole('button', { name: say('judgement_dissent_save') }).click();
		for (const one of all) await expect(one.judgement.getByText(DISSENT)).toBeVisible();
	});

	await test.step('the item is concluded, the other carried over, the meeting closed', async () => {
		await item.worries.pressSequentially('Dat zij zich verwondt.');
		await item.grounds.pressSequentially('Verzuim.');
		await item.saved();
		await agenda.conclude();
		await expect(agenda.pane.getByRole('button', { name: code })).toContainText(
			say('room_state_done')
		);
		await agenda.setLive(CASES.jayden.code);
		await agenda.carryOver();
		await agenda.close();
	});

	await test.step('the record has the joint judgement and the one that differs', async () => {
		for (const { page } of [karel, esther]) {
			await page.goto(`${meeting}/verslag`);
			const record = page.getByRole('article').filter({ hasText: code });
			await expect(record).toContainText(`Fenna: ${choice('undetermined', 'H31')}`);
			await expect(record).toContainText(say('record_grade', { grade: '4' }));
			await expect(record).toContainText(MOTIVATION);
			await expect(record).toContainText(
				say('record_dissent', { name: nameOf('tirza'), reason: DISSENT })
			);
			// What each gave alone is not minuted.
			for (const reasons of Object.values(REASONS))
				for (const reason of reasons) await expect(record).not.toContainText(reason);
		}
		await expect(esther.page.getByRole('main')).not.toContainText(CASES.jayden.code);
		expect(await esther.received.everything()).not.toContain(CASES.jayden.code);
	});
	for (const { person, received } of three) expect(received.complaints, person).toEqual([]);
});
