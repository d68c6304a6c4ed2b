import type { PartyView } from '#lib/protocol/views/social-map.ts';
import { transact } from '#lib/server/transact.ts';
import { setPhoto } from '#lib/server/usecases/social-map/contact.ts';
import { socialMap } from '#lib/server/views/social-map.ts';
import type { Actor } from '#lib/server/work.ts';
import { expect, test } from 'vitest';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { done, run, stored, type TestApp, testApp } from '../support/test-app.ts';

const PARTY = {
	name: 'Huisartsenpraktijk Het Kruispunt',
	kind: 'gp',
	offers: ['Huisarts van Noorderveld-West'],
	contact: { name: 'Noor Bakhuis', phone: '0500 555 100' }
};
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]);
const TODAY = '2026-11-24';

interface Map {
	app: TestApp;
	world: Noorderveld;
	petra: Actor;
	partyId: string;
	/** The party as someone sees it. */
	seenBy(actor: Actor): Promise<PartyView>;
	revision(): Promise<number>;
}

async function map(more: object = {}): Promise<Map> {
	const app = testApp();
	const world = await noorderveld(app);
	const petra = world.actor('petra');
	const input = { ...PARTY, ...more };
	const { partyId } = await done<{ partyId: string }>(app, petra, 'party.add', input);
	const seenBy = async (actor: Actor) => {
		const [party] = await socialMap(stored(app), actor, TODAY);
		if (!party) throw new Error('The map is empty');
		return party;
	};
	return {
		app,
		world,
		petra,
		partyId,
		seenBy,
		revision: async () => (await seenBy(petra)).revision
	};
}

test('SM1, SM7 everyone who is signed in reads it, with the fixed person of another organisation', async () => {
	const liaison = { name: 'Tirza Oosting', function: 'jeugdverpleegkundige (GGD Noorderveld)' };
	const { world, seenBy } = await map({ liaison });
	for (const person of ['marjan', 'wim', 'esther'] as const)
		expect(await seenBy(world.actor(person))).toMatchObject({
			name: PARTY.name,
			offers: PARTY.offers,
			contact: { name: 'Noor Bakhuis', phone: '0500 555 100', mayChange: false },
			liaison,
			mayKeep: false
		});
});

test('SM2 an organisation’s administrator keeps the parties that are that organisation, and makes no other', async () => {
	const { app, world, petra, partyId } = await map();
	const bas: Actor = { ...world.actor('bas'), administers: 'organisation' };
	const { organisation } = world;
	const not = { ok: false, error: 'not-found' };
	expect(await run(app, bas, 'party.add', PARTY)).toEqual(not);
	const other = { ...PARTY, organisationId: organisation.ggd };
	expect(await run(app, bas, 'party.add', other)).toEqual(not);
	const own = { ...PARTY, name: 'Stap voor Stap', organisationId: organisation.welzijn };
	const added = await done<{ partyId: string }>(app, bas, 'party.add', own);
	const change = { ...own, partyId: added.partyId, expected: 1 };
	expect(await run(app, bas, 'party.change', { ...change, organisationId: null })).toEqual(not);
	expect(await run(app, bas, 'party.change', change)).toMatchObject({ ok: true });
	expect(await run(app, bas, 'party.reviewed', { partyId, expected: 1 })).toEqual(not);
	expect(await run(app, petra, 'party.remove', { partyId, expected: 1 })).toMatchObject({
		ok: true
	});
	expect((await stored(app).socialMap.all()).map(({ party }) => party.name)).toEqual([own.name]);
});

test('SM3 the contact person corrects what is his or hers, and nothing else', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const petra = world.actor('petra');
	const contact = { personId: world.people.tirza.id, name: 'Tirza Oosting', phone: '1' };
	const { partyId } = await done<{ partyId: string }>(app, petra, 'party.add', {
		...PARTY,
		contact
	});
	const tirza = world.actor('tirza');
	const right = { partyId, role: 'contact', expected: 1, name: 'Tirza Oosting', phone: '0500 1' };
	expect(await run(app, world.actor('wim'), 'party.change-contact', right)).toMatchObject({
		error: 'not-found'
	});
	expect(await run(app, tirza, 'party.change-contact', right)).toMatchObject({ ok: true });
	expect(await run(app, tirza, 'party.reviewed', { partyId, expected: 2 })).toMatchObject({
		error: 'not-found'
	});
	const [party] = await socialMap(stored(app), tirza, TODAY);
	expect(party?.contact).toMatchObject({
		phone: '0500 1',
		mayChange: true,
		personId: tirza.personId
	});
	expect((await stored(app).log.newest(2)).at(-1)).toMatchObject({
		event: 'party.change-contact',
		objectKind: 'party',
		objectId: partyId,
		ground: 'contact-person'
	});
});

test('SM4, SM9 looked over in one tap, for exactly what one saw', async () => {
	const { app, petra, partyId, seenBy } = await map();
	await app.database.write(async (queries) => {
		const { repositories } = await import('#lib/server/store/repositories.ts');
		await repositories(queries).socialMap.change(partyId, { reviewedOn: '2025-01-01' });
	});
	expect((await seenBy(petra)).marks).toEqual(['review-due']);
	await done(app, petra, 'party.change', { ...PARTY, partyId, expected: 1, waiting: '5 maanden' });
	expect(await run(app, petra, 'party.reviewed', { partyId, expected: 1 })).toEqual({
		ok: false,
		error: 'stale',
		detail: { revision: 2 }
	});
	await done(app, petra, 'party.reviewed', { partyId, expected: 2 });
	expect(await seenBy(petra)).toMatchObject({
		marks: [],
		reviewedOn: TODAY,
		// SM10: said today, as nobody said when.
		waiting: { text: '5 maanden', on: TODAY }
	});
});

test('what can not be is refused, with a code for each', async () => {
	const { app, petra } = await map();
	const add = (more: object) => run(app, petra, 'party.add', { ...PARTY, ...more });
	expect(await add({ ageFrom: 12, ageTo: 4 })).toMatchObject({ error: 'ages-reversed' });
	expect(await add({ offers: [] })).toMatchObject({ error: 'invalid-input' });
	expect(await add({ contact: { name: 'X', phone: 'javascript:1' } })).toMatchObject({
		error: 'invalid-input'
	});
	expect(await add({ contact: { name: 'X', email: 'nergens' } })).toMatchObject({
		error: 'invalid-input'
	});
	const nobody = { name: 'X', personId: 'aaaaaaaaaaaaaaaaaaaaaa' };
	expect(await add({ contact: nobody })).toMatchObject({ error: 'unknown-person' });
});

test('SM8 a face: by its bytes, replaced as a whole, and gone with the name it belongs to', async () => {
	const { app, petra, partyId, seenBy, revision } = await map();
	const place = async (bytes: Uint8Array) => {
		const input = { partyId, role: 'contact' as const, expected: await revision(), bytes };
		return transact(app, petra, (work) => setPhoto(work, input), 'party.set-photo');
	};
	const svg = new TextEncoder().encode('<svg onload="alert(1)"></svg>');
	expect(await place(svg)).toEqual({ ok: false, error: 'no-photo' });
	const large = new Uint8Array(204_801);
	large.set(PNG);
	expect(await place(large)).toEqual({ ok: false, error: 'photo-too-large' });
	expect((await seenBy(petra)).contact?.photo).toBeNull();

	expect(await place(PNG)).toMatchObject({ ok: true });
	const first = (await seenBy(petra)).contact?.photo ?? '';
	const photoId = first.split('/').at(-1) ?? '';
	const photo = await stored(app).socialMap.photo(photoId);
	expect(photo?.type).toBe('image/png');
	expect([...(photo?.bytes ?? [])]).toEqual([...PNG]);
	await place(PNG);
	expect((await seenBy(petra)).contact?.photo).not.toBe(first);
	expect(await stored(app).socialMap.photo(photoId)).toBeNull();

	const change = { ...PARTY, partyId, expected: await revision() };
	await done(app, petra, 'party.change', change);
	expect((await seenBy(petra)).contact?.photo).not.toBeNull();
	const other = { name: 'Opvolger', phone: '0500 1' };
	await done(app, petra, 'party.change', { ...change, contact: other, expected: await revision() });
	expect((await seenBy(petra)).contact).toMatchObject({ name: 'Opvolger', photo: null });
});
