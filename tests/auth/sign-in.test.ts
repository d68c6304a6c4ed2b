import { verify } from '@node-rs/argon2';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { readSession } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { noorderveld } from '../support/people.ts';
import { type TestApp, stored, testApp } from '../support/test-app.ts';

vi.mock('@node-rs/argon2', { spy: true });

const PASSWORD = 'een lange zin vol regen';
const MINUTE = 60_000;
let hash: string;
beforeAll(async () => {
	hash = await hashPassword(PASSWORD);
});
afterEach(() => void vi.useRealTimers());

async function town() {
	const app = testApp();
	return { app, world: await noorderveld(app, hash) };
}

const hilde = 'hilde@noorderveld.example';
const attempt = (app: TestApp, email: string, password: string, address = '192.0.2.1') =>
	signIn(app, { email, password, address });

describe('signing in', () => {
	it('S8 with e-mail, in any case, and password starts a session', async () => {
		const { app } = await town();
		const outcome = await attempt(app, ' Hilde@Noorderveld.example ', PASSWORD);
		if (!outcome.ok) throw new Error(outcome.error);
		expect(outcome.value.next).toBe('done');
		const found = await readSession(app, outcome.value.session.value);
		expect(found?.colleague.person.name).toBe('Hilde Kremer');
		expect(found?.session).toMatchObject({ complete: true, demo: false });
	});

	it('S9 an unknown e-mail, a wrong password, a disabled person and one without a password get one answer', async () => {
		const { app, world } = await town();
		await world.do('petra', 'person.disable', { personId: world.people.wim.id });
		await app.database.write(async (queries) => {
			const { repositories } = await import('#lib/server/store/repositories.ts');
			await repositories(queries).people.change(world.people.esther.id, { passwordHash: null });
		});
		const answers = [
			await attempt(app, 'nobody@noorderveld.example', PASSWORD),
			await attempt(app, hilde, 'een andere lange zin'),
			await attempt(app, 'wim@noorderveld.example', PASSWORD),
			await attempt(app, 'esther@noorderveld.example', PASSWORD),
			await attempt(app, 'esther@noorderveld.example', '')
		];
		for (const answer of answers) expect(answer).toEqual({ ok: false, error: 'sign-in-refused' });
	});

	it('S9 each of them leaves one row on the access log, and none the address that was typed', async () => {
		const { app, world } = await town();
		const rows = async () => (await stored(app).log.newest()).filter((r) => r.event === 'sign-in');
		await attempt(app, 'nobody@noorderveld.example', PASSWORD);
		await attempt(app, hilde, 'een andere lange zin');
		await attempt(app, hilde, PASSWORD);
		expect((await rows()).map((row) => [row.objectId, row.outcome]).reverse()).toEqual([
			['unknown', 'refused'],
			[world.people.hilde.id, 'refused'],
			[world.people.hilde.id, 'allowed']
		]);
		expect(JSON.stringify(await rows())).not.toContain('nobody@');
	});

	it('S9 an unknown e-mail costs as much work as a known one', async () => {
		const { app } = await town();
		const work = async (email: string) => {
			vi.mocked(verify).mockClear();
			await attempt(app, email, 'wrong wrong wrong');
			return vi.mocked(verify).mock.calls.map(([stored]) => String(stored).split(',p=1$')[0]);
		};
		const known = await work(hilde);
		expect(known).toEqual(['$argon2id$v=19$m=19456,t=2']);
		expect(await work('nobody@noorderveld.example')).toEqual(known);
	});

	it('S10 after five wrong attempts even the right password waits, and the answer says until when', async () => {
		const { app } = await town();
		vi.useFakeTimers({ toFake: ['Date'], now: app.clock.now() });
		for (let i = 0; i < 5; i++)
			expect(await attempt(app, hilde, 'wrong wrong wrong')).toMatchObject({
				error: 'sign-in-refused'
			});
		const refused = await attempt(app, hilde, PASSWORD);
		expect(refused).toEqual({
			ok: false,
			error: 'too-many-attempts',
			detail: { until: '2026-11-24T08:45:00.000Z' }
		});
		vi.setSystemTime(app.clock.now().getTime() + 15 * MINUTE);
		expect((await attempt(app, hilde, PASSWORD)).ok).toBe(true);
	});

	it('S10 attempts sent at once are counted too', async () => {
		const { app } = await town();
		const answers = await Promise.all(
			Array.from({ length: 12 }, () => attempt(app, hilde, 'wrong wrong wrong'))
		);
		expect(answers.filter((one) => !one.ok && one.error === 'sign-in-refused')).toHaveLength(5);
	});

	it('S10 nobody is locked out by attempts from elsewhere, nor by a colleague next to them', async () => {
		const { app } = await town();
		for (let i = 0; i < 6; i++) await attempt(app, hilde, 'wrong wrong wrong', '203.0.113.9');
		expect((await attempt(app, hilde, PASSWORD, '192.0.2.1')).ok).toBe(true);
		expect((await attempt(app, 'yusuf@noorderveld.example', PASSWORD, '203.0.113.9')).ok).toBe(
			true
		);
	});

	it('S10 one address trying many accounts is stopped', async () => {
		const { app } = await town();
		const answers = [];
		for (let i = 0; i < 61; i++)
			answers.push(await attempt(app, `guess-${i}@noorderveld.example`, 'x', '203.0.113.9'));
		expect(answers.at(59)).toMatchObject({ error: 'sign-in-refused' });
		expect(answers.at(60)).toMatchObject({ error: 'too-many-attempts' });
	});

	it('S11 a password is stored with argon2id at the cost OWASP asks, and never elsewhere', async () => {
		const { app, world } = await town();
		const found = await stored(app).people.find(world.people.hilde.id);
		expect(found?.person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});
});
