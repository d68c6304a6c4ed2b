import { afterEach, describe, expect, it } from 'vitest';
import { sessionCookieName } from '#lib/server/auth/cookie.ts';
import { startSession } from '#lib/server/auth/sessions.ts';
import { handle, handleError } from '../../src/hooks.server.ts';
import { noorderveld } from '../support/people.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { request } from './request.ts';

const PLACE = Symbol.for('casustafel.app');
afterEach(() => void Reflect.deleteProperty(globalThis, PLACE));

type Event = Parameters<typeof handle>[0]['event'];

function visit(app: TestApp, routeId: string | null, cookie?: string, path = '/acties') {
	Reflect.set(globalThis, PLACE, app);
	const { event, jar } = request(app, { path });
	if (cookie) jar.set(sessionCookieName(app.settings), cookie);
	const own = { locals: {}, route: { id: routeId }, getClientAddress: () => '192.0.2.9' };
	const seen: Event = Object.assign(event, own) as unknown as Event;
	const run = async () =>
		handle({
			event: seen,
			resolve: async () => new Response('<html lang="%lang%">', { status: 200 })
		});
	return { seen, run };
}

const going = ({ status, headers }: Response) => ({
	status,
	location: headers.get('location'),
	cached: headers.get('cache-control')
});

describe('each request', () => {
	it('S21 without a session is sent to sign-in, also to an address that does not exist', async () => {
		const app = testApp();
		for (const routeId of ['/(app)/acties', '/(app)', null])
			expect(going(await visit(app, routeId).run())).toEqual({
				status: 303,
				location: '/aanmelden?verder=%2Facties',
				cached: 'no-store'
			});
	});

	it('S13 with half a session is sent to its next step', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const { value } = await startSession(app, world.people.hilde.id, { complete: false });
		const { run, seen } = visit(app, '/(app)/acties', value);
		expect(going(await run())).toMatchObject({
			location: '/aanmelden/instellen?verder=%2Facties'
		});
		expect(seen.locals.actor).toBeUndefined();
	});

	it('S13 half a session makes nobody an actor on a public page either', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const { value } = await startSession(app, world.people.hilde.id, { complete: false });
		const { run, seen } = visit(app, '/api/v1/actions', value);
		await run();
		expect(seen.locals.actor).toBeUndefined();
	});

	it('S21 with a session knows who it is, and where from', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const { value } = await startSession(app, world.people.hilde.id, { complete: true });
		const { run, seen } = visit(app, '/(app)/acties', value);
		const response = await run();
		expect(response.status).toBe(200);
		expect(seen.locals.actor).toMatchObject({
			personId: world.people.hilde.id,
			administers: 'nothing',
			address: '192.0.2.9'
		});
	});

	it('S23 is answered with the headers of S23', async () => {
		const response = await visit(testApp(), '/(public)/aanmelden').run();
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});
});

it('S26 what broke is not told to the visitor', () => {
	const { event } = request(testApp());
	const error = new Error('UNIQUE constraint failed: Noor');
	const told = handleError({
		error,
		kind: 'unknown',
		event: Object.assign(event, { route: { id: '/' } })
	} as Parameters<typeof handleError>[0]);
	expect(JSON.stringify(told)).not.toContain('Noor');
});
