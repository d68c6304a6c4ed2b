import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { PEOPLE, type PersonKey } from '../../../src/lib/server/demo/people.ts';
import { Recorder } from './recorder.ts';
import { closesWith } from './visits.ts';

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
	closesWith(new URL(server.url).origin, context);
	const page = await context.newPage();
	const received = new Recorder(page);
	await signIn(context, server.url, person);
	await page.goto(to);
	return { person, context, page, received };
}

/** The demo's one click, without a page around it. */
async function signIn(context: BrowserContext, origin: string, person: PersonKey): Promise<void> {
	const page = await (await context.request.get('/aanmelden')).text();
	const form = page.split('<form').find((part) => part.includes(nameOf(person)));
	const personId = /name="personId" value="([\w-]+)"/.exec(form ?? '')?.[1];
	if (!personId) throw new Error(`${person} can not be chosen at the demo's sign-in`);
	const answer = await context.request.post('/demo/wissel', {
		form: { personId, to: '/' },
		headers: { origin },
		maxRedirects: 0
	});
	if (answer.status() !== 303) throw new Error(`${person} was not signed in: ${answer.status()}`);
}
