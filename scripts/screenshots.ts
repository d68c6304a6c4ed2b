/** Makes the pictures of the README: the demo's meeting room with four people in it. Needs a build. */
import { type Browser, chromium, type Page } from '@playwright/test';
import process from 'node:process';
import { startServer } from '../tests/e2e/support/server.ts';

const server = await startServer({ demo: true });
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
try {
	const hilde = await joined(browser, 'Hilde Kremer', { width: 1440, height: 1180 });
	for (const name of ['Yusuf Aydin', 'Wim Tuinstra']) await joined(browser, name);
	const roos = await joined(browser, 'Roos van Dalen', { width: 390, height: 844 });
	await roos
		.getByLabel('Veilig Thuis Noorderveld')
		.pressSequentially('Eerste melding op 3 september. Beide ouders zeiden toen hulp te willen.');
	await hilde.getByText('Beide ouders zeiden').waitFor({ state: 'attached' });
	await hilde.locator('#inschatting').evaluate((step) => step.scrollIntoView());
	await hilde.screenshot({ path: 'docs/room.png' });
	await roos.goto('/acties');
	await roos.screenshot({ path: 'docs/actions-phone.png' });
} finally {
	await browser.close();
	await server.stop();
}

async function joined(
	browser: Browser,
	name: string,
	viewport = { width: 1280, height: 900 }
): Promise<Page> {
	const context = await browser.newContext({ baseURL: server.url, viewport, locale: 'nl-NL' });
	const page = await context.newPage();
	await page.goto('/aanmelden');
	await page
		.getByLabel('E-mailadres')
		.fill(`${name.split(' ')[0]?.toLowerCase()}@noorderveld.example`);
	await page.getByLabel('Wachtwoord', { exact: true }).fill('noorderveld-demo');
	await page.getByRole('button', { name: 'Aanmelden' }).click();
	await page.getByRole('link', { name: 'Doe mee' }).click();
	await page.locator('#inschatting').waitFor();
	return page;
}
