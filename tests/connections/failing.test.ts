import { expect, test } from 'vitest';
import { repositories } from '#lib/server/store/repositories.ts';
import { pausedConnectors } from '#lib/server/views/paused-connectors.ts';
import { Outbox } from '#lib/server/outbox/outbox.ts';
import { deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';
import { mailServer } from '../support/mail-server.ts';
import { stored } from '../support/test-app.ts';

const HOUR = 3_600_000;

/** The receiver gives errors for more than a day, with messages about two actions. */
async function untilPaused(at: DeliveryWorld) {
	at.inbox.answer = () => 'error';
	await at.propose('Eerst dit');
	await at.propose('Dan dat');
	for (let attempt = 0; attempt < 8; attempt++) {
		await at.outbox.drain();
		at.app.clock.advance(5 * HOUR);
	}
	await at.outbox.drain();
}

const connector = (at: DeliveryWorld) => stored(at.app).delivery.connector(at.secrets.connectorId);

async function administers(at: DeliveryWorld, person: 'tirza') {
	const { people } = at.world;
	const { person: found } = (await stored(at.app).people.find(people[person].id)) ?? {};
	if (!found) throw new Error('nobody');
	await at.app.database.write((queries) =>
		repositories(queries).people.change(found.id, { administers: 'organisation' })
	);
}

test('KO10 since when it fails is kept, and forgotten when something arrives', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'error';
	await at.propose('Eerst dit');
	const first = at.app.clock.now();
	await at.outbox.drain();
	at.app.clock.advance(HOUR);
	await at.outbox.drain();
	expect(await connector(at)).toMatchObject({ failingSince: first, failedAttempts: 2 });
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(HOUR);
	await at.outbox.drain();
	expect(await connector(at)).toMatchObject({ failingSince: null, failedAttempts: 0 });
});

test('KO10 what we hold back ourselves is no failure of the connection', async () => {
	const at = await deliveryWorld();
	await at.propose('Langsgaan bij school');
	await at.app.database.write((queries) =>
		repositories(queries).cases.addChild({
			...{ id: at.app.ids.id(), caseId: at.world.case.noor, position: 5 },
			...{ firstName: 'School', birthMonth: '2020-01' }
		})
	);
	await at.outbox.drain();
	expect((await at.ledger())[0]?.delivery.error).toBe('names-in-title');
	expect(await connector(at)).toMatchObject({ failingSince: null, failedAttempts: 0 });
});

test('KO11 more than a day nothing arrived: it is paused, and each administrator has one mail without content', async () => {
	const mail = await mailServer();
	const at = await deliveryWorld(
		{},
		{ SMTP_URL: mail.smtpUrl, MAIL_FROM: 'Casustafel <a@b.example>' }
	);
	await administers(at, 'tirza');
	await untilPaused(at);
	expect(await connector(at)).toMatchObject({ pausedBecause: 'failing' });
	expect(mail.mails.map(({ to }) => to)).toEqual(['tirza@noorderveld.example']);
	expect(mail.mails[0]?.text).toContain('https://casustafel.example/beheer/koppelingen');
	for (const content of ['Eerst dit', 'Dan dat', '26-4187', 'Noor ', 'Visser', at.inbox.url])
		expect(mail.mails[0]?.raw).not.toContain(content);
	// Nothing more is tried, and nothing more is mailed.
	const tried = at.inbox.requests.length;
	at.app.clock.advance(48 * HOUR);
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(tried);
	expect(mail.mails).toHaveLength(1);
});

test('KO11 a mail server that is off, or a stop in between, loses no mail', async () => {
	const mail = await mailServer();
	const at = await deliveryWorld(
		{},
		{ SMTP_URL: mail.smtpUrl, MAIL_FROM: 'Casustafel <a@b.example>' }
	);
	mail.refuseWith(450);
	await untilPaused(at);
	expect(mail.mails).toEqual([]);
	expect(await connector(at)).toMatchObject({ pausedBecause: 'failing' });
	mail.refuseWith(null);
	at.app.clock.advance(HOUR);
	// As after a new start: another outbox over the same data.
	const after = new Outbox(() => at.app);
	await after.drain();
	// The GGD has no administrator of its own: who administers everything is told.
	expect(mail.mails.map(({ to }) => to)).toEqual(['petra@noorderveld.example']);
	await after.drain();
	expect(mail.mails).toHaveLength(1);
});

test('KO11 taken in hand and never finished: it goes again under the same id, so that it shows once', async () => {
	const mail = await mailServer();
	const at = await deliveryWorld(
		{},
		{ SMTP_URL: mail.smtpUrl, MAIL_FROM: 'Casustafel <a@b.example>' }
	);
	at.inbox.answer = () => 'gone';
	await at.propose('Eerst dit');
	mail.refuseWith(450);
	await at.outbox.drain();
	mail.refuseWith(null);
	const now = at.app.clock.now();
	const soon = new Date(now.getTime() + 2 * HOUR);
	const inHand = await at.app.database.write((queries) =>
		repositories(queries).connections.claimNotices(soon, new Date(soon.getTime() + 60_000), 8)
	);
	// A crash here. The claim runs out.
	at.app.clock.advance(3 * HOUR);
	await at.outbox.drain();
	expect(mail.mails.map(({ messageId }) => messageId)).toEqual(
		inHand.map(({ id }) => `<${id}@casustafel.example>`)
	);
});

test('KO11 without a mail server it is paused all the same', async () => {
	const at = await deliveryWorld();
	await untilPaused(at);
	expect(await connector(at)).toMatchObject({ pausedBecause: 'failing' });
	expect(
		await stored(at.app).connections.claimNotices(at.app.clock.now(), at.app.clock.now(), 8)
	).toEqual([]);
});

test('KO12 it is on "Vandaag" of the own administrators, and of who administers everything when there is none', async () => {
	const at = await deliveryWorld();
	const line = async (person: 'petra' | 'tirza' | 'marjan', administering?: 'organisation') =>
		(
			await pausedConnectors(stored(at.app), {
				...at.world.actor(person),
				...(administering && { administers: administering })
			})
		).map(({ organisation, because }) => [organisation, because]);
	await untilPaused(at);
	expect(await line('petra')).toEqual([['GGD Noorderveld', 'failing']]);
	expect(await line('marjan')).toEqual([]);
	await administers(at, 'tirza');
	expect(await line('tirza', 'organisation')).toEqual([['GGD Noorderveld', 'failing']]);
	expect(await line('petra')).toEqual([]);
	await at.world.do('petra', 'connector.resume', { connectorId: at.secrets.connectorId });
	expect(await line('tirza', 'organisation')).toEqual([]);
	// Paused by hand is no news to who did it.
	await at.world.do('petra', 'connector.pause', { connectorId: at.secrets.connectorId });
	expect(await line('tirza', 'organisation')).toEqual([]);
});

test('KO13 resumed, all that waited goes, also what was given up meanwhile, in order per action', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'error';
	const id = await at.propose('Eerst dit');
	for (let attempt = 0; attempt < 9; attempt++) {
		await at.outbox.drain();
		at.app.clock.advance(25 * HOUR);
	}
	const [{ delivery } = {}] = await at.ledger();
	expect(delivery).toMatchObject({ status: 'failed', attempts: 8 });
	expect(delivery?.parkedAt).not.toBeNull();
	const second = await at.propose('Dan dat');
	at.inbox.answer = () => 'ok';
	const before = at.inbox.requests.length;
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(before);
	await at.world.do('petra', 'connector.resume', { connectorId: at.secrets.connectorId });
	expect(await connector(at)).toMatchObject({
		...{ pausedAt: null, pausedBecause: null, failingSince: null, failedAttempts: 0 }
	});
	await at.outbox.drain();
	expect(
		at.inbox.requests
			.slice(before)
			.map(({ event }) => event.subject)
			.toSorted()
	).toEqual([id, second].toSorted());
	expect((await at.ledger()).map(({ delivery: one }) => one.status)).toEqual([
		'received',
		'received'
	]);
});
