import { expect, type Page, test } from '@playwright/test';
import process from 'node:process';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { bringInQuickly } from './support/extra-items.ts';
import { CaseItem } from './support/item.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { type PersonKey, visitorAs } from './support/visitor.ts';

/** A full minute where it is asked for: TYPING_SECONDS=60. */
const SECONDS = Number(process.env.TYPING_SECONDS ?? 15);
const ROUNDS = 20;

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

test('two who open a cold item at once, 20 times: a third sees what both typed', async ({
	browser
}) => {
	test.setTimeout(480_000);
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const items: string[] = [];
	for (let made = 0; made < ROUNDS / 2; made += 1)
		items.push(
			await bringInQuickly(hilde.page, meeting, {
				firstName: `Kind${made}`,
				reason: `Ronde ${made}`,
				invited: ['roos', 'yusuf']
			})
		);
	const roos = await visitorAs(browser, server, 'roos');
	const yusuf = await visitorAs(browser, server, 'yusuf');

	async function openAndType(page: Page, item: string, word: string) {
		await page.goto(`${meeting}?punt=${item}`);
		const field = new CaseItem(page).common;
		await field.pressSequentially(word);
		await new CaseItem(page).saved();
	}
	for (let round = 0; round < ROUNDS; round += 1) {
		// The first half has never been opened; the second half is read back from disk.
		if (round === ROUNDS / 2) {
			await Promise.all([hilde, roos, yusuf].map(({ page }) => page.goto('about:blank')));
			await server.restart();
		}
		const item = items[round % items.length] ?? '';
		const [small, large] = [
			`kleinschrift${letters(round)}`,
			`GROOTSCHRIFT${letters(round).toUpperCase()}`
		];
		await Promise.all([openAndType(hilde.page, item, small), openAndType(roos.page, item, large)]);
		await yusuf.page.goto(`${meeting}?punt=${item}`);
		const seen = new CaseItem(yusuf.page).common;
		await expect.poll(async () => only(/[a-z]/g, await seen.inputValue())).toContain(small);
		await expect.poll(async () => only(/[A-Z]/g, await seen.inputValue())).toContain(large);
		const all = await seen.inputValue();
		for (const { page } of [hilde, roos])
			await expect(new CaseItem(page).common, `round ${round}`).toHaveValue(all);
	}
});

test('two tabs of one person typing at once: both texts are there', async ({ browser }) => {
	const first = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(first.page);
	const secondPage = await first.context.newPage();
	await secondPage.goto(meeting);
	const tabs = [new CaseItem(first.page), new CaseItem(secondPage)] as const;
	for (const tab of tabs) await expect(tab.common).toBeEditable();
	const words = ['eentabbladtypteenhelezin', 'EENANDERTABBLADTYPTOOKIETS'] as const;
	await Promise.all([
		tabs[0].common.pressSequentially(words[0], { delay: 15 }),
		tabs[1].common.pressSequentially(words[1], { delay: 15 })
	]);
	for (const tab of tabs) await tab.saved();
	await expect(tabs[1].common).toHaveValue(await tabs[0].common.inputValue());

	const other = await visitorAs(browser, server, 'roos', { to: meeting });
	const text = new CaseItem(other.page).common;
	await expect(text).toHaveValue(await tabs[0].common.inputValue());
	const value = await text.inputValue();
	expect(only(/[a-z]/g, value)).toBe(words[0]);
	expect(only(/[A-Z]/g, value)).toBe(words[1]);
});

const SIX: readonly PersonKey[] = ['hilde', 'yusuf', 'roos', 'nadia', 'wim', 'tirza'];
/** Who typed a letter shows in the letter. */
const ALPHABETS = ['abcdefgh', 'ijklmnop', 'qrstuvwx', 'ABCDEFGH', 'IJKLMNOP', 'QRSTUVWX'];

test(`six people typing in one item for ${SECONDS} s: all replicas and the stored document are equal`, async ({
	browser
}) => {
	test.setTimeout((SECONDS + 300) * 1000);
	const maker = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(maker.page);
	const item = await bringInQuickly(maker.page, meeting, {
		firstName: 'Zes',
		reason: 'Zes mensen tegelijk',
		invited: SIX
	});
	await maker.context.close();
	const room = `${meeting}?punt=${item}`;
	const six = [];
	for (const person of SIX) six.push(await visitorAs(browser, server, person, { to: room }));
	const pages = six.map(({ page }) => page);
	for (const page of pages) await expect(new CaseItem(page).common).toBeEditable();

	const end = Date.now() + SECONDS * 1000;
	const kept = await Promise.all(
		pages.map((page, index) => typeUntil(end, page, ALPHABETS[index] ?? ''))
	);
	for (const page of pages) await new CaseItem(page).saved();

	const reference = await texts(pages[0]!);
	for (const page of pages.slice(1)) await expect.poll(() => texts(page)).toEqual(reference);
	// What everyone typed is in it, less the two letters that each fifth word took back from someone.
	const typed = kept.reduce((sum, word) => sum + word.length, 0);
	expect(reference.join('').length).toBeGreaterThan(typed * 0.8);
	for (const [index, word] of kept.entries()) {
		const mine = new RegExp(`[${ALPHABETS[index]}]`, 'g');
		expect(only(mine, await new CaseItem(pages[0]!).common.inputValue()).length).toBeGreaterThan(
			word.length / 2
		);
	}

	await server.restart();
	const fresh = await visitorAs(browser, server, 'hilde', { to: room });
	await expect.poll(() => texts(fresh.page)).toEqual(reference);
	for (const page of pages) await expect.poll(() => texts(page)).toEqual(reference);
});

/** Types in the common text until then, here and there with a word taken back; resolves to what it kept. */
async function typeUntil(end: number, page: Page, alphabet: string): Promise<string> {
	const field = new CaseItem(page).common;
	let kept = '';
	for (let turn = 0; Date.now() < end; turn += 1) {
		const word = [0, 1, 2, 3].map((at) => alphabet[(turn + at * 3) % alphabet.length]).join('');
		await field.pressSequentially(word);
		if (turn % 5 === 4)
			for (let back = 0; back < 2; back += 1) await page.keyboard.press('Backspace');
		// Now and then somewhere else in the text, where others are typing too.
		if (turn % 7 === 6) await page.keyboard.press(turn % 2 === 0 ? 'Control+Home' : 'Control+End');
		kept += word;
	}
	return kept;
}

/** All shared texts on this page, each with the name of its field. */
function texts(page: Page): Promise<string[]> {
	return page.locator('.shared-text').evaluateAll((all) =>
		all
			.map((one) => {
				const field = one.querySelector('textarea');
				return `${one.querySelector('label')?.textContent}: ${field?.value}`;
			})
			.toSorted()
	);
}

function only(these: RegExp, text: string): string {
	return (text.match(these) ?? []).join('');
}

/** A number in letters, so that a word of a round has no digits in it. */
function letters(round: number): string {
	return String.fromCharCode(97 + Math.floor(round / 10), 97 + (round % 10));
}
