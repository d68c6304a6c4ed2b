import { expect, test } from 'vitest';
import fc from 'fast-check';
import { cloudEventSchema, EVENT_TYPES, type EventKind } from '#lib/protocol/api.ts';
import type { Message } from '#lib/server/connectors/connector.ts';
import { cloudEvent, sourceOf } from '#lib/server/connectors/webhook/map.ts';
import * as v from 'valibot';
import { changeTitle, deliveryWorld } from './world.ts';

const publicUrl = new URL('https://casustafel.example');
const id = fc.uuid().map((text) => text.replaceAll('-', '').slice(0, 22));
const day = fc
	.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const words = fc.string({ minLength: 1, maxLength: 200 });
const owner = fc.record({ name: fc.option(words), organisation: words });
const addressed = { caseCode: fc.constant('26-4187'), dossierReference: fc.option(words) };
const action = fc.record({
	...addressed,
	id,
	revision: fc.integer({ min: 1, max: 1000 }),
	title: fc.option(words),
	owner: fc.option(owner),
	deadline: fc.option(day),
	path: id.map((each) => `/acties/${each}`)
});
const list = fc.record({
	...addressed,
	id,
	revision: fc.integer({ min: 1, max: 1000 }),
	hash: words,
	actions: fc.array(
		fc.record({
			id,
			title: fc.option(words),
			owner: fc.option(owner),
			deadline: fc.option(day)
		})
	),
	path: id.map((each) => `/overleg/${each}`)
});
const kinds = Object.keys(EVENT_TYPES) as EventKind[];
const payloadOf = (kind: EventKind) =>
	kind === 'test' ? fc.record({ message: words }) : kind === 'action-list-ratified' ? list : action;
const message: fc.Arbitrary<Message> = fc.constantFrom(...kinds).chain((kind) =>
	fc.record({
		id,
		kind: fc.constant(kind),
		subjectId: id,
		at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
		payload: payloadOf(kind) as fc.Arbitrary<Record<string, unknown>>
	})
);

/** A receiver's reading of what came in: the message it was made of. */
function received(text: string): Message {
	const event = v.parse(cloudEventSchema, JSON.parse(text));
	const { link, ...data } = event.data as { link?: string };
	return {
		id: event.id,
		kind: kinds.find((kind) => EVENT_TYPES[kind] === event.type) ?? 'test',
		subjectId: event.subject,
		at: new Date(event.time),
		payload: { ...data, ...(link ? { path: new URL(link).pathname } : {}) }
	};
}

test('AP20 whatever the outbox holds, the receiver reads what was written, by the schema that is published', () => {
	fc.assert(
		fc.property(message, (written) => {
			expect(received(JSON.stringify(cloudEvent(written, publicUrl)))).toEqual(written);
		}),
		{ numRuns: 300 }
	);
});

test('DL62 attributes: the profile of the Dutch government, and nothing of a person or a case', () => {
	fc.assert(
		fc.property(message, (written) => {
			const { data: _, ...attributes } = cloudEvent(written, publicUrl);
			expect(attributes).toEqual({
				specversion: '1.0',
				id: written.id,
				source: 'urn:nld:casustafel:casustafel.example',
				type: EVENT_TYPES[written.kind],
				subject: written.subjectId,
				time: written.at.toISOString(),
				datacontenttype: 'application/json',
				...(['action-assigned', 'action-changed', 'action-withdrawn'].includes(written.kind)
					? { dataref: `https://casustafel.example/api/v1/acties/${written.subjectId}` }
					: {})
			});
			// RFC 3339 in UTC; RFC 8141; lower-case letters and figures in names of attributes.
			expect(attributes.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
			expect(attributes.type).toMatch(/^nl\.casustafel(\.[a-z]+)+$/);
			for (const name of Object.keys(attributes)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
		}),
		{ numRuns: 100 }
	);
});

test.each([
	['https://casus.Gemeente-Noorderveld.nl', 'urn:nld:casustafel:casus.gemeente-noorderveld.nl'],
	['http://localhost:3000', 'urn:nld:casustafel:localhost'],
	['http://[::1]:3000', 'urn:nld:casustafel:1']
])('DL62 the source of %s is a URN: %s', (url, source) => {
	expect(sourceOf(new URL(url))).toBe(source);
	expect(source).toMatch(/^urn:nld:[a-z0-9][a-z0-9-]{0,30}:[a-z0-9.-]+$/);
});

test('DL62 source and id are unique over all events and receivers, and the same in each attempt', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'drop';
	const id = await at.propose('Bellen met school');
	await at.outbox.drain();
	await changeTitle(at, id, 'Langsgaan bij school');
	at.inbox.answer = () => 'ok';
	at.app.clock.advance(60_000);
	await at.propose('Huisbezoek plannen');
	await at.outbox.drain();
	const rows = await at.ledger();
	expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length);
	for (const { event } of at.inbox.requests) expect(v.is(cloudEventSchema, event)).toBe(true);
	const first = at.inbox.requests.filter(({ event }) => event.subject === id);
	expect(new Set(first.map(({ event }) => event.source))).toEqual(
		new Set(['urn:nld:casustafel:casustafel.example'])
	);
});
