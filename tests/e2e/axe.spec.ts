import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible, SIZES } from './support/accessible.ts';
import { Agenda } from './support/agenda.ts';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { Recorder } from './support/recorder.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { type PersonKey, visitorAs } from './support/visitor.ts';
import type { Language } from './support/words.ts';

// The pages are independent of each other: each worker takes half of them, with a server of its own.
test.describe.configure({ mode: 'parallel' });

const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

interface Place {
	name: string;
	as: PersonKey | 'nobody';
	path: () => string;
	/** What is there when the page is complete; default: its heading. */
	ready?: (page: Page) => ReturnType<Page['locator']>;
}

const found = {
	meeting: '',
	case: '',
	dossier: '',
	copy: '',
	closed: '',
	table: '',
	action: '',
	person: '',
	organisation: '',
	adminTable: ''
};
const shared = (page: Page) => page.locator('.shared-text textarea').first();
const timeline = (page: Page) => page.locator('#verloop li').first();
const copyLine = (page: Page) => page.locator('input[name="line"]').first();
const rows = (page: Page) => page.locator('ol.rows > li').first();

const PLACES: Place[] = [
	{ name: 'aanmelden', as: 'nobody', path: () => '/aanmelden' },
	{ name: 'uitnodiging', as: 'nobody', path: () => '/uitnodiging/verlopen' },
	{ name: 'vandaag', as: 'hilde', path: () => '/' },
	{ name: 'tafels', as: 'hilde', path: () => '/tafels' },
	{ name: 'tafel', as: 'hilde', path: () => found.table },
	{ name: 'agenda', as: 'hilde', path: () => `${found.meeting}?punt=agenda`, ready: rows },
	{ name: 'casus', as: 'hilde', path: () => found.meeting, ready: shared },
	{
		name: 'projectorweergave',
		as: 'hilde',
		path: () => `${found.meeting}?beamer=1`,
		ready: (page) => page.locator('#inschatting')
	},
	{ name: 'casus van een aanschuiver', as: 'wim', path: () => found.meeting, ready: shared },
	{ name: 'verloop van een casus', as: 'hilde', path: () => found.case, ready: timeline },
	{ name: 'inbrengen', as: 'hilde', path: () => `${found.meeting}/inbrengen` },
	{ name: 'terugblik', as: 'hilde', path: () => `${found.meeting}/review` },
	{ name: 'voor ons dossier', as: 'hilde', path: () => found.dossier },
	{ name: 'afschrift kiezen', as: 'hilde', path: () => found.copy, ready: copyLine },
	{ name: 'gesloten overleg', as: 'marjan', path: () => found.closed, ready: rows },
	{ name: 'terugblik na sluiten', as: 'marjan', path: () => `${found.closed}/review` },
	{ name: 'verslag', as: 'marjan', path: () => `${found.closed}/verslag` },
	{ name: 'terugmelding', as: 'hilde', path: () => `${found.meeting}/terugmelding` },
	{ name: 'acties', as: 'tirza', path: () => '/acties' },
	{ name: 'actie', as: 'tirza', path: () => found.action },
	{ name: 'sociale kaart', as: 'wim', path: () => '/sociale-kaart' },
	{ name: 'account', as: 'hilde', path: () => '/account' },
	{ name: 'tweede stap', as: 'hilde', path: () => '/account/tweede-stap' },
	{ name: 'beheer', as: 'petra', path: () => '/beheer' },
	{ name: 'mensen', as: 'petra', path: () => '/beheer/mensen' },
	{ name: 'nieuwe persoon', as: 'petra', path: () => '/beheer/mensen/nieuw' },
	{ name: 'een persoon', as: 'petra', path: () => found.person },
	{ name: 'organisaties', as: 'petra', path: () => '/beheer/organisaties' },
	{ name: 'een organisatie', as: 'petra', path: () => found.organisation },
	{ name: 'tafels in beheer', as: 'petra', path: () => '/beheer/tafels' },
	{ name: 'een tafel in beheer', as: 'petra', path: () => found.adminTable },
	{ name: 'sociale kaart in beheer', as: 'petra', path: () => '/beheer/sociale-kaart' },
	{ name: 'nieuwe partij', as: 'petra', path: () => '/beheer/sociale-kaart/nieuw' },
	{ name: 'koppelingen', as: 'petra', path: () => '/beheer/koppelingen' },
	{ name: 'koppeling maken', as: 'petra', path: () => '/beheer/koppelingen/nieuw' },
	{
		name: 'takenlijst koppelen',
		as: 'petra',
		path: () => '/beheer/koppelingen/nieuw?manier=caldav'
	},
	{ name: 'niet gevonden', as: 'hilde', path: () => '/bestaat-niet' }
];

let server: RunningServer;
const contexts = new Map<string, BrowserContext>();

test.beforeAll(async ({ browser }) => {
	server = await startServer({ demo: true });
	const hilde = await visitorAs(browser, server, 'hilde', { to: '/tafels' });
	found.table = await firstLink(hilde.page, '/tafels/');
	found.meeting = await toRunningMeeting(hilde.page);
	found.case = await firstLink(hilde.page, '/casus/');
	await hilde.page.goto(`${found.meeting}/review`);
	found.dossier = await firstLink(hilde.page, '/dossier/');
	await hilde.page.goto(await firstLink(hilde.page, '/afschrift/'));
	const subject = hilde.page.getByRole('main').locator('a[href^="?voor="]').first();
	found.copy = new URL((await subject.getAttribute('href')) ?? '', hilde.page.url()).href;
	const tirza = await visitorAs(browser, server, 'tirza', { to: '/acties' });
	found.action = await firstLink(tirza.page, '/acties/', /\/acties\/[\w-]{22}$/);
	const petra = await visitorAs(browser, server, 'petra', { to: '/beheer/mensen' });
	found.person = await firstLink(petra.page, '/beheer/mensen/', /[\w-]{22}$/);
	await petra.page.goto('/beheer/organisaties');
	found.organisation = await firstLink(petra.page, '/beheer/organisaties/', /[\w-]{22}$/);
	await petra.page.goto('/beheer/tafels');
	found.adminTable = await firstLink(petra.page, '/beheer/tafels/', /[\w-]{22}$/);
	const marjan = await visitorAs(browser, server, 'marjan');
	found.closed = await closeMeeting(marjan.page);
	for (const { context } of [hilde, tirza, petra, marjan]) await context.close();
});
test.afterAll(() => server.stop());

for (const language of ['nl', 'en'] as const)
	for (const place of PLACES)
		test(`${place.name} (${language}): no axe violation at 1440, 820 and 390 px, a quiet console, nothing sideways`, async ({
			browser
		}) => {
			const context = await contextOf(browser, place.as, language);
			const page = await context.newPage();
			const { complaints } = new Recorder(page);
			await page.setViewportSize(SIZES[0]);
			await page.goto(place.path());
			await expect((place.ready ?? ((at: Page) => at.locator('h1')))(page)).toBeVisible();
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			await expectAccessible(page, place.name);
			expect(complaints.filter(isNotTheAddressItself)).toEqual([]);
			await page.close();
		});

/** Her own meeting, with each case carried over. */
async function closeMeeting(page: Page): Promise<string> {
	const agenda = new Agenda(page);
	await page.getByRole('main').locator('a[href^="/overleg/"]').first().click();
	await expect(agenda.rows.first()).toBeVisible();
	await agenda.startMeeting();
	for (const code of await agenda.codes()) {
		await agenda.setLive(code);
		await agenda.carryOver();
	}
	await agenda.close();
	return new URL(page.url()).pathname;
}

async function contextOf(browser: Browser, person: PersonKey | 'nobody', language: Language) {
	const key = `${person} ${language}`;
	const locale = LOCALE[language];
	const context =
		contexts.get(key) ??
		(person === 'nobody'
			? await browser.newContext({ baseURL: server.url, locale, reducedMotion: 'reduce' })
			: (await visitorAs(browser, server, person, { locale })).context);
	contexts.set(key, context);
	return context;
}

async function firstLink(page: Page, start: string, like = /./): Promise<string> {
	const links = page.getByRole('main').locator(`a[href^="${start}"]`);
	await expect(links.first()).toBeVisible();
	const all = await links.evaluateAll((each) => each.map((one) => one.getAttribute('href') ?? ''));
	return all.find((href) => like.test(href)) ?? '';
}

/** The browser itself reports that the page asked for is not there; that is what was asked for. */
function isNotTheAddressItself(complaint: string): boolean {
	return !/status of 404.*bestaat-niet|status of 4\d\d.*uitnodiging/.test(complaint);
}
