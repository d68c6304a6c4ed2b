import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { acceptInvitation, newOneTimeLink } from '#lib/server/auth/invitations.ts';
import { actorOf, readSession } from '#lib/server/auth/sessions.ts';
import { confirmSecondFactor, offerSecondFactor } from '#lib/server/auth/set-up-second-factor.ts';
import { sha256 } from '#lib/server/transact.ts';
import { noorderveld } from '../support/people.ts';
import { testApp } from '../support/test-app.ts';

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
