import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

/** The smallest PNG there is: one dot. */
const DOT =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

test('SM1, SM6 from “wie kan dit?” a phone number is two taps away, and a party fills in who', async ({
	browser
}) => {
	const { page } = await visitorAs(browser, server, 'hilde');
	await toRunningMeeting(page);
	const actions = page.locator('#acties');
	await actions.getByRole('button', { name: say('social_map_who_could') }).click();
	const dialog = page.getByRole('dialog', { name: say('social_map_who_could_title') });
	const call = dialog.getByRole('link', { name: say('social_map_call', { name: 'Lian Tjong' }) });
	await expect(call).toHaveAttribute('href', 'tel:0500222300');
	await dialog.getByLabel(say('social_map_search')).fill('oudercursus');
	await expect(dialog.getByRole('article')).toHaveCount(1);
	await expect(call).toHaveCount(0);
	const party = { name: 'Opvoedondersteuning Stap voor Stap' };
	await dialog.getByRole('button', { name: say('social_map_choose', party) }).click();
	await expect(dialog).toBeHidden();
	const owner = actions.getByLabel(say('action_who'));
	await expect(owner.locator('option:checked')).toHaveText(/Bas Wolters|Welzijn Noorderveld/);
});

test('SM4, SM5, SM8 the map: searched by kind and word, kept by who administers it, with a face', async ({
	browser
}) => {
	const petra = await visitorAs(browser, server, 'petra', { to: '/beheer/sociale-kaart' });
	const { page } = petra;
	const name = 'Woningstichting Noord';
	await page.getByRole('button', { name: say('social_map_review_one', { name }) }).click();
	await expect(
		page.getByRole('button', { name: say('social_map_review_one', { name }) })
	).toHaveCount(0);
	await page.getByRole('link', { name: say('social_map_change_one', { name }) }).click();
	await page.getByLabel(say('social_map_photo_file')).setInputFiles({
		name: 'gerrit.png',
		mimeType: 'image/png',
		buffer: Buffer.from(DOT, 'base64')
	});
	await page.getByRole('button', { name: say('social_map_photo_save') }).click();
	const face = page.getByRole('img', { name: say('social_map_photo', { name: 'Gerrit Pol' }) });
	await expect(face).toHaveJSProperty('naturalWidth', 1);
	await expectAccessible(page, 'a party in beheer');
	const address = (await face.getAttribute('src')) ?? '';
	const headers = (await petra.context.request.get(address)).headers();
	expect(headers).toMatchObject({
		'content-type': 'image/png',
		'content-disposition': 'inline; filename="foto.png"',
		'x-content-type-options': 'nosniff'
	});
	const stranger = await browser.newContext({ baseURL: server.url });
	const refused = await stranger.request.get(address, { maxRedirects: 0 });
	expect(refused.status()).toBe(303);
	await stranger.close();

	const marjan = await visitorAs(browser, server, 'marjan', { to: '/sociale-kaart' });
	const cards = marjan.page.getByRole('article');
	await expect(cards).toHaveCount(9);
	await expect(cards.filter({ hasText: 'GGZ Volwassenen' })).toContainText(
		say('social_map_mark_contract_ended')
	);
	await marjan.page.getByLabel(say('social_map_kind')).selectOption('gp');
	await expect(cards).toHaveCount(1);
	await expect(cards).toContainText('Tirza Oosting');
	await marjan.page.getByLabel(say('social_map_kind')).selectOption('');
	await marjan.page.getByLabel(say('social_map_search')).fill('HUURÁCHTERSTAND');
	await expect(cards).toHaveCount(1);
	await expect(cards.locator('img')).toHaveJSProperty('naturalWidth', 1);
	await expectAccessible(marjan.page, 'the social map');
});

test('SM3 a contact person corrects the own number, and everyone calls the right one', async ({
	browser
}) => {
	const { page } = await visitorAs(browser, server, 'tirza', { to: '/sociale-kaart' });
	const party = 'GGD Noorderveld, jeugdgezondheidszorg';
	const card = page.getByRole('article').filter({ hasText: party });
	await card.getByRole('link', { name: say('social_map_correct') }).click();
	await expect(
		page.getByRole('heading', { level: 1, name: say('social_map_own_title', { name: party }) })
	).toBeVisible();
	await page.getByLabel(say('social_map_phone')).fill('0500 999 888');
	await page.getByRole('button', { name: say('social_map_save') }).click();
	await expect(page.getByText(say('social_map_saved'))).toBeVisible();
	await page.getByRole('link', { name: say('social_map_back') }).click();
	await expect(card.getByRole('link', { name: /0500 999 888/ })).toHaveAttribute(
		'href',
		'tel:0500999888'
	);
});

test('SM4 what was chosen before the page was live counts once it is', async ({ browser }) => {
	const { page } = await visitorAs(browser, server, 'marjan', { to: '/acties' });
	const gate = Promise.withResolvers<void>();
	await page.route('**/_app/**/*.js', async (route) => {
		await gate.promise;
		await route.continue();
	});
	await page.goto('/sociale-kaart', { waitUntil: 'commit' });
	const kind = page.getByLabel(say('social_map_kind'));
	await kind.selectOption('gp');
	gate.resolve();
	await expect(page.getByRole('article')).toHaveCount(1);
	await expect(kind).toHaveValue('gp');
});
