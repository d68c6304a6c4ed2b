import { expect, test } from 'vitest';
import type { CloudEvent } from '#lib/protocol/api.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { stored } from '../support/test-app.ts';
import { partner } from './api-fetch.ts';
import { apiWorld } from './api-world.ts';
import { changeTitle, titleOf } from './world.ts';

const PATH = '/api/v1/gebeurtenissen';
interface Page {
	gebeurtenissen: CloudEvent[];
	next: string | null;
}

async function eventsWorld() {
	const at = await apiWorld();
	const events = async (query = '', api = at.api) => (await api(PATH + query)).body as Page;
	return { ...at, events };
}

test('AP8 the same events as the webhook got, under the same ids, in order; then nothing new', async () => {
	const at = await eventsWorld();
	expect(await at.events()).toEqual({ gebeurtenissen: [], next: null });
	for (const title of ['Bellen met school', 'Huisbezoek plannen', 'Consult inhalen'])
		await at.propose(title);
	await at.outbox.drain();
	const all = await at.events();
	expect(all.gebeurtenissen.map(titleOf)).toEqual([
		'Bellen met school',
		'Huisbezoek plannen',
		'Consult inhalen'
	]);
	const sent = new Map(at.inbox.requests.map(({ event }) => [event.id, event]));
	for (const event of all.gebeurtenissen) expect(sent.get(event.id)).toEqual(event);
	expect(all.next).toBe(all.gebeurtenissen.at(-1)?.id);
	expect(await at.events(`?since=${all.next}`)).toEqual({ gebeurtenissen: [], next: all.next });
	const id = await at.propose('Nog een afspraak');
	const more = await at.events(`?since=${all.next}`);
	expect(more.gebeurtenissen.map((event) => event.subject)).toEqual([id]);
});

test('AP8 page by page, with a link to the next; each once', async () => {
	const at = await eventsWorld();
	for (let nr = 0; nr < 5; nr++) await at.propose(`Afspraak ${nr}`);
	const seen: (string | null)[] = [];
	let path: string | null = '?aantal=2';
	while (path !== null) {
		const { body, headers } = await at.api(PATH + path);
		seen.push(...(body as Page).gebeurtenissen.map(titleOf));
		const link = headers.get('link');
		path = link && new URL(/<([^>]+)>/.exec(link)?.[1] ?? '').search;
	}
	expect(seen).toEqual([0, 1, 2, 3, 4].map((nr) => `Afspraak ${nr}`));
});

test('AP8 of another organisation one hears nothing, also not whether an event of it is there', async () => {
	const at = await eventsWorld();
	await at.propose('Bellen met school');
	const { next } = await at.events();
	expect(await at.events('', at.other)).toEqual({ gebeurtenissen: [], next: null });
	const foreign = await at.other(`${PATH}?since=${next}`);
	const absent = await at.other(`${PATH}?since=${at.app.ids.id()}`);
	expect(foreign).toMatchObject({ status: 400, body: { code: 'unknown-cursor' } });
	expect(foreign.body).toEqual(absent.body);
	expect((await at.api(`${PATH}?since=kort`)).body).toMatchObject({ field: 'since' });
});

test('AP9 a text that was overtaken is not told, and who no longer owns it hears that it is off', async () => {
	const at = await eventsWorld();
	const id = await at.propose('Bellen met school');
	await changeTitle(at, id, 'Langsgaan bij school');
	expect((await at.events()).gebeurtenissen.map(titleOf)).toEqual(['Langsgaan bij school']);
	await changeTitle(at, id, 'Bellen met de huisarts', 'marjan', {
		ownerOrganisationId: at.world.organisation.welzijn
	});
	const [off, ...more] = (await at.events()).gebeurtenissen;
	expect(more).toEqual([]);
	expect(off).toMatchObject({
		type: 'nl.casustafel.actie.ingetrokken',
		data: { id, title: null, owner: null, deadline: null }
	});
	expect((await at.events('', at.other)).gebeurtenissen.map(titleOf)).toEqual([
		'Bellen met de huisarts'
	]);
});

test('AP9 a name registered since: the event stays here, the chair is asked other words, the rest goes on', async () => {
	const at = await eventsWorld();
	await at.propose('Met Sterre naar het consult');
	await at.propose('Bellen met school');
	await at.app.database.write(async (queries) => {
		await repositories(queries).cases.addChild({
			...{ id: at.app.ids.id(), caseId: at.world.case.noor, firstName: 'Sterre' },
			...{ birthMonth: '2024-01', position: 9 }
		});
	});
	const { gebeurtenissen, next } = await at.events();
	expect(gebeurtenissen.map(titleOf)).toEqual(['Bellen met school']);
	expect(JSON.stringify(gebeurtenissen)).not.toContain('Sterre');
	const mine = (await at.ledger()).filter(
		({ delivery }) => delivery.connectorId === at.client.connectorId
	);
	expect(mine.map(({ delivery }) => [delivery.status, delivery.error])).toEqual([
		['failed', 'names-in-title'],
		['received', null]
	]);
	expect(mine[0]?.delivery.parkedAt).not.toBeNull();
	expect(await at.events(`?since=${next}&aantal=1`)).toEqual({ gebeurtenissen: [], next });
});

test('AP10 nothing is sent to who fetches; once fetched, it has arrived', async () => {
	const at = await eventsWorld();
	await at.world.do('petra', 'connector.remove', { connectorId: at.secrets.connectorId });
	await at.propose('Bellen met school');
	await at.outbox.drain();
	expect(at.inbox.requests).toHaveLength(0);
	expect(await at.standing()).toEqual(['queued']);
	expect(await stored(at.app).delivery.nextDueAt(new Date(0))).toBeNull();
	await at.events();
	expect(await at.standing()).toEqual(['received']);
	const [line] = (await at.ledger()).filter(({ delivery }) => delivery.status === 'received');
	expect(line?.delivery.receivedAt).toEqual(at.app.clock.now());
	const exchanges = await stored(at.app).delivery.exchanges(at.client.connectorId);
	expect(exchanges).toMatchObject([{ what: 'action-assigned', error: null }]);
});

test('KO4 who came and found nothing has shown that the connection works, once', async () => {
	const at = await eventsWorld();
	const { delivery } = stored(at.app);
	expect(await delivery.everWorked(at.client.connectorId)).toBe(false);
	expect(await at.events()).toEqual({ gebeurtenissen: [], next: null });
	await at.events();
	expect(await delivery.everWorked(at.client.connectorId)).toBe(true);
	expect(await delivery.exchanges(at.client.connectorId)).toMatchObject([
		{ what: 'looked', error: null }
	]);
});

test('AP10 also when it looks at the action itself, or at the list of them', async () => {
	const at = await eventsWorld();
	const id = await at.propose('Bellen met school');
	await at.api(`/${id}`);
	await at.propose('Huisbezoek plannen');
	expect(await at.standing()).toEqual(['received', 'queued']);
	await at.api('');
	expect(await at.standing()).toEqual(['received', 'received']);
	await at.api(`/${id}/gelezen`, { method: 'POST' });
	expect(await at.standing()).toEqual(['read', 'received']);
});

test('AP10 what a connection with a webhook looks up is still sent to it', async () => {
	const at = await eventsWorld();
	await at.propose('Bellen met school');
	const hook = partner(at.app, at.secrets);
	expect((await at.events('', hook)).gebeurtenissen).toHaveLength(1);
	await at.outbox.drain();
	expect(at.inbox.effects.size).toBe(1);
});

test('AP11 paused: no events, and nothing is lost; status still comes in', async () => {
	const at = await eventsWorld();
	const { connectorId } = at.client;
	await at.world.do('petra', 'connector.pause', { connectorId });
	const id = await at.propose('Bellen met school');
	expect(await at.api(PATH)).toMatchObject({ status: 403, body: { code: 'connection-paused' } });
	expect((await at.api(`/${id}`)).status).toBe(200);
	expect(await at.standing()).toEqual(['queued']);
	await at.world.do('petra', 'connector.resume', { connectorId });
	expect((await at.events()).gebeurtenissen).toHaveLength(1);
	expect(await at.standing()).toEqual(['received']);
});

test('DL29 catching up is on the access log of each case, in the organisation its name', async () => {
	const at = await eventsWorld();
	await at.propose('Bellen met school');
	await at.events();
	const rows = (await stored(at.app).log.ofCase(at.world.case.noor)).filter(
		(row) => row.event === 'list-events'
	);
	expect(rows).toMatchObject([
		{ personId: null, role: 'connector', organisationId: at.world.organisation.ggd }
	]);
});
