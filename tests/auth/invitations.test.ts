import { describe, expect, it } from 'vitest';
import { acceptInvitation, invitee, newOneTimeLink } from '#lib/server/auth/invitations.ts';
import { readSession, startSession } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { createFirstAdministrator } from '#lib/server/create-first-administrator.ts';
import { noorderveld } from '../support/people.ts';
import { stored, testApp } from '../support/test-app.ts';

const password = 'een lange zin vol regen';
const choice = { password, repeat: password };
const HERE = '192.0.2.1';
const DAY = 24 * 3_600_000;

async function invited() {
	const app = testApp();
	const world = await noorderveld(app);
	const link = newOneTimeLink(app);
	const { personId } = await world.do<{ personId: string }>('petra', 'person.add', {
		organisationId: world.organisation.cjg,
		name: 'Femke Brons',
		function: 'CJG-intaker',
		email: 'Femke@noorderveld.example',
		phone: '',
		administers: 'nothing',
		tokenHash: link.tokenHash
	});
	return { app, world, link, personId };
}

describe('the one-time link', () => {
	it('S19 lets someone choose a password, once', async () => {
		const { app, link } = await invited();
		expect((await invitee(app, link.token))?.person.name).toBe('Femke Brons');
		const accepted = await acceptInvitation(app, link.token, choice, HERE);
		if (!accepted.ok) throw new Error(accepted.error);
		const found = await readSession(app, accepted.value.session.value);
		expect(found?.colleague.person.email).toBe('femke@noorderveld.example');
		expect(await invitee(app, link.token)).toBeNull();
		expect(await acceptInvitation(app, link.token, choice, HERE)).toMatchObject({
			error: 'link-ended'
		});
		const email = 'femke@noorderveld.example';
		expect((await signIn(app, { email, password, address: HERE })).ok).toBe(true);
	});

	it('S19 sent twice at once sets one password', async () => {
		const { app, link } = await invited();
		const outcomes = await Promise.all(
			['eerste lange zin', 'tweede lange zin'].map((text) =>
				acceptInvitation(app, link.token, { password: text, repeat: text }, HERE)
			)
		);
		expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
	});

	it('S19 is not used up by looking, nor by a password that is refused', async () => {
		const { app, link } = await invited();
		await invitee(app, link.token);
		await invitee(app, link.token);
		const short = { password: 'kort', repeat: 'kort' };
		expect(await acceptInvitation(app, link.token, short, HERE)).toMatchObject({
			error: 'password-too-short'
		});
		expect((await acceptInvitation(app, link.token, choice, HERE)).ok).toBe(true);
	});

	it('S19 works seven days', async () => {
		const { app, link } = await invited();
		app.clock.advance(7 * DAY - 1);
		expect(await invitee(app, link.token)).not.toBeNull();
		app.clock.advance(1);
		expect(await invitee(app, link.token)).toBeNull();
	});

	it('S19 ends by a newer one, and when the person is disabled', async () => {
		const { app, world, link, personId } = await invited();
		const newer = newOneTimeLink(app);
		await world.do('petra', 'person.invite', { personId, tokenHash: newer.tokenHash });
		expect(await invitee(app, link.token)).toBeNull();
		expect(await invitee(app, newer.token)).not.toBeNull();
		await world.do('petra', 'person.disable', { personId });
		expect(await invitee(app, newer.token)).toBeNull();
		await world.do('petra', 'person.enable', { personId });
		expect(await invitee(app, newer.token)).toBeNull();
	});

	it('S19 ends the sessions from before it', async () => {
		const { app, world, link, personId } = await invited();
		const { value } = await startSession(app, personId, { complete: true });
		expect(world.people).toBeDefined();
		await acceptInvitation(app, link.token, choice, HERE);
		expect(await readSession(app, value)).toBeNull();
	});

	it('S19 is stored as a hash only', async () => {
		const { app, link } = await invited();
		expect(await stored(app).people.invitation(link.tokenHash)).not.toBeNull();
		expect(await invitee(app, link.tokenHash)).toBeNull();
	});
});

describe('the first administrator', () => {
	const first = { email: 'beheer@noorderveld.example', name: 'Petra Lind' };

	it('S20 is made with a one-time link, and administers everything', async () => {
		const app = testApp();
		const made = await createFirstAdministrator(app, { ...first, organisationName: 'Gemeente' });
		if (!made.ok) throw new Error(made.error);
		const token = new URL(made.value).pathname.split('/').at(-1) ?? '';
		const found = await invitee(app, token);
		expect(found?.person).toMatchObject({ administers: 'everything', passwordHash: null });
		expect(found?.organisation.name).toBe('Gemeente');
	});

	it('S20 made again gets a new link; someone else is never made one', async () => {
		const app = testApp();
		await noorderveld(app);
		const petra = { email: 'petra@noorderveld.example', name: 'Petra' };
		expect((await createFirstAdministrator(app, petra)).ok).toBe(true);
		const hilde = { email: 'hilde@noorderveld.example', name: 'Hilde' };
		expect(await createFirstAdministrator(app, hilde)).toMatchObject({ error: 'email-taken' });
		expect(await createFirstAdministrator(app, { ...first, email: 'x' })).toMatchObject({
			error: 'email-invalid'
		});
	});
});
