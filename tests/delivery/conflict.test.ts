import { expect, test } from 'vitest';
import type { ActionData } from '#lib/protocol/api.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { transact } from '#lib/server/transact.ts';
import { setUp } from '#lib/server/usecases/connectors/set-up.ts';
import { setUpWebhook } from '#lib/server/usecases/connectors/set-up-webhook.ts';
import type { OrganisationKey } from '#lib/server/demo/people.ts';
import { run, stored } from '../support/test-app.ts';
import { partner } from './api-fetch.ts';
import { changeTitle, dayAfter, deliveryWorld, type DeliveryWorld, titleOf } from './world.ts';

/** As from the page: refuses the same address twice, and sends what waited. */
async function connectGuided(at: DeliveryWorld, organisation: OrganisationKey, url: string) {
	const made = await transact(
		at.app,
		at.world.actor('petra'),
		(work) =>
			setUp(
				work,
				setUpWebhook(work, {
					organisationId: at.world.organisation[organisation],
					url,
					allow: at.app.settings.webhookAllow
				})
			),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	return made.value;
}

/** What is left lying for who runs the table. */
async function leftFor(at: DeliveryWorld, person: 'marjan') {
	const { reader } = at.app.database;
	const today = dayInTheNetherlands(at.app.clock.now());
	const found = await duties(repositories(reader), at.world.actor(person), today);
	return found.value.filter(({ area, group }) => area === 'connections' && group === 'left');
}

const states = async (at: DeliveryWorld) =>
	(await at.ledger()).map(({ row, delivery }) => ({
		type: row.type,
		to: row.organisationId,
		by: delivery.connectorId,
		status: delivery.status,
		error: delivery.error
	}));

test('KO50 the text is the table its own, the status the organisation its own', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('Bellen met school');
	await at.outbox.drain();
	const call = partner(at.app, at.secrets);
	const stale = await stored(at.app).actions.find(id);
	await changeTitle(at, id, 'Langsgaan bij school');
	// The text that a system holds is old: refused, with what stands now.
	const refused = await call(`/${id}`, {
		method: 'PATCH',
		body: { status: 'accepted', revision: stale?.revision }
	});
	expect(refused.status).toBe(409);
	expect(refused.body).toMatchObject({
		current: { title: 'Langsgaan bij school', revision: 2, status: 'proposed' }
	});
	// Nor can it bring a text, an owner or a date along.
	const pushed = await call(`/${id}`, {
		method: 'PATCH',
		body: { status: 'accepted', revision: 2, title: 'Iets anders', deadline: '2030-01-01' }
	});
	expect(pushed.status).toBeGreaterThanOrEqual(200);
	expect(await stored(at.app).actions.find(id)).toMatchObject({ title: 'Langsgaan bij school' });
	// And the chair gives no status.
	expect(
		await run(at.app, at.world.actor('marjan'), 'action.accept', { actionId: id })
	).toMatchObject({ error: 'not-yours' });
});

test('KO51 a text that changed after it arrived: the old delivery is outdated and the new text goes', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('Bellen met school');
	await at.outbox.drain();
	await changeTitle(at, id, 'Langsgaan bij school');
	expect((await states(at)).map(({ status }) => status)).toEqual(['outdated', 'queued']);
	await at.outbox.drain();
	expect(at.inbox.requests.map(({ event }) => titleOf(event))).toEqual([
		'Bellen met school',
		'Langsgaan bij school'
	]);
	expect((await states(at)).map(({ status }) => status)).toEqual(['outdated', 'received']);
});

test('KO52 another organisation becomes owner, and then the action is off: each is told its own part', async () => {
	const at = await deliveryWorld();
	const { welzijn, ggd } = at.world.organisation;
	const id = await at.propose('Bellen met school');
	await at.outbox.drain();
	await changeTitle(at, id, 'Bellen met school', 'marjan', { ownerOrganisationId: welzijn });
	await at.outbox.drain();
	const told = at.inbox.requests.at(-1)?.event;
	expect(told).toMatchObject({ type: 'nl.casustafel.actie.ingetrokken', subject: id });
	expect((told?.data as ActionData).title).toBeNull();
	await at.world.do('marjan', 'action.withdraw', { actionId: id, reason: 'Niet meer nodig' });
	const standing = (await states(at)).filter(({ status }) => status !== 'outdated');
	expect(standing.map(({ type, to }) => [type, to])).toEqual([['action-withdrawn', welzijn]]);
	// The first owner its system gets nothing of what another does.
	expect(at.inbox.requests).toHaveLength(2);
	expect(ggd).not.toBe(welzijn);
});

test('KO54 a ground ends: what is open stops visibly, nothing more goes there, and the chair is asked who takes over', async () => {
	const at = await deliveryWorld();
	const { ggd: organisationId, welzijn } = at.world.organisation;
	at.inbox.answer = () => 'error';
	const id = await at.propose('Bellen met school');
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
	await at.world.do('marjan', 'ground.withdraw', {
		...{ itemId: at.world.item.noor, organisationId, reason: 'Hoort er niet bij' }
	});
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(3_600_000);
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
	expect(await states(at)).toMatchObject([{ status: 'failed', error: 'organisation-left' }]);
	// A newer text is not told either, nor by hand.
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
	const parked = (await at.ledger()).at(-1)?.delivery;
	expect(parked).toMatchObject({ status: 'failed', error: 'organisation-left' });
	for (const person of ['marjan', 'petra'] as const)
		expect(
			await run(at.app, at.world.actor(person), 'delivery.retry', { deliveryId: parked?.id })
		).toMatchObject({ error: 'organisation-left' });
	expect(await leftFor(at, 'marjan')).toMatchObject([
		{ kind: 'take-over', detail: { organisation: 'GGD Noorderveld' } }
	]);
	// Someone else takes over: it is off there, and nobody is asked any more.
	await changeTitle(at, id, 'Langsgaan bij school', 'marjan', { ownerOrganisationId: welzijn });
	await at.outbox.drain();
	expect(at.inbox.requests.at(-1)?.event.type).toBe('nl.casustafel.actie.ingetrokken');
	expect(await leftFor(at, 'marjan')).toEqual([]);
});

test('KO54 a ground that is recorded again: what stopped can be sent again', async () => {
	const at = await deliveryWorld();
	const { ggd: organisationId } = at.world.organisation;
	await at.world.do('petra', 'connector.pause', { connectorId: at.secrets.connectorId });
	await at.propose('Bellen met school');
	const ground = { itemId: at.world.item.noor, organisationId };
	await at.world.do('marjan', 'ground.withdraw', { ...ground, reason: 'Vergissing' });
	await at.world.do('marjan', 'ground.record', {
		...{ ...ground, ground: 'public-health-act', informed: true, expected: 1 }
	});
	await at.world.do('petra', 'connector.resume', { connectorId: at.secrets.connectorId });
	const [{ delivery } = {}] = await at.ledger();
	await at.world.do('marjan', 'delivery.retry', { deliveryId: delivery?.id });
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
});

test('KO55 a connection that is removed: what was open goes by another one of the organisation', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'error';
	const id = await at.propose('Bellen met school');
	await at.outbox.drain();
	const other = await at.connect('ggd', `${at.inbox.url}/tweede`);
	await at.world.do('petra', 'connector.remove', { connectorId: at.secrets.connectorId });
	const after = await states(at);
	expect(after.find(({ by }) => by === at.secrets.connectorId)).toMatchObject({
		...{ status: 'failed', error: 'connector-removed' }
	});
	expect(after.find(({ by }) => by === other.connectorId)).toMatchObject({ status: 'queued' });
	at.inbox.answer = () => 'ok';
	await at.outbox.drain();
	expect([...at.inbox.effects.values()].map(({ subject }) => subject)).toEqual([id]);
});

test('KO55 the only one removed: it stands ready in the app, and a new connection brings it, in order', async () => {
	const at = await deliveryWorld();
	await at.world.do('petra', 'connector.pause', { connectorId: at.secrets.connectorId });
	const ids = [await at.propose('Eerst dit'), await at.propose('Dan dat')];
	const done = await at.propose('Al gedaan');
	await at.world.do('petra', 'connector.remove', { connectorId: at.secrets.connectorId });
	expect((await states(at)).filter(({ by }) => by === null)).toMatchObject([
		...[{ status: 'queued' }, { status: 'queued' }, { status: 'queued' }]
	]);
	await at.world.do('tirza', 'action.finish', {
		...{ actionId: done, doneOn: dayAfter(at.app.clock, 0) }
	});
	expect((await connectGuided(at, 'ggd', at.inbox.url)).waiting).toBe(2);
	await at.outbox.drain();
	expect(at.inbox.requests.map(({ event }) => event.subject).toSorted()).toEqual(ids.toSorted());
	// Nothing is told twice.
	expect(at.inbox.effects.size).toBe(2);
	expect((await states(at)).filter(({ by, status }) => by === null && status === 'queued')).toEqual(
		[]
	);
});

test('KO56 an organisation that is archived: its connections end, what was open stops visibly', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'error';
	await at.propose('Bellen met school');
	await at.outbox.drain();
	const { ggd: organisationId } = at.world.organisation;
	// The refusal changes nothing while somebody works there.
	expect(
		await run(at.app, at.world.actor('petra'), 'organisation.archive', { organisationId })
	).toMatchObject({ error: 'organisation-has-people' });
	expect(await stored(at.app).delivery.connectorsOf(organisationId)).toHaveLength(1);
	for (const { person } of await stored(at.app).people.ofOrganisation(organisationId))
		await at.world.do('petra', 'person.disable', { personId: person.id });
	await at.world.do('petra', 'organisation.archive', { organisationId });
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(3_600_000);
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
	expect(await stored(at.app).delivery.connectorsOf(organisationId)).toEqual([]);
	expect((await states(at)).every(({ status }) => status === 'failed')).toBe(true);
	await expect(partner(at.app, at.secrets)('')).rejects.toThrow('invalid_client');
	expect(await leftFor(at, 'marjan')).toMatchObject([{ kind: 'take-over' }]);
});
