import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { acceptInvitation, newOneTimeLink } from '#lib/server/auth/invitations.ts';
import { changePassword, renewRecoveryCodes } from '#lib/server/auth/own-account.ts';
import { actorOf, readSession, startSession } from '#lib/server/auth/sessions.ts';
import { confirmSecondFactor, offerSecondFactor } from '#lib/server/auth/set-up-second-factor.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { actionFeed } from '#lib/server/calendar/action-feed.ts';
import { sha256 } from '#lib/server/transact.ts';
import { partner, tokenFor } from '../delivery/api-fetch.ts';
import { attacked, everythingStored } from '../security/world.ts';
import { serveLive } from '../support/live.ts';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

it('S25 a dump of the database holds no usable session, password, link, second-factor secret or recovery code', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const link = newOneTimeLink(app);
	const personId = world.people.hilde.id;
	await world.do('petra', 'person.invite', { personId, tokenHash: link.tokenHash });
	const password = 'een lange zin vol regen';
	const accepted = await acceptInvitation(app, link.token, { password, repeat: password }, 'x');
	if (!accepted.ok) throw new Error(accepted.error);
	const { value } = accepted.value.session;
	const found = await readSession(app, value);
	if (!found) throw new Error('no session');
	const offer = await offerSecondFactor(app, found.colleague);
	const secret = offer.secret.replaceAll(' ', '');
	const code = generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
	const confirmed = await confirmSecondFactor(app, actorOf(found.colleague, found.session, 'x'), {
		sealed: offer.sealed,
		code
	});
	if (!confirmed.ok) throw new Error(confirmed.error);

	const files = readdirSync(app.dataDir).filter((name) => name.startsWith('casustafel.sqlite'));
	const dump = files.map((name) => readFileSync(join(app.dataDir, name)).toString('latin1')).join();
	// What is there proves that the search looks in the right place.
	expect(dump).toContain(sha256(value));
	expect(dump).toContain('Hilde Kremer');
	const secrets = [value, password, link.token, secret, ...confirmed.value];
	for (const one of secrets) {
		expect(dump).not.toContain(one);
		expect(dump).not.toContain(one.replaceAll('-', ''));
	}
	expect(dump).not.toContain(app.key.toString('base64'));
});

it('S25 nor does it after everything was used: no session, key, feed, link, code or password, in any column', async () => {
	const at = await attacked();
	const { app, world, ids, secrets: connector } = at;
	const person = await signedInWithEverything(app, world);
	const feed = app.ids.secret();
	await world.do('roos', 'feed.create', { tokenHash: sha256(feed) });
	const unused = newOneTimeLink(app);
	await world.do('petra', 'person.invite', {
		personId: world.people.esther.id,
		tokenHash: unused.tokenHash
	});
	const half = await startSession(app, world.people.roos.id, { complete: false });
	const token = await tokenFor(app, connector);
	const api = partner(app, connector);
	expect((await api('')).status).toBe(200);
	expect((await actionFeed(app, feed, 'x')).ok).toBe(true);
	const { open } = await serveLive(app);
	const roos = await open(world.people.roos.id);
	const opened = (await roos.socket.emitWithAck('document:open', {
		documentId: ids.itemId
	})) as { secret: string };
	const cookie = String(Reflect.get(roos.socket.io.opts.extraHeaders ?? {}, 'cookie'));

	const secrets = {
		...person,
		feed,
		link: unused.token,
		halfSession: half.value,
		tabSession: cookie.slice(cookie.indexOf('=') + 1),
		replica: opened.secret,
		clientSecret: connector.clientSecret,
		token,
		signingSecret: connector.signingSecret,
		signingBytes: Buffer.from(connector.signingSecret.slice('whsec_'.length), 'base64').toString(
			'latin1'
		),
		key: app.key.toString('latin1'),
		keyHex: app.key.toString('hex'),
		keyBase64: app.key.toString('base64')
	};
	expect(secrets.tabSession.length).toBeGreaterThan(20);
	const columns = [...(await everythingStored(app)).values()].join('\n');
	for (const text of [columns, rawFiles(app.dataDir)]) {
		// What is there proves that the search looks in the right place.
		expect(text).toContain('Hilde Kremer');
		for (const secret of [person.session, feed, connector.clientSecret, token, unused.token])
			expect(text).toContain(sha256(secret));
		const found = Object.entries(secrets).filter(
			([, secret]) =>
				secret !== '' && (text.includes(secret) || text.includes(secret.replaceAll('-', '')))
		);
		expect(found.map(([name]) => name)).toEqual([]);
	}
	// Their hashes open nothing: each is asked for the secret itself.
	expect(await readSession(app, sha256(person.session))).toBeNull();
	expect((await api('', { token: sha256(token) })).status).toBe(401);
	const hashed = { ...connector, clientSecret: sha256(connector.clientSecret) };
	await expect(tokenFor(app, hashed)).rejects.toThrow('invalid_client');
	expect((await actionFeed(app, sha256(feed), 'x')).ok).toBe(false);
});

/** Hilde with a password, a second factor and recovery codes, one of them used, and a renewed set. */
async function signedInWithEverything(app: TestApp, world: Noorderveld) {
	const link = newOneTimeLink(app);
	const { id: personId } = world.people.hilde;
	await world.do('petra', 'person.invite', { personId, tokenHash: link.tokenHash });
	const password = 'een lange zin vol regen';
	const accepted = await acceptInvitation(app, link.token, { password, repeat: password }, 'x');
	if (!accepted.ok) throw new Error(accepted.error);
	const session = accepted.value.session.value;
	const found = await readSession(app, session);
	if (!found) throw new Error('no session');
	const actor = actorOf(found.colleague, found.session, 'x');
	const offer = await offerSecondFactor(app, found.colleague);
	const secret = offer.secret.replaceAll(' ', '');
	const code = generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
	const confirmed = await confirmSecondFactor(app, actor, { sealed: offer.sealed, code });
	if (!confirmed.ok) throw new Error(confirmed.error);
	const renewed = await renewRecoveryCodes(app, actor, password);
	if (!renewed.ok) throw new Error(renewed.error);
	const wrong = 'een heel ander wachtwoord';
	await signIn(app, { email: found.colleague.person.email, password: wrong, address: 'x' });
	const next = 'een andere zin met zon erin';
	const changed = await changePassword(app, actor, found.session, {
		...{ current: password, next, repeat: next }
	});
	if (!changed.ok) throw new Error(changed.error);
	return {
		...{ session, password, wrong, next, used: link.token, secret, sealed: offer.sealed },
		...Object.fromEntries([...confirmed.value, ...renewed.value].entries())
	};
}

function rawFiles(folder: string): string {
	return readdirSync(folder)
		.filter((name) => name.startsWith('casustafel.sqlite'))
		.map((name) => readFileSync(join(folder, name)).toString('latin1'))
		.join('\n');
}
