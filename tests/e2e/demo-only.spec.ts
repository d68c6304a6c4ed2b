import { expect, test } from '@playwright/test';
import { demoData } from './support/demo-data.ts';
import { copyOf } from './support/data-copy.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { nameOf, visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

const servers: RunningServer[] = [];
test.afterAll(async () => {
	for (const server of servers) await server.stop();
});

test('in the demo one click makes one someone else', async ({ browser }) => {
	const server = await startServer({ demo: true });
	servers.push(server);
	const { page } = await visitorAs(browser, server, 'hilde', { to: '/acties' });
	const bar = page.getByRole('complementary', { name: say('demo_look_as') });
	await bar.getByRole('button', { name: nameOf('wim') }).click();
	await expect(page.getByLabel(say('shell_menu', { name: nameOf('wim') }))).toBeVisible();
	expect(new URL(page.url()).pathname).toBe('/acties');
});

test('outside the demo, with the very same people, switching person does not exist', async ({
	browser
}) => {
	const made = await startServer({ demo: true });
	servers.push(made);
	const someone = await visitorAs(browser, made, 'hilde');
	const personId = await someone.page.locator('input[name=personId]').first().getAttribute('value');
	await someone.context.close();

	const dataDir = copyOf(await demoData({}));
	const server = await startServer({ dataDir });
	servers.push(server);
	const context = await browser.newContext({ baseURL: server.url, locale: 'nl-NL' });
	const page = await context.newPage();
	const signIn = await page.goto('/aanmelden');
	const html = (await signIn?.text()) ?? '';
	for (const trace of ['/demo/', say('sign_in_demo_title'), say('demo_look_as'), nameOf('hilde')])
		expect(html).not.toContain(trace);

	const post = () =>
		context.request.post('/demo/wissel', {
			form: { personId: personId ?? '', to: '/' },
			headers: { origin: server.url },
			maxRedirects: 0
		});
	const refused = await post();
	expect(refused.status()).toBe(404);
	expect(refused.headers()['set-cookie']).toBeUndefined();

	await page.getByLabel(say('sign_in_email')).fill('hilde@noorderveld.example');
	await page.getByLabel(say('sign_in_password')).fill('noorderveld-demo');
	await page.getByRole('button', { name: say('sign_in_submit') }).click();
	await expect(page.getByLabel(say('shell_menu', { name: nameOf('hilde') }))).toBeVisible();
	await expect(page.getByText(say('demo_look_as'))).toHaveCount(0);
	expect(await page.content()).not.toContain('/demo/wissel');
	expect((await post()).status()).toBe(404);
	await page.reload();
	await expect(page.getByLabel(say('shell_menu', { name: nameOf('hilde') }))).toBeVisible();
});
