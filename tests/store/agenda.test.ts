import { describe, expect, test } from 'vitest';
import { at, caseItem, ID, ids, invitation, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

describe.each(STORES)('agenda: %s', (_, open) => {
	test('an item that is not there is null; no ids, no items', async () => {
		const { read } = await settle(await open());
		expect(await read.agenda.find('no-such')).toBeNull();
		expect(await read.agenda.findMany([])).toEqual([]);
		expect(await read.agenda.participantsOf([])).toEqual([]);
	});

	test('a new item is planned, took no time and has revision 1', async () => {
		const { read } = await settle(await open());
		expect(await read.agenda.find(ID.item)).toMatchObject({
			status: 'planned',
			spentSeconds: 0,
			liveSince: null,
			concludedAt: null,
			carriedToId: null,
			title: '',
			revision: 1
		});
	});

	test('the items of a meeting come in their order, the items of a case from every meeting', async () => {
		const store = await settle(await open());
		await store.write(async ({ agenda, tables }) => {
			await agenda.add({ ...caseItem('item-last', 30) });
			await agenda.add({ ...caseItem('item-first', 1) });
			await tables.addMeeting({ id: 'later', tableId: ID.table, startsAt: at(9999), minutes: 60 });
			await agenda.add({ ...caseItem('item-later', 1), meetingId: 'later' });
		});
		expect(ids(await store.read.agenda.ofMeeting(ID.meeting))).toEqual([
			'item-first',
			ID.item,
			'item-last'
		]);
		expect((await store.read.agenda.ofCase(ID.case)).length).toBe(4);
		expect(ids(await store.read.agenda.findMany([ID.item, 'no-such']))).toEqual([ID.item]);
	});

	test('a change raises the revision by one; another place does not', async () => {
		const store = await settle(await open());
		await store.write(({ agenda }) => agenda.change(ID.item, { minutes: 20, liveSince: at(3) }));
		expect(await store.read.agenda.find(ID.item)).toMatchObject({
			minutes: 20,
			liveSince: at(3),
			revision: 2
		});
		await store.write(({ agenda }) => agenda.place(ID.item, 99));
		expect(await store.read.agenda.find(ID.item)).toMatchObject({ position: 99, revision: 2 });
	});

	test('an item that is removed is gone, with its invitations', async () => {
		const store = await settle(await open());
		await store.write(({ agenda }) => agenda.invite(invitation(ID.wim)));
		await store.write(({ agenda }) => agenda.remove(ID.item));
		expect(await store.read.agenda.find(ID.item)).toBeNull();
		expect(await store.read.agenda.itemsOfPerson(ID.wim)).toEqual([]);
	});

	test('what was carried over and has no place yet waits at its table', async () => {
		const store = await settle(await open());
		expect(await store.read.agenda.waitingAt(ID.table)).toEqual([]);
		await store.write(({ agenda }) => agenda.change(ID.item, { status: 'carried-over' }));
		expect(ids(await store.read.agenda.waitingAt(ID.table))).toEqual([ID.item]);
		expect(await store.read.agenda.waitingAt('another-table')).toEqual([]);
		await store.write(({ agenda }) => agenda.change(ID.item, { carriedToId: 'item-later' }));
		expect(await store.read.agenda.waitingAt(ID.table)).toEqual([]);
	});
});

describe.each(STORES)('who takes part: %s', (_, open) => {
	test('participants come in the order of their invitation; who was taken out is not among them', async () => {
		const store = await settle(await open());
		await store.write(async ({ agenda }) => {
			await agenda.invite(invitation(ID.wim, ID.item, 2));
			await agenda.invite(invitation(ID.hilde, ID.item, 1));
		});
		const people = async () =>
			(await store.read.agenda.participants(ID.item)).map((one) => one.personId);
		expect(await people()).toEqual([ID.hilde, ID.wim]);
		await store.write(({ agenda }) =>
			agenda.changeParticipant(ID.item, ID.wim, { removedAt: at(5) })
		);
		expect(await people()).toEqual([ID.hilde]);
		expect(await store.read.agenda.participant(ID.item, ID.wim)).toBeNull();
		expect(await store.read.agenda.itemsOfPerson(ID.wim)).toEqual([]);
		expect(ids(await store.read.agenda.itemsOfPerson(ID.hilde))).toEqual([ID.item]);
		expect((await store.read.agenda.participantsOf([ID.item])).length).toBe(1);
	});

	test('invited again after being taken out: at it as new, but having attended stays', async () => {
		const store = await settle(await open());
		await store.write(async ({ agenda }) => {
			await agenda.invite(invitation(ID.wim));
			await agenda.changeParticipant(ID.item, ID.wim, {
				admittedAt: at(1),
				attendedAt: at(1),
				leftAt: at(2),
				removedAt: at(2)
			});
			await agenda.invite(invitation(ID.wim, ID.item, 3));
		});
		expect(await store.read.agenda.participant(ID.item, ID.wim)).toMatchObject({
			invitedAt: at(3),
			removedAt: null,
			admittedAt: null,
			leftAt: null,
			attendedAt: at(1)
		});
	});

	test('when everyone leaves, only who was in the conversation leaves', async () => {
		const store = await settle(await open());
		await store.write(async ({ agenda }) => {
			for (const person of [ID.hilde, ID.yusuf, ID.wim]) await agenda.invite(invitation(person));
			await agenda.changeParticipant(ID.item, ID.hilde, { admittedAt: at(1) });
			await agenda.changeParticipant(ID.item, ID.yusuf, { admittedAt: at(1), leftAt: at(2) });
			await agenda.everyoneLeaves(ID.item, at(9));
		});
		const left = async (person: string) =>
			(await store.read.agenda.participant(ID.item, person))?.leftAt;
		expect([await left(ID.hilde), await left(ID.yusuf), await left(ID.wim)]).toEqual([
			at(9),
			at(2),
			null
		]);
	});
});
