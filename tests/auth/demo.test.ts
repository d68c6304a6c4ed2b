import { describe, expect, it } from 'vitest';
import { sessionCookieName } from '#lib/server/auth/cookie.ts';
import { readSession, startSession } from '#lib/server/auth/sessions.ts';
import { load as frame } from '../../src/routes/(app)/+layout.server.ts';
import { load as signInPage } from '../../src/routes/(public)/aanmelden/+page.server.ts';
import { POST } from '../../src/routes/(public)/demo/wissel/+server.ts';
import { noorderveld } from '../support/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { request, thrown } from './request.ts';

const DEMO = {
	...{ DEMO: '1', PARTNER_INBOX_URL: 'http://127.0.0.1:3001' },
	DEMO_MAILBOX_URL: 'http://127.0.0.1:3002'
};

type Wissel = Parameters<typeof POST>[0];
type Frame = Parameters<typeof frame>[0];
type Page = Parameters<typeof signInPage>[0];

const wissel = (app: TestApp, personId: string, to = '/acties') =>
	request(app, { path: '/demo/wissel', fields: { personId, to } });

async function shown(app: TestApp, personId: string, demo: boolean) {
	const { value } = await startSession(app, personId, { complete: true, demo });
	const signedIn = await readSession(app, value);
	return {
		signedIn,
		page: await signInPage(request(app).event as Page),
		frame: signedIn && (await frame(request(app, { signedIn }).event as Frame))
	};
}

describe('the demo', () => {
	it('S24 makes one someone else with one click, by a session marked as such', async () => {
		const app = testApp({ env: DEMO });
		const world = await noorderveld(app);
		const { event, jar } = wissel(app, world.people.roos.id);
		expect(await thrown(() => POST(event as Wissel))).toMatchObject({
			status: 303,
			location: '/acties'
		});
		const found = await readSession(app, jar.get(sessionCookieName(app.settings)));
		expect(found?.colleague.person.name).toBe('Roos van Dalen');
		expect(found?.session.demo).toBe(true);
	});

	it('S24 ends the session of who one was', async () => {
		const app = testApp({ env: DEMO });
		const world = await noorderveld(app);
		const { event, jar } = wissel(app, world.people.roos.id);
		const { value } = await startSession(app, world.people.hilde.id, { complete: true });
		jar.set(sessionCookieName(app.settings), value);
		await thrown(() => POST(event as Wissel));
		expect(await readSession(app, value)).toBeNull();
	});

	it('S24 shows the bar on each page and the people on the sign-in page', async () => {
		const app = testApp({ env: DEMO });
		const world = await noorderveld(app);
		const { frame, page } = await shown(app, world.people.hilde.id, true);
		expect(frame).toMatchObject({
			shell: {
				partnerInboxUrl: 'http://127.0.0.1:3001',
				demoMailboxUrl: 'http://127.0.0.1:3002'
			}
		});
		expect(JSON.stringify(frame)).toContain('Roos van Dalen');
		expect(JSON.stringify(page)).toContain('Roos van Dalen');
	});

	it('S24 sends nobody to another site, and makes nobody of who is disabled', async () => {
		const app = testApp({ env: DEMO });
		const world = await noorderveld(app);
		const away = wissel(app, world.people.roos.id, '//evil.example');
		expect(await thrown(() => POST(away.event as Wissel))).toMatchObject({ location: '/' });
		await world.do('petra', 'person.disable', { personId: world.people.wim.id });
		const gone = wissel(app, world.people.wim.id);
		expect(await thrown(() => POST(gone.event as Wissel))).toMatchObject({ status: 404 });
	});
});

describe('outside the demo', () => {
	it('S24 the switch does not exist', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const { event, jar } = wissel(app, world.people.roos.id);
		expect(await thrown(() => POST(event as Wissel))).toMatchObject({ status: 404 });
		expect([...jar]).toEqual([]);
	});

	it('S24 no page shows the bar or the people', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const { frame, page } = await shown(app, world.people.hilde.id, false);
		expect(frame).not.toBeNull();
		expect(JSON.stringify([frame, page])).not.toContain('Roos van Dalen');
		expect(page).toMatchObject({ demoPeople: null });
		expect(frame).not.toHaveProperty('shell.demoPeople');
	});

	it('S24 a session of the demo opens nothing', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const { value } = await startSession(app, world.people.hilde.id, {
			complete: true,
			demo: true
		});
		expect(await readSession(app, value)).toBeNull();
	});
});
