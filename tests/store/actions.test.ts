import { describe, expect, test } from 'vitest';
import { at, ID, ids, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

const action = (id: string, minutes: number, changes: object = {}) => ({
	id,
	itemId: ID.item,
	caseId: ID.case,
	title: 'De kinderen zien en spreken',
	ownerOrganisationId: ID.police,
	ownerPersonId: ID.wim as string | null,
	due: '2026-11-27',
	status: 'proposed' as const,
	revision: 1,
	statusRevision: 1,
	proposedBy: ID.hilde,
	createdAt: at(minutes),
	updatedAt: at(minutes),
	...changes
});

describe.each(STORES)('actions: %s', (_, open) => {
	test('of an item in the order in which they were agreed', async () => {
		const store = await settle(await open());
		await store.write(async ({ actions }) => {
			await actions.add(action('second', 2));
			await actions.add(action('first', 1));
		});
		expect(ids(await store.read.actions.ofItem(ID.item))).toEqual(['first', 'second']);
		expect(ids(await store.read.actions.ofItems([ID.item, 'no-such']))).toEqual([
			'first',
			'second'
		]);
		expect(await store.read.actions.ofItems([])).toEqual([]);
		expect(await store.read.actions.find('no-such')).toBeNull();
	});

	test('someone’s: the own, and those of the organisation that nobody took yet; soonest first', async () => {
		const store = await settle(await open());
		await store.write(async ({ actions }) => {
			await actions.add(action('his', 1, { due: '2026-12-10' }));
			await actions.add(action('nobodys', 2, { ownerPersonId: null, due: '2026-12-01' }));
			await actions.add(action('colleagues', 3, { ownerPersonId: ID.yusuf }));
			await actions.add(
				action('elsewhere', 4, { ownerOrganisationId: ID.cjg, ownerPersonId: null })
			);
		});
		expect(ids(await store.read.actions.ofPerson(ID.wim, ID.police))).toEqual(['nobodys', 'his']);
		const all = { after: null, status: null, most: 10 };
		expect(ids(await store.read.actions.pageOfOrganisation(ID.police, all))).toEqual([
			'his',
			'nobodys',
			'colleagues'
		]);
	});

	test('an organisation’s by the page: after one of them, with a status, no more than asked', async () => {
		const store = await settle(await open());
		await store.write(async ({ actions }) => {
			// Made in one moment, so that the id decides.
			for (const id of ['b', 'a', 'c']) await actions.add(action(id, 1));
			await actions.add(action('later', 2, { status: 'done' }));
			await actions.add(action('elsewhere', 1, { ownerOrganisationId: ID.cjg }));
		});
		const page = async (more: object) =>
			ids(
				await store.read.actions.pageOfOrganisation(ID.police, {
					...{ after: null, status: null, most: 10 },
					...more
				})
			);
		expect(await page({})).toEqual(['a', 'b', 'c', 'later']);
		expect(await page({ most: 2 })).toEqual(['a', 'b']);
		const b = await store.read.actions.find('b');
		expect(await page({ after: b })).toEqual(['c', 'later']);
		expect(await page({ status: 'done' })).toEqual(['later']);
		expect(await page({ status: 'done', most: 0 })).toEqual([]);
	});

	test('a change changes what is named, and no other action', async () => {
		const store = await settle(await open());
		await store.write(async ({ actions }) => {
			await actions.add(action('one', 1));
			await actions.add(action('other', 1));
			await actions.change('one', { status: 'done', doneOn: '2026-11-26', statusRevision: 2 });
		});
		expect(await store.read.actions.find('one')).toMatchObject({
			status: 'done',
			doneOn: '2026-11-26',
			title: 'De kinderen zien en spreken',
			revision: 1,
			statusRevision: 2
		});
		expect(await store.read.actions.find('other')).toMatchObject({ status: 'proposed' });
	});

	test('what happened, oldest first, with its details as they were given', async () => {
		const store = await settle(await open());
		await store.write(async ({ actions }) => {
			await actions.add(action('one', 1));
			const event = { actionId: 'one', personId: ID.wim, detail: {} };
			await actions.addEvent({ id: 'e2', kind: 'accepted', at: at(2), ...event });
			await actions.addEvent({
				id: 'e1',
				kind: 'proposed',
				at: at(1),
				...event,
				detail: { n: null }
			});
		});
		const events = await store.read.actions.events(['one']);
		expect(events.map((one) => [one.kind, one.detail])).toEqual([
			['proposed', { n: null }],
			['accepted', {}]
		]);
		expect(await store.read.actions.events([])).toEqual([]);
	});
});
