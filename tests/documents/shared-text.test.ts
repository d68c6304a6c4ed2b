import { expect, type Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, test } from 'vitest';
import { Site } from './browser.ts';

let site: Site;
let roos: Page;
let wim: Page;
beforeAll(async () => {
	site = await Site.start();
	[roos, wim] = await Promise.all([site.page('roos'), site.page('wim')]);
});
afterAll(() => site.stop());
beforeEach(async () => {
	for (const label of ['Gezamenlijk', 'CJG']) await roos.getByLabel(label).fill('');
	await expect(wim.getByLabel('Gezamenlijk')).toHaveValue('');
	await expect(wim.getByLabel('CJG')).toHaveValue('');
});

const field = (page: Page, label = 'Gezamenlijk') => page.getByLabel(label);
const selection = (page: Page) =>
	field(page).evaluate((element: HTMLTextAreaElement) => [
		element.selectionStart,
		element.selectionEnd
	]);
const select = (page: Page, start: number, end = start) =>
	field(page).evaluate(
		(element: HTMLTextAreaElement, [from, to]) => element.setSelectionRange(from ?? 0, to ?? 0),
		[start, end]
	);

test('TF1 two who type in one field at once both see both texts', async () => {
	await Promise.all([
		field(roos).pressSequentially('Roos was hier. ', { delay: 5 }),
		field(wim).pressSequentially('Wim ook. ', { delay: 5 })
	]);
	await expect(roos.locator('#unsaved')).toHaveText('0');
	const text = await field(roos).inputValue();
	expect([...text].sort()).toEqual([...'Roos was hier. Wim ook. '].sort());
	await expect(field(wim)).toHaveValue(text);
});

test('TF2 the own caret and selection stay with the same letters when another types before them', async () => {
	await field(roos).fill('Daan is thuis');
	await expect(field(wim)).toHaveValue('Daan is thuis');
	await field(wim).focus();
	await select(wim, 5, 7);
	await field(roos).press('Control+Home');
	await field(roos).pressSequentially('Ook ');
	await expect(field(wim)).toHaveValue('Ook Daan is thuis');
	expect(await selection(wim)).toEqual([9, 11]);
	await field(wim).press('Delete');
	await expect(field(roos)).toHaveValue('Ook Daan  thuis');
});

test('TF3 a colleague’s caret is drawn with a name, and said in words under the label', async () => {
	await field(roos).fill('Daan is thuis');
	await field(roos).focus();
	await expect(wim.getByText('Roos van Dalen typt hier')).toHaveCount(1);
	await expect(field(wim)).toHaveAccessibleDescription('Roos van Dalen typt hier');
	await expect(wim.locator('.flag')).toHaveText('Roos van Dalen');
	const fromLeft = async () => {
		const [caret, text] = [wim.locator('.caret'), field(wim)];
		return ((await caret.boundingBox())?.x ?? 0) - ((await text.boundingBox())?.x ?? 0);
	};
	await expect.poll(fromLeft).toBeGreaterThan(60);
	await field(roos).press('Home');
	await expect.poll(fromLeft).toBeLessThan(20);
	await field(roos).blur();
	await expect(wim.locator('.flag')).toHaveCount(0);
	await expect(field(wim)).toHaveAccessibleDescription('');
});

test('TF4 undo takes back one’s own typing only', async () => {
	const [hers, his] = [field(roos, 'CJG'), field(wim, 'CJG')];
	await hers.pressSequentially('van Roos');
	await expect(his).toHaveValue('van Roos');
	await his.press('Control+Home');
	await his.pressSequentially('Wim en ');
	await expect(hers).toHaveValue('Wim en van Roos');
	await hers.press('Control+z');
	await expect(hers).toHaveValue('Wim en ');
	await hers.press('Control+Shift+z');
	await expect(his).toHaveValue('Wim en van Roos');
});

test('TF5 the line one writes on does not move on the screen when others add lines above it', async () => {
	await field(roos).fill('begin\n' + 'regel\n'.repeat(60) + 'hier schrijf ik');
	await expect(field(wim)).toHaveValue(/hier schrijf ik$/);
	await field(wim).focus();
	await field(wim).press('Control+End');
	await wim.evaluate(() => window.scrollTo(0, 600));
	const own = () =>
		field(wim).evaluate((element) => element.getBoundingClientRect().bottom - window.innerHeight);
	const before = await own();
	await field(roos).press('Control+Home');
	await field(roos).pressSequentially('a\nb\nc\n');
	await expect(field(wim)).toHaveValue(/^a\nb\nc\nbegin/);
	expect(Math.abs((await own()) - before)).toBeLessThan(2);
});

test('TF6 a field is as high as its text', async () => {
	const height = async () => (await field(wim).boundingBox())?.height ?? 0;
	const empty = await height();
	await field(roos).fill('regel\n'.repeat(12));
	await expect.poll(height).toBeGreaterThan(empty + 150);
	const overflow = await field(wim).evaluate((e) => e.scrollHeight - e.clientHeight);
	expect(overflow).toBeLessThanOrEqual(0);
});

test('TF7 an input method composes undisturbed while another types', async () => {
	await field(roos).fill('Daan');
	await expect(field(wim)).toHaveValue('Daan');
	await field(wim).press('Control+End');
	const keyboard = await wim.context().newCDPSession(wim);
	await keyboard.send('Input.imeSetComposition', {
		text: 'か',
		selectionStart: 1,
		selectionEnd: 1
	});
	await field(roos).press('Control+Home');
	await field(roos).pressSequentially('Ook ');
	await expect(field(roos)).toHaveValue('Ook Daanか');
	await keyboard.send('Input.insertText', { text: '加' });
	await expect(field(roos)).toHaveValue('Ook Daan加');
	await expect(field(wim)).toHaveValue('Ook Daan加');
});

test('TF8 typed while cut off arrives when the connection is back', async () => {
	await wim.getByRole('button', { name: 'Verbreek' }).click();
	await field(wim).pressSequentially('zonder net');
	await expect(wim.locator('#unsaved')).not.toHaveText('0');
	await field(roos, 'CJG').pressSequentially('intussen');
	await wim.getByRole('button', { name: 'Verbind' }).click();
	await expect(field(roos)).toHaveValue('zonder net');
	await expect(field(wim, 'CJG')).toHaveValue('intussen');
	await expect(wim.locator('#unsaved')).toHaveText('0');
});

test('TF9 axe finds nothing, with a colleague in the field', async () => {
	await field(roos).fill('Daan is thuis');
	await field(roos).focus();
	await expect(wim.locator('.flag')).toHaveCount(1);
	const { violations } = await new AxeBuilder({ page: wim }).analyze();
	expect(violations.map((violation) => violation.id)).toEqual([]);
});
