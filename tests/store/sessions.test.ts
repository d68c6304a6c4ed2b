import { describe, expect, test } from 'vitest';
import { at, ID, ids, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

const session = (id: string, personId: string, ends: number) => ({
	id,
	personId,
	expiresAt: at(ends),
	createdAt: at(0),
	complete: true
});

describe.each(STORES)('sessions: %s', (_, open) => {
	test('found by id, changed, removed', async () => {
		const store = await settle(await open());
		await store.write(({ sessions }) => sessions.add(session('one', ID.hilde, 30)));
		expect(await store.read.sessions.find('one')).toEqual({
			...session('one', ID.hilde, 30),
			demo: false
		});
		await store.write(({ sessions }) => sessions.change('one', { expiresAt: at(60) }));
		expect((await store.read.sessions.find('one'))?.expiresAt).toEqual(at(60));
		await store.write(({ sessions }) => sessions.remove('one'));
		expect(await store.read.sessions.find('one')).toBeNull();
	});

	test('all of a person, or all but one; never another’s', async () => {
		const store = await settle(await open());
		await store.write(async ({ sessions }) => {
			for (const id of ['one', 'two', 'three']) await sessions.add(session(id, ID.hilde, 30));
			await sessions.add(session('wims', ID.wim, 30));
			await sessions.removeOfPerson(ID.hilde, 'two');
		});
		expect(ids(await store.read.sessions.ofPerson(ID.hilde))).toEqual(['two']);
		await store.write(({ sessions }) => sessions.removeOfPerson(ID.hilde));
		expect(await store.read.sessions.ofPerson(ID.hilde)).toEqual([]);
		expect(ids(await store.read.sessions.ofPerson(ID.wim))).toEqual(['wims']);
	});

	test('held: each with its person; one that is not there is left out', async () => {
		const store = await settle(await open());
		await store.write(async ({ sessions }) => {
			await sessions.add(session('hildes', ID.hilde, 30));
			await sessions.add(session('wims', ID.wim, 30));
			await sessions.add(session('not-asked', ID.wim, 30));
		});
		const held = await store.read.sessions.held(['hildes', 'wims', 'wims', 'gone']);
		const people = [...held].map(([id, { person }]) => [id, person.id]);
		expect(people.toSorted()).toEqual([
			['hildes', ID.hilde],
			['wims', ID.wim]
		]);
		expect((await store.read.sessions.held([])).size).toBe(0);
	});

	test('what has ended goes, what ends now stays', async () => {
		const store = await settle(await open());
		await store.write(async ({ sessions }) => {
			await sessions.add(session('ended', ID.hilde, 29));
			await sessions.add(session('ends-now', ID.hilde, 30));
			await sessions.removeExpired(at(30));
		});
		expect(ids(await store.read.sessions.ofPerson(ID.hilde))).toEqual(['ends-now']);
	});
});
