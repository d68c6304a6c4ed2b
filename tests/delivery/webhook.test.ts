import { expect, test } from 'vitest';
import type { ActionData } from '#lib/protocol/api.ts';
import { ok } from '#lib/domain/result.ts';
import { announceAction } from '#lib/server/outbox/announce.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { refusal } from '../../scripts/partner-inbox/verify.ts';
import { stored } from '../support/test-app.ts';
import { changeTitle, deliveryWorld, titleOf } from './world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('DL1 an action arrives at its owner as a signed CloudEvent, and the ledger says so', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('De kinderen zien en spreken');
	expect((await at.ledger()).map(({ delivery }) => delivery.status)).toEqual(['queued']);
	await at.outbox.drain();

	const [request] = at.inbox.requests;
	expect(request?.event).toMatchObject({
		specversion: '1.0',
		source: 'urn:nld:casustafel:casustafel.example',
		type: 'nl.casustafel.actie.toegewezen',
		subject: id,
		datacontenttype: 'application/json',
		dataref: `https://casustafel.example/api/v1/acties/${id}`
	});
	expect(request?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
	expect(request?.headers['webhook-id']).toBe(request?.event.id);
	const [{ delivery } = {}] = await at.ledger();
	expect(delivery).toMatchObject({
		status: 'received',
		attempts: 0,
		error: null,
		claimedUntil: null
	});
	expect(delivery?.receivedAt).toEqual(at.app.clock.now());
});

test('DL3 the receiver can verify who sent it; another secret, body or time is refused', async () => {
	const at = await deliveryWorld();
	await at.propose('De kinderen zien en spreken');
	await at.outbox.drain();
	const [request] = at.inbox.requests;
	if (!request) throw new Error('nothing arrived');
	const { signingSecret } = at.secrets;
	const now = at.app.clock.now();
	expect(refusal(signingSecret, request.headers, request.body, now)).toBeNull();
	expect(refusal(signingSecret, request.headers, `${request.body} `, now)).toBe('wrong-signature');
	const other = `whsec_${Buffer.from('another secret of 24 by').toString('base64')}`;
	expect(refusal(other, request.headers, request.body, now)).toBe('wrong-signature');
	const later = new Date(now.getTime() + 6 * MINUTE);
	expect(refusal(signingSecret, request.headers, request.body, later)).toBe('stale');
});

test('DL2 exactly what may leave: nothing of the family, the item or who proposed it', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('De kinderen zien en spreken', {
		ownerPersonId: at.world.people.tirza.id,
		tellTo: 'Marjan Hofstee'
	});
	await at.outbox.drain();
	const data = at.inbox.requests[0]?.event.data as ActionData;
	const action = await stored(at.app).actions.find(id);
	expect(data).toEqual({
		id,
		revision: 1,
		caseCode: '26-4187',
		dossierReference: null,
		title: 'De kinderen zien en spreken',
		owner: { name: 'Tirza Oosting', organisation: 'GGD Noorderveld' },
		deadline: action?.due,
		link: `https://casustafel.example/acties/${id}`
	});
	const { data: _, ...attributes } = at.inbox.requests[0]?.event ?? {};
	for (const word of ['Noor', 'Anke', 'Visser', 'Tirza', '26-4187', 'Hofstee', 'GGD'])
		expect(JSON.stringify(attributes)).not.toContain(word);
});

test('DL2 each receiver gets its own dossier reference, never another organisation its', async () => {
	const at = await deliveryWorld();
	await at.world.do('tirza', 'case.set-dossier-reference', {
		caseId: at.world.case.noor,
		reference: 'JGZ-0042'
	});
	await at.world.do('marjan', 'case.set-dossier-reference', {
		caseId: at.world.case.noor,
		reference: 'SCHOOL-7'
	});
	await at.propose('De kinderen zien en spreken');
	await at.outbox.drain();
	expect(at.inbox.requests[0]?.event.data).toMatchObject({ dossierReference: 'JGZ-0042' });
	expect(at.inbox.requests[0]?.body).not.toContain('SCHOOL-7');
});

test('DL4 a lost reply: sent again under the same id, one effect', async () => {
	const at = await deliveryWorld();
	await at.propose('De kinderen zien en spreken');
	at.inbox.answer = () => 'drop';
	await at.outbox.drain();
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'failed', error: 'no-answer' });
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(MINUTE);
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(2);
	expect(at.inbox.effects.size).toBe(1);
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'received', error: null });
});

test('DL5 an error: tried again later, not at once, and the ledger says when', async () => {
	const at = await deliveryWorld();
	await at.propose('De kinderen zien en spreken');
	at.inbox.answer = () => 'error';
	await at.outbox.drain();
	const failed = (await at.ledger())[0]?.delivery;
	expect(failed).toMatchObject({ status: 'failed', error: 'answered-error', attempts: 1 });
	expect(failed?.nextAttemptAt?.getTime()).toBe(at.app.clock.now().getTime() + 5000);
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(1);
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(5000);
	await at.outbox.drain();
	expect((await at.ledger())[0]?.delivery.status).toBe('received');
});

test('DL5 off for 24 hours: it all arrives afterwards, each once', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'error';
	for (const title of ['Bellen met school', 'Huisbezoek plannen', 'Consult inhalen'])
		await at.propose(title);
	const end = at.app.clock.now().getTime() + DAY;
	while (at.app.clock.now().getTime() < end) {
		await at.outbox.drain();
		at.app.clock.advance(10 * MINUTE);
	}
	expect((await at.ledger()).every(({ delivery }) => delivery.parkedAt === null)).toBe(true);
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(2 * DAY);
	await at.outbox.drain();
	expect([...at.inbox.effects.values()].map(titleOf).toSorted()).toEqual([
		'Bellen met school',
		'Consult inhalen',
		'Huisbezoek plannen'
	]);
	expect((await at.ledger()).map(({ delivery }) => delivery.status)).toEqual(
		Array.from({ length: 3 }, () => 'received')
	);
});

test('DL6 poison between good ones blocks only its own subject, and is parked in the end', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	const poison = await at.propose('Huisbezoek plannen');
	await at.propose('Consult inhalen');
	at.inbox.answer = (event) => (event.subject === poison ? 'refuse' : 'ok');
	await at.outbox.drain();
	expect([...at.inbox.effects.values()].map(titleOf)).toHaveLength(2);
	for (let attempt = 2; attempt <= 8; attempt++) {
		at.app.clock.advance(2 * DAY);
		await at.outbox.drain();
	}
	const parked = (await at.ledger()).find(({ row }) => row.subjectId === poison)?.delivery;
	expect(parked).toMatchObject({ status: 'failed', error: 'answered-refusal', attempts: 8 });
	expect(parked?.parkedAt).not.toBeNull();
	at.app.clock.advance(30 * DAY);
	await at.outbox.drain();
	expect(at.inbox.requests.filter(({ event }) => event.subject === poison)).toHaveLength(8);
	await at.propose('Nog een afspraak');
	await at.outbox.drain();
	expect([...at.inbox.effects.values()].map(titleOf)).toContain('Nog een afspraak');
});

test('DL7 in order per action: a newer text waits for the one that is on its way', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('Bellen met school');
	let dueMeanwhile: string[] | null = null;
	// While the first is on its way, the text changes; it must not overtake.
	at.inbox.arrived = async () => {
		if (dueMeanwhile) return;
		dueMeanwhile = [];
		await changeTitle(at, id, 'Langsgaan bij school');
		dueMeanwhile = await stored(at.app).delivery.connectorsWithDue(at.app.clock.now());
	};
	await at.outbox.drain();
	expect(dueMeanwhile).toEqual([]);
	expect(at.inbox.requests.map(({ event }) => titleOf(event))).toEqual([
		'Bellen met school',
		'Langsgaan bij school'
	]);
	expect((await at.ledger()).map(({ delivery }) => delivery.status)).toEqual([
		'outdated',
		'received'
	]);
});

test('DL7 a newer text makes older deliveries outdated, delivered or not, and goes again', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('Bellen met school');
	at.inbox.answer = () => 'error';
	await at.outbox.drain();
	await changeTitle(at, id, 'Langsgaan bij school');
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(DAY);
	await at.outbox.drain();
	expect([...at.inbox.effects.values()].map(titleOf)).toEqual(['Langsgaan bij school']);
	expect((await at.ledger()).map(({ delivery }) => delivery.status)).toEqual([
		'outdated',
		'received'
	]);
});

test('DL8 another organisation becomes owner: the first is told that it is off, without the text', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('Bellen met school');
	await at.outbox.drain();
	await changeTitle(at, id, 'Bellen met de huisarts', 'marjan', {
		ownerOrganisationId: at.world.organisation.welzijn
	});
	await at.outbox.drain();
	expect(at.inbox.requests.map(({ event }) => event.type)).toEqual([
		'nl.casustafel.actie.toegewezen',
		'nl.casustafel.actie.ingetrokken'
	]);
	expect(at.inbox.requests[1]?.event.data).toMatchObject({ id, title: null, owner: null });
	expect(at.inbox.requests[1]?.body).not.toContain('huisarts');
	const welzijn = (await at.ledger()).at(-1);
	expect(welzijn?.row.organisationId).toBe(at.world.organisation.welzijn);
	expect(welzijn?.delivery).toMatchObject({ connectorId: null, status: 'queued' });
});

test('DL9 a title with a registered name never leaves, also when the name is registered afterwards', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	await at.propose('Met Sterre naar het consult');
	await at.app.database.write(async (queries) => {
		await repositories(queries).cases.addChild({
			id: at.app.ids.id(),
			caseId: at.world.case.noor,
			firstName: 'Stèrre',
			birthMonth: '2024-01',
			position: 9
		});
	});
	await at.outbox.drain();
	expect(at.inbox.requests.map(({ event }) => titleOf(event))).toEqual(['Bellen met school']);
	const withheld = (await at.ledger()).at(-1)?.delivery;
	expect(withheld).toMatchObject({ status: 'failed', error: 'names-in-title' });
	expect(withheld?.parkedAt).not.toBeNull();
});

test('DL9 a title with a registered name is parked as soon as it is announced', async () => {
	const at = await deliveryWorld();
	const id = await at.propose('Bellen met school');
	const action = await stored(at.app).actions.find(id);
	if (!action) throw new Error('no action');
	await transact(
		at.app,
		at.world.actor('marjan'),
		async (work) => {
			await announceAction(work, { ...action, title: 'NOÓRs moeder bellen' }, 'action-changed');
			return ok();
		},
		'change'
	);
	expect((await at.ledger()).at(-1)?.delivery).toMatchObject({
		status: 'failed',
		error: 'names-in-title',
		sentAt: null
	});
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(0);
});

test('DL10 a receiver that answers 410 pauses its connection; resumed, what waited goes', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	at.inbox.answer = () => 'gone';
	await at.outbox.drain();
	const { connectorId } = at.secrets;
	expect(await stored(at.app).delivery.connector(connectorId)).toMatchObject({
		pausedBecause: 'gone'
	});
	await at.propose('Huisbezoek plannen');
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(DAY);
	await at.outbox.drain();
	expect(at.inbox.effects.size).toBe(0);
	await at.world.do('petra', 'connector.resume', { connectorId });
	await at.outbox.drain();
	expect([...at.inbox.effects.values()].map(titleOf)).toEqual([
		'Bellen met school',
		'Huisbezoek plannen'
	]);
});

test('DL4 no answer at all: given up after the time set for it, and tried again', async () => {
	const at = await deliveryWorld({ timeoutMs: 50 });
	await at.propose('Bellen met school');
	at.inbox.answer = () => 'hang';
	await at.outbox.drain();
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'failed', error: 'timeout' });
});
