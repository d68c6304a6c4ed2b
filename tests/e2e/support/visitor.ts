import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { PEOPLE, type PersonKey } from '../../../src/lib/server/demo/people.ts';
import { Recorder } from './recorder.ts';

export type { PersonKey };

/** Someone at a browser of their own. */
export interface Visitor {
	person: PersonKey;
	context: BrowserContext;
	page: Page;
	/** All that this browser was sent, and what its console complained about. */
	received: Recorder;
}

export const nameOf = (person: PersonKey) => PEOPLE[person].name;
export const functionOf = (person: PersonKey) => PEOPLE[person].function;

/** Opens a browser as one of the demo's people, signed in by the demo's one click. */
export async function visitorAs(
	browser: Browser,
	server: { url: string },
	person: PersonKey,
	options: BrowserContextOptions & { to?: string } = {}
): Promise<Visitor> {
	const { to = '/', ...how } = options;
	const context = await browser.newContext({
		baseURL: server.url,
		viewport: { width: 1440, height: 1000 },
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		reducedMotion: 'reduce',
		...how
	});
	const page = await context.newPage();
	const received = new Recorder(page);
	await page.goto(`/aanmelden?verder=${encodeURIComponent(to)}`);
	await page
		.getByRole('main')
		.getByRole('button', { name: nameOf(person) })
		.click();
	await page.waitForURL((url) => !url.pathname.startsWith('/aanmelden'));
	return { person, context, page, received };
}
