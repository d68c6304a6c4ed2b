import { generateSync } from 'otplib';
import { beforeAll, describe, expect, it } from 'vitest';
import { giveCode } from '#lib/server/auth/give-code.ts';
import { signInStep } from '#lib/server/auth/guard.ts';
import {
	changePassword,
	removeSecondFactor,
	renewRecoveryCodes
} from '#lib/server/auth/own-account.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { type SignedIn, actorOf, readSession, startSession } from '#lib/server/auth/sessions.ts';
import { confirmSecondFactor, offerSecondFactor } from '#lib/server/auth/set-up-second-factor.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { noorderveld } from '../support/people.ts';
import { type TestApp, stored, testApp } from '../support/test-app.ts';

const PASSWORD = 'een lange zin vol regen';
const HERE = '192.0.2.1';
const STEP = 30_000;
let hash: string;
beforeAll(async () => {
	hash = await hashPassword(PASSWORD);
});

const codeAt = (app: TestApp, secret: string) =>
	generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });

async function withPassword(app: TestApp, email = 'hilde@noorderveld.example'): Promise<SignedIn> {
	const outcome = await signIn(app, { email, password: PASSWORD, address: HERE });
	if (!outcome.ok) throw new Error(outcome.error);
	const found = await readSession(app, outcome.value.session.value);
	if (!found) throw new Error('no session');
	return found;
}

async function setUp(app: TestApp, { colleague, session }: SignedIn) {
	const offer = await offerSecondFactor(app, colleague);
	const secret = offer.secret.replaceAll(' ', '');
	const outcome = await confirmSecondFactor(app, actorOf(colleague, session, HERE), {
		sealed: offer.sealed,
		code: codeAt(app, secret)
	});
	if (!outcome.ok) throw new Error(outcome.error);
	app.clock.advance(STEP);
	return { secret, recoveryCodes: outcome.value };
}

/** Hilde with a second factor. */
async function town() {
	const app = testApp();
	const world = await noorderveld(app, hash);
	return { app, world, ...(await setUp(app, await withPassword(app))) };
}

describe('the second factor', () => {
	it('S13 after the password alone the session opens nothing but the way to the code', async () => {
		const { app } = await town();
		const found = await withPassword(app);
		expect(found.session.complete).toBe(false);
		expect(signInStep(found)).toBe('/aanmelden/code');
	});

	it('S13 the code gives another, complete session', async () => {
		const { app, secret } = await town();
		const found = await withPassword(app);
		const kind = 'totp' as const;
		const outcome = await giveCode(app, found, { kind, code: codeAt(app, secret) }, HERE);
		if (!outcome.ok) throw new Error(outcome.error);
		const complete = await readSession(app, outcome.value.value);
		expect(complete?.session.complete).toBe(true);
		expect(complete?.session.id).not.toBe(found.session.id);
	});

	it('S12 the same code is refused the second time, also when sent at once', async () => {
		const { app, secret } = await town();
		const given = { kind: 'totp', code: codeAt(app, secret) } as const;
		const found = await withPassword(app);
		const outcomes = await Promise.all([1, 2, 3].map(() => giveCode(app, found, given, HERE)));
		expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
		expect(await giveCode(app, found, given, HERE)).toMatchObject({ error: 'code-refused' });
	});

	it('S12 the code that set it up does not sign in as well', async () => {
		const app = testApp();
		await noorderveld(app, hash);
		const first = await withPassword(app);
		const { secret } = await setUp(app, first);
		app.clock.advance(-STEP);
		const code = codeAt(app, secret);
		const again = await withPassword(app);
		expect(await giveCode(app, again, { kind: 'totp', code }, HERE)).toMatchObject({
			error: 'code-refused'
		});
	});

	it('S14 a recovery code works once, typed as people type', async () => {
		const { app, recoveryCodes } = await town();
		expect(recoveryCodes).toHaveLength(10);
		const [first = '', second = ''] = recoveryCodes;
		const typed = ` ${first.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')} `;
		const found = await withPassword(app);
		const give = (code: string) => giveCode(app, found, { kind: 'recovery', code }, HERE);
		expect((await give(typed)).ok).toBe(true);
		expect(await give(first)).toMatchObject({ error: 'code-refused' });
		expect((await give(second)).ok).toBe(true);
		expect(await stored(app).people.unusedRecoveryCodes(found.colleague.person.id)).toHaveLength(8);
	});

	it('S14 a recovery code of someone else does not work', async () => {
		const { app, recoveryCodes } = await town();
		const yusuf = await withPassword(app, 'yusuf@noorderveld.example');
		await setUp(app, yusuf);
		const code = recoveryCodes[0] ?? '';
		const found = await withPassword(app, 'yusuf@noorderveld.example');
		expect((await giveCode(app, found, { kind: 'recovery', code }, HERE)).ok).toBe(false);
	});

	it('S15 after five wrong codes the right one waits, wherever it comes from', async () => {
		const { app, secret } = await town();
		const found = await withPassword(app);
		for (const address of ['a', 'b', 'c', 'd', 'e'])
			expect(await giveCode(app, found, { kind: 'totp', code: '000000' }, address)).toMatchObject({
				error: 'code-refused'
			});
		const right = { kind: 'totp', code: codeAt(app, secret) } as const;
		expect(await giveCode(app, found, right, HERE)).toMatchObject({ error: 'too-many-attempts' });
	});

	it('S16 where the organisation asks it, sign-in leads to setting it up and nothing else', async () => {
		const app = testApp();
		const world = await noorderveld(app, hash);
		const cjg = { organisationId: world.organisation.cjg, name: 'CJG', kind: 'cjg' };
		await world.do('petra', 'organisation.change', {
			...cjg,
			underMeldcode: true,
			requireSecondFactor: true
		});
		const found = await withPassword(app);
		expect(found.session.complete).toBe(false);
		expect(signInStep(found)).toBe('/aanmelden/instellen');
		await setUp(app, found);
		expect(signInStep(await withPassword(app))).toBe('/aanmelden/code');
	});

	it('S17 looking at the set-up page changes nothing', async () => {
		const app = testApp();
		const world = await noorderveld(app, hash);
		const found = await withPassword(app);
		await offerSecondFactor(app, found.colleague);
		const after = await stored(app).people.find(world.people.hilde.id);
		expect(after?.person.totpSecret).toBeNull();
	});

	it('S17 an offer of another person, changed, or too old is not taken', async () => {
		const app = testApp();
		await noorderveld(app, hash);
		const hilde = await withPassword(app);
		const yusuf = await withPassword(app, 'yusuf@noorderveld.example');
		const offer = await offerSecondFactor(app, hilde.colleague);
		const code = codeAt(app, offer.secret.replaceAll(' ', ''));
		const take = (who: SignedIn, sealed: string) =>
			confirmSecondFactor(app, actorOf(who.colleague, who.session, HERE), { sealed, code });
		const expired = { ok: false, error: 'set-up-expired' };
		expect(await take(yusuf, offer.sealed)).toEqual(expired);
		expect(await take(hilde, `${offer.sealed}x`)).toEqual(expired);
		app.clock.advance(30 * 60_000);
		expect(await take(hilde, offer.sealed)).toEqual(expired);
	});
});

describe('the own account', () => {
	async function signedInHilde(app: TestApp, personId: string) {
		const { value } = await startSession(app, personId, { complete: true });
		const found = await readSession(app, value);
		if (!found) throw new Error('no session');
		return { value, ...found, actor: actorOf(found.colleague, found.session, HERE) };
	}

	it('S18 a new password ends the other sessions and open links, and asks for the old one', async () => {
		const { app, world } = await town();
		const here = await signedInHilde(app, world.people.hilde.id);
		const there = await signedInHilde(app, world.people.hilde.id);
		const next = 'een andere lange zin';
		const change = (current: string, repeat = next) =>
			changePassword(app, here.actor, here.session, { current, next, repeat });
		expect(await change('niet dit')).toMatchObject({ error: 'password-refused' });
		expect(await change(PASSWORD, 'iets anders dan net')).toMatchObject({
			error: 'passwords-differ'
		});
		expect(await readSession(app, there.value)).not.toBeNull();
		expect((await change(PASSWORD)).ok).toBe(true);
		expect(await readSession(app, there.value)).toBeNull();
		expect(await readSession(app, here.value)).not.toBeNull();
		const old = { email: 'hilde@noorderveld.example', password: PASSWORD, address: HERE };
		expect((await signIn(app, old)).ok).toBe(false);
		expect((await signIn(app, { ...old, password: next })).ok).toBe(true);
	});

	it('S18 new recovery codes end the old ones', async () => {
		const { app, world, recoveryCodes } = await town();
		const { actor } = await signedInHilde(app, world.people.hilde.id);
		expect(await renewRecoveryCodes(app, actor, 'niet dit')).toMatchObject({ ok: false });
		const renewed = await renewRecoveryCodes(app, actor, PASSWORD);
		if (!renewed.ok) throw new Error(renewed.error);
		const found = await withPassword(app);
		const give = (code = '') => giveCode(app, found, { kind: 'recovery', code }, HERE);
		expect((await give(recoveryCodes[0])).ok).toBe(false);
		expect((await give(renewed.value[0])).ok).toBe(true);
	});

	it('S18 the second factor can be turned off, but not where the organisation asks it', async () => {
		const { app, world } = await town();
		const { actor, session } = await signedInHilde(app, world.people.hilde.id);
		const cjg = { organisationId: world.organisation.cjg, name: 'CJG', kind: 'cjg' };
		const ask = (requireSecondFactor: boolean) =>
			world.do('petra', 'organisation.change', {
				...cjg,
				underMeldcode: true,
				requireSecondFactor
			});
		await ask(true);
		expect(await removeSecondFactor(app, actor, session, PASSWORD)).toMatchObject({
			error: 'second-factor-required'
		});
		await ask(false);
		expect((await removeSecondFactor(app, actor, session, PASSWORD)).ok).toBe(true);
		expect((await withPassword(app)).session.complete).toBe(true);
	});
});
