import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPublic, localPath, toSignIn } from '#lib/server/auth/guard.ts';
import { protect } from '#lib/server/auth/headers.ts';
import { readSession, startSession } from '#lib/server/auth/sessions.ts';
import { noorderveld } from '../support/people.ts';
import { testApp } from '../support/test-app.ts';

/** The routes as Kit names them, from the files. */
const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\+(page|server)(\.server)?\.(ts|svelte)$/.test(file))
	.map((file) => `/${file.split('/').slice(0, -1).join('/')}`.replace(/\/$/, '') || '/');

describe('the guard', () => {
	it('S21 every route but the listed ones asks for sign-in', () => {
		const open = [...new Set(routes)].filter(isPublic);
		const allowed =
			/^(\/\(public\)\/(aanmelden(\/(code|instellen))?|afmelden|afspraak|taal|uitnodiging\/\[token\]|demo\/wissel)|\/healthz|\/api\/v1\/.+|\/agenda-feed\/.+)$/;
		expect(open.filter((route) => !allowed.test(route))).toEqual([]);
		expect(open).toContain('/(public)/aanmelden');
		expect(routes.filter((route) => route.startsWith('/(app)')).some(isPublic)).toBe(false);
	});

	it.each([null, '', '/', '/(app)', '/(app)/beheer', '/aanmeldenx', '/(app)/demo-x', '/api/v10'])(
		'S21 %j is not public',
		(route) => {
			expect(isPublic(route)).toBe(false);
		}
	);

	it('S21 sends to sign-in and back to the page, but not back into a form', () => {
		const url = new URL('http://here.example/overleg/abc?punt=1');
		expect(toSignIn(null, url, 'GET')).toBe('/aanmelden?verder=%2Foverleg%2Fabc%3Fpunt%3D1');
		expect(toSignIn(null, url, 'POST')).toBe('/aanmelden?verder=%2Foverleg%2Fabc');
		expect(toSignIn(null, new URL('http://here.example/'), 'GET')).toBe('/aanmelden');
	});

	it('S21 an incomplete session is sent to its next step, a complete one nowhere', async () => {
		const app = testApp();
		const world = await noorderveld(app);
		const url = new URL('http://here.example/acties');
		const as = async (complete: boolean) =>
			readSession(app, (await startSession(app, world.people.hilde.id, { complete })).value);
		expect(toSignIn(await as(true), url, 'GET')).toBeNull();
		expect(toSignIn(await as(false), url, 'GET')).toBe('/aanmelden/instellen?verder=%2Facties');
	});

	it.each([
		['/acties?open=1#x', '/acties?open=1#x'],
		['//evil.example', '/'],
		['/\\evil.example', '/'],
		['https://evil.example/', '/'],
		['javascript:alert(1)', '/'],
		['/a\n//evil.example', '/'],
		['/\t/evil.example', '/'],
		['/a/../../b', '/b'],
		['', '/'],
		[null, '/'],
		[new File([], 'x'), '/']
	])('S22 after sign-in %j leads to %s', (to, path) => {
		expect(localPath(to)).toBe(path);
	});
});

describe('every answer', () => {
	const headers = (address: string) => {
		const app = testApp({ env: { PUBLIC_URL: address } });
		return protect(new Response('x', { headers: { 'cache-control': 'public' } }), app.settings)
			.headers;
	};

	it('S23 is kept nowhere, framed nowhere, and tells other sites nothing', () => {
		const sent = headers('https://tafel.noorderveld.example');
		expect(sent.get('cache-control')).toBe('no-store');
		expect(sent.get('x-content-type-options')).toBe('nosniff');
		expect(sent.get('referrer-policy')).toBe('same-origin');
		expect(sent.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(sent.get('permissions-policy')).toContain('camera=()');
		expect(sent.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
	});

	it('S23 promises https only where there is https', () => {
		expect(headers('http://127.0.0.1:3000').get('strict-transport-security')).toBeNull();
	});
});

it('S22 a path that becomes another site once its dots are resolved is the home page', () => {
	for (const path of [
		'/.//evil.example',
		'/%2e//evil.example/x',
		'/a/..//evil.example',
		'/./%2e//e'
	])
		expect(localPath(path)).toBe('/');
	expect(localPath('/overleg/abc?punt=1#x')).toBe('/overleg/abc?punt=1#x');
});
