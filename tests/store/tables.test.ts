import { describe, expect, test } from 'vitest';
import { at, ID, ids, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

describe.each(STORES)('tables: %s', (_, open) => {
	test('a table keeps its required seats as they were given', async () => {
		const { read } = await settle(await open());
		expect(await read.tables.find(ID.table)).toMatchObject({
			format: 'cjg-intake',
			requiredSeats: [{ kind: 'cjg', label: 'seat_intake' }],
			archivedAt: null
		});
		expect(await read.tables.find('no-such')).toBeNull();
	});

	test('one seat per person: giving it again changes it', async () => {
		const store = await settle(await open());
		await store.write(async ({ tables }) => {
			await tables.giveSeat({ tableId: ID.table, personId: ID.wim, role: 'member', remote: true });
			await tables.giveSeat({ tableId: ID.table, personId: ID.wim, role: 'deputy' });
		});
		expect(await store.read.tables.seat(ID.table, ID.wim)).toMatchObject({
			role: 'deputy',
			remote: false
		});
		expect((await store.read.tables.seats(ID.table)).length).toBe(2);
		await store.write(({ tables }) => tables.removeSeat(ID.table, ID.wim));
		expect(await store.read.tables.seat(ID.table, ID.wim)).toBeNull();
	});

	test('someone’s tables by name, without those put away', async () => {
		const store = await settle(await open());
		const table = {
			format: 'cjg-intake' as const,
			minutes: 60,
			minutesPerCase: 12,
			requiredSeats: []
		};
		await store.write(async ({ tables }) => {
			for (const [id, name] of [
				['table-a', 'Aa-overleg'],
				['table-z', 'Zorgtafel']
			] as const) {
				await tables.add({ id, name, ...table });
				await tables.giveSeat({ tableId: id, personId: ID.hilde, role: 'member' });
			}
			await tables.change('table-z', { archivedAt: at(1) });
		});
		const mine = await store.read.tables.ofPerson(ID.hilde);
		expect(mine.map((one) => [one.table.id, one.seat.role])).toEqual([
			['table-a', 'member'],
			[ID.table, 'chair']
		]);
		expect(ids(await store.read.tables.all())).toEqual(['table-a', ID.table, 'table-z']);
	});

	test('a table’s meetings newest first, meetings by id in the order of time', async () => {
		const store = await settle(await open());
		await store.write(({ tables }) =>
			tables.addMeeting({ id: 'later', tableId: ID.table, startsAt: at(9999), minutes: 60 })
		);
		expect(ids(await store.read.tables.meetings(ID.table))).toEqual(['later', ID.meeting]);
		expect(ids(await store.read.tables.meetingsByIds(['later', ID.meeting]))).toEqual([
			ID.meeting,
			'later'
		]);
		expect(await store.read.tables.meetingsByIds([])).toEqual([]);
	});

	test('a new meeting is planned, and changes in what is named only', async () => {
		const store = await settle(await open());
		expect(await store.read.tables.meeting(ID.meeting)).toMatchObject({
			status: 'planned',
			place: '',
			videoLink: '',
			calendarSequence: 0
		});
		await store.write(({ tables }) =>
			tables.changeMeeting(ID.meeting, { status: 'running', startedAt: at(2) })
		);
		expect(await store.read.tables.meeting(ID.meeting)).toMatchObject({
			status: 'running',
			startedAt: at(2),
			minutes: 90
		});
	});
});
