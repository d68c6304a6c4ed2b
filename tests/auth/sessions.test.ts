import { describe, expect, it } from 'vitest';
import { noorderveld } from '../support/people.ts';
import { stored, testApp } from '../support/test-app.ts';
import { sessionCookieName, sessionValueFrom } from '#lib/server/auth/cookie.ts';
import {
	actorOf,
	endSession,
	endSessionsOf,
	readSession,
	renewSession,
	renewSessionById,
	startSession
} from '#lib/server/auth/sessions.ts';

const MINUTE = 60_000;

async function signedIn(options: Parameters<typeof testApp>[0] = {}) {
	const app = testApp(options);
	const world = await noorderveld(app);
	const personId = world.people.hilde.id;
	const start = () => startSession(app, personId, { complete: true });
	return { app, world, personId, start, value: (await start()).value };
}

describe('a session', () => {
	it('S1 is stored as a hash: what the database holds signs nobody in', async () => {
		const { app, personId, value } = await signedIn();
		const rows = await stored(app).sessions.ofPerson(personId);
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain(value);
		expect(await readSession(app, rows[0]?.id)).toBeNull();
		expect((await readSession(app, value))?.colleague.person.name).toBe('Hilde Kremer');
	});

	it('S1 has at least 128 bits, and each is another', async () => {
		const { start, value } = await signedIn();
		const other = (await start()).value;
		expect(other).not.toBe(value);
		// 40 letters of base 32 are 200 bits.
		expect(value).toMatch(/^[a-z2-7]{40}$/);
	});

	it('S2 ends after 30 minutes without a request, and is removed', async () => {
		const { app, personId, value } = await signedIn();
		app.clock.advance(30 * MINUTE);
		expect(await readSession(app, value)).toBeNull();
		expect(await stored(app).sessions.ofPerson(personId)).toEqual([]);
	});

	it('S2 lives on by requests: 29 minutes after each, however early the one before was', async () => {
		const { app, value } = await signedIn();
		for (const minutes of [5, 29, 10, 29, 29]) {
			app.clock.advance(minutes * MINUTE);
			expect(await readSession(app, value)).not.toBeNull();
		}
	});

	it('S2 lives on by a visible room tab', async () => {
		const { app, personId, value } = await signedIn();
		app.clock.advance(25 * MINUTE);
		expect(await renewSession(app, value)).toBe(true);
		app.clock.advance(25 * MINUTE);
		const [row] = await stored(app).sessions.ofPerson(personId);
		expect(await renewSessionById(app, row?.id ?? '')).toBe(true);
		app.clock.advance(25 * MINUTE);
		expect(await readSession(app, value)).not.toBeNull();
		app.clock.advance(31 * MINUTE);
		expect(await renewSession(app, value)).toBe(false);
	});

	it('S3 ends after 12 hours, however much it is used', async () => {
		const { app, value } = await signedIn();
		for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
			app.clock.advance(20 * MINUTE);
			expect(await readSession(app, value), `after ${minutes} minutes`).not.toBeNull();
		}
		app.clock.advance(20 * MINUTE);
		expect(await renewSession(app, value)).toBe(false);
		expect(await readSession(app, value)).toBeNull();
	});

	it('S3 without the second factor ends after 10 minutes', async () => {
		const { app, personId } = await signedIn();
		const { value } = await startSession(app, personId, { complete: false });
		expect((await readSession(app, value))?.session.complete).toBe(false);
		app.clock.advance(10 * MINUTE);
		expect(await readSession(app, value)).toBeNull();
	});

	it('S4 of a disabled person is over at once', async () => {
		const { app, world, personId, value } = await signedIn();
		await world.do('petra', 'person.disable', { personId });
		expect(await readSession(app, value)).toBeNull();
		expect(await renewSession(app, value)).toBe(false);
		// Also one that came about in the same moment.
		const { value: late } = await startSession(app, personId, { complete: true });
		expect(await renewSession(app, late)).toBe(false);
		expect(await readSession(app, late)).toBeNull();
	});

	it('S5 signing out ends it, and only it', async () => {
		const { app, start, value } = await signedIn();
		const other = (await start()).value;
		await endSession(app, value);
		expect(await readSession(app, value)).toBeNull();
		expect(await readSession(app, other)).not.toBeNull();
	});

	it('S5 signing out everywhere ends them all, or all but this one', async () => {
		const { app, personId, start, value } = await signedIn();
		const other = (await start()).value;
		const mine = await readSession(app, value);
		await endSessionsOf(app, personId, mine?.session.id);
		expect(await readSession(app, other)).toBeNull();
		expect(await readSession(app, value)).not.toBeNull();
		await endSessionsOf(app, personId);
		expect(await readSession(app, value)).toBeNull();
	});

	it.each([undefined, null, '', 'x', 'a'.repeat(5000), "' or 1=1 --"])(
		'S1 is not found by %j',
		async (value) => {
			expect(await readSession(testApp(), value)).toBeNull();
		}
	);

	it('S6 shows in the access log as a mark that opens nothing', async () => {
		const { app, value } = await signedIn();
		const found = await readSession(app, value);
		if (!found) throw new Error('no session');
		const actor = actorOf(found.colleague, found.session, '192.0.2.1');
		expect(actor.client).toHaveLength(10);
		expect(value).not.toContain(actor.client);
		expect(await readSession(app, actor.client)).toBeNull();
	});
});

describe('the cookie', () => {
	const at = (address: string) => testApp({ env: { PUBLIC_URL: address } });
	const attributes = async (address: string) => {
		const app = at(address);
		const world = await noorderveld(app);
		const session = await startSession(app, world.people.hilde.id, { complete: true });
		return [sessionCookieName(app.settings), session.attributes];
	};

	it('S7 is __Host-, Secure, HttpOnly and without an end date over https', async () => {
		expect(await attributes('https://tafel.noorderveld.example')).toEqual([
			'__Host-casustafel',
			{ httpOnly: true, secure: true, sameSite: 'lax', path: '/' }
		]);
	});

	it('S7 works over http on this computer itself', async () => {
		expect(await attributes('http://127.0.0.1:3000')).toEqual([
			'casustafel_session',
			{ httpOnly: true, secure: false, sameSite: 'lax', path: '/' }
		]);
	});

	it('S7 under the name of http is not taken over https', () => {
		const { settings } = at('https://tafel.noorderveld.example');
		const header = 'casustafel_session=planted; __Host-casustafel=real; other=1';
		expect(sessionValueFrom(settings, header)).toBe('real');
		expect(sessionValueFrom(settings, 'casustafel_session=planted')).toBeNull();
		expect(sessionValueFrom(settings, undefined)).toBeNull();
	});
});
