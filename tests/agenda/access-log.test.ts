import { read } from '#lib/server/read.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { myMeetings } from '#lib/server/views/today.ts';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { serveLive } from '../support/live.ts';
import { intake, type Intake, open, question, type Who } from './support.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

/** The rows that came since `before`, oldest first. */
async function rowsSince(at: Intake, before: number) {
	const rows = await at.store.log.newest(500);
	return rows.filter((row) => row.seq > before).toReversed();
}

async function lastRow(at: Intake): Promise<number> {
	return (await at.store.log.newest(1))[0]?.seq ?? 0;
}

/** From now on no row can be added to the log, as with a full disk. */
async function breakTheLog(at: Intake): Promise<void> {
	await at.app.database.write(async (queries) => {
		await queries.run(sql`create trigger full before insert on access_log begin
			select raise(abort, 'disk full'); end`);
	});
}

describe('each read, change and refusal of a case is a row', () => {
	test('AL1 opening an item', async () => {
		const at = await intake();
		const before = await lastRow(at);
		await open(at, 'wim', `item:${at.world.item.deWitBakker}`);
		expect(await rowsSince(at, before)).toMatchObject([
			{
				event: 'read-item',
				personId: at.world.people.wim.id,
				objectKind: 'item',
				objectId: at.world.item.deWitBakker,
				caseId: at.world.case.deWitBakker,
				ground: 'participant',
				outcome: 'allowed'
			}
		]);
	});

	test('AL1 opening the agenda: each case that is on it for the reader', async () => {
		const at = await intake();
		const casesReadBy = async (person: Who) => {
			const before = await lastRow(at);
			await open(at, person, `meeting:${at.meetingId}`);
			return (await rowsSince(at, before)).map((row) => row.caseId).toSorted();
		};
		const { deWitBakker, mila, amir } = at.world.case;
		expect(await casesReadBy('hilde')).toEqual([deWitBakker, mila, amir].toSorted());
		expect(await casesReadBy('wim')).toEqual([deWitBakker]);
		expect(await casesReadBy('nadia')).toEqual([]);
	});

	test('AL1 the list of today, with its codes', async () => {
		const at = await intake();
		const before = await lastRow(at);
		await read(at.app, at.world.actor('wim'), 'read-today', async (store) => {
			const { meetings, reads } = await myMeetings(
				store,
				at.world.actor('wim'),
				at.app.clock.now()
			);
			return { value: meetings, reads };
		});
		expect(await rowsSince(at, before)).toMatchObject([
			{ event: 'read-list', caseId: at.world.case.deWitBakker }
		]);
	});

	test('AL1 opening the shared text, also without opening the item', async () => {
		const at = await intake();
		const { open: openTab } = await serveLive(at.app);
		const wim = await openTab(at.world.people.wim.id);
		const before = await lastRow(at);
		await wim.ask('document:open', { documentId: at.world.item.deWitBakker });
		expect(await rowsSince(at, before)).toMatchObject([
			{
				personId: at.world.people.wim.id,
				caseId: at.world.case.deWitBakker,
				objectId: at.world.item.deWitBakker,
				outcome: 'allowed'
			}
		]);
	});

	const changes: [string, (at: Intake) => object][] = [
		[
			'item.change',
			(at) => ({
				itemId: at.world.item.mila,
				expected: 1,
				reason: 'Hoe nu?',
				news: 'Niets',
				minutes: 10
			})
		],
		['item.move', (at) => ({ itemId: at.world.item.mila, by: -1 })],
		['item.set-minutes', (at) => ({ itemId: at.world.item.mila, minutes: 20 })],
		['item.carry-over', (at) => ({ itemId: at.world.item.mila, ...NOT_JUDGED })],
		['item.remove', (at) => ({ itemId: at.world.item.mila, ...NOT_JUDGED })],
		['item.invite', (at) => ({ itemId: at.world.item.mila, personId: at.world.people.wim.id })],
		['item.uninvite', (at) => ({ itemId: at.world.item.mila, personId: at.world.people.roos.id })],
		['case.set-dossier-reference', (at) => ({ caseId: at.world.case.mila, reference: 'CJG-1' })],
		[
			'case.change-family',
			(at) => ({
				caseId: at.world.case.mila,
				children: [{ firstName: 'Fee', birthMonth: '2026-10' }],
				caregivers: []
			})
		]
	];
	test.each(changes)('AL2 %s is one row about its case', async (name, input) => {
		const at = await intake();
		const before = await lastRow(at);
		await at.world.do('hilde', name, input(at));
		expect(await rowsSince(at, before)).toMatchObject([
			{
				caseId: at.world.case.mila,
				personId: at.world.people.hilde.id,
				ground: 'chair',
				outcome: 'allowed'
			}
		]);
	});

	test('AL2 opening a case and bringing it are rows about it', async () => {
		const at = await intake();
		const { caseId } = await at.broughtByNadia();
		expect((await at.store.log.ofCase(caseId)).map((row) => row.ground)).toEqual([
			'member',
			'member'
		]);
	});

	test('AL3 a stranger who tries an item: refused, about that item and its case', async () => {
		const at = await intake();
		const before = await lastRow(at);
		const itemId = at.world.item.mila;
		await at.try('wim', 'item.leave', { itemId });
		expect(await rowsSince(at, before)).toMatchObject([
			{
				personId: at.world.people.wim.id,
				objectKind: 'item',
				objectId: itemId,
				caseId: at.world.case.mila,
				ground: 'not-found',
				outcome: 'refused'
			}
		]);
	});

	test('AL3 a stranger who opens an item or its text: refused, about that item and its case', async () => {
		const at = await intake();
		const itemId = at.world.item.mila;
		const { open: openTab } = await serveLive(at.app);
		const wim = await openTab(at.world.people.wim.id);
		for (const [event, payload] of [
			['view:open', { topic: `item:${itemId}` }],
			['document:open', { documentId: itemId }]
		] as const) {
			const before = await lastRow(at);
			expect(await wim.ask(event, payload)).toEqual({ ok: false, error: 'not-found' });
			const rows = await rowsSince(at, before);
			expect({ event, rows }).toMatchObject({
				event,
				rows: [{ objectId: itemId, caseId: at.world.case.mila, outcome: 'refused' }]
			});
		}
	});

	test('AL3 a participant who does what is the chair’s: refused, about that item and its case', async () => {
		const at = await intake();
		const before = await lastRow(at);
		const itemId = at.world.item.deWitBakker;
		await at.try('wim', 'item.carry-over', { itemId, ...NOT_JUDGED });
		expect(await rowsSince(at, before)).toMatchObject([
			{
				personId: at.world.people.wim.id,
				objectKind: 'item',
				objectId: itemId,
				caseId: at.world.case.deWitBakker,
				ground: 'chair-only',
				outcome: 'refused'
			}
		]);
	});

	test('AL3 a member who brings a case of others: refused, about that case', async () => {
		const at = await intake();
		const later = await at.later();
		const before = await lastRow(at);
		await at.try('nadia', 'item.add-case', question(later, at.world.case.mila));
		expect(await rowsSince(at, before)).toMatchObject([
			{ objectKind: 'case', objectId: at.world.case.mila, outcome: 'refused' }
		]);
	});

	test('AL9 an id that does not exist leaves a row without a case', async () => {
		const at = await intake();
		const before = await lastRow(at);
		const itemId = 'aaaaaaaaaaaaaaaaaaaaaa';
		await at.try('wim', 'item.leave', { itemId });
		expect(await rowsSince(at, before)).toMatchObject([
			{ objectKind: 'item', objectId: itemId, caseId: null, outcome: 'refused' }
		]);
	});
});

describe('what a row holds', () => {
	test('AL4 the terms of NEN 7513, and nothing to sign in with', async () => {
		const at = await intake();
		const { open: openTab } = await serveLive(at.app);
		const wim = await openTab(at.world.people.wim.id);
		const before = await lastRow(at);
		await wim.ask('view:open', { topic: `item:${at.world.item.deWitBakker}` });
		const [row] = await rowsSince(at, before);
		expect(row).toMatchObject({
			at: at.app.clock.now(),
			event: 'read-item',
			personId: at.world.people.wim.id,
			organisationId: at.world.organisation.police,
			role: 'nothing',
			responsiblePersonId: null,
			clientAddress: expect.stringContaining('127.0.0.1'),
			ground: 'participant',
			outcome: 'allowed'
		});
		expect(row?.client).toMatch(/^[\w-]{4,12}$/);
	});

	test('AL8 no name, title or word of a case', async () => {
		const at = await intake();
		await at.broughtByNadia();
		await at.world.do('nadia', 'item.add-general', {
			meetingId: at.meetingId,
			title: 'Vakantierooster',
			minutes: 5
		});
		await open(at, 'hilde', `meeting:${at.meetingId}`);
		// Ids are left out: chance writes short names in them.
		const said = (await at.store.log.newest(500)).map((row) =>
			[row.event, row.role, row.client, row.clientAddress, row.objectKind, row.ground].join(' ')
		);
		for (const word of ['Sem', 'Kuiper', 'huisarts', 'Vakantierooster', 'Wim', 'Mila', '26-'])
			expect(said.join('\n')).not.toContain(word);
	});
});

describe('no row, no read', () => {
	test('AL5 a view, a page and a command answer nothing and change nothing', async () => {
		const at = await intake();
		await breakTheLog(at);
		const itemId = at.world.item.mila;
		await expect(open(at, 'hilde', `item:${itemId}`)).rejects.toThrow();
		await expect(
			read(at.app, at.world.actor('hilde'), 'read-today', async (store) => {
				const { meetings, reads } = await myMeetings(
					store,
					at.world.actor('hilde'),
					at.app.clock.now()
				);
				return { value: meetings, reads };
			})
		).rejects.toThrow();
		await expect(at.try('hilde', 'item.set-minutes', { itemId, minutes: 45 })).rejects.toThrow();
		expect((await at.store.agenda.find(itemId))?.minutes).toBe(12);
		await expect(at.try('wim', 'item.leave', { itemId })).rejects.toThrow();
	});

	test('AL5 on the live side: a stable code, no part of the view, and the tab goes on', async () => {
		const at = await intake();
		const { open: openTab } = await serveLive(at.app);
		const hilde = await openTab(at.world.people.hilde.id);
		await breakTheLog(at);
		const topic = `item:${at.world.item.mila}`;
		for (const [event, payload] of [
			['view:open', { topic }],
			['document:open', { documentId: at.world.item.mila }]
		] as const)
			expect({ event, reply: await hilde.ask(event, payload) }).toEqual({
				event,
				reply: { ok: false, error: 'not-available' }
			});
		expect(hilde.frames).toEqual([]);
		expect(hilde.socket.connected).toBe(true);
	});

	test('AL7 a case that shows up in an open agenda only later is a reading of its own', async () => {
		const at = await intake();
		const { open: openTab } = await serveLive(at.app);
		const nadia = await openTab(at.world.people.nadia.id);
		await nadia.ask('view:open', { topic: `meeting:${at.meetingId}` });
		await at.world.do('hilde', 'item.invite', {
			itemId: at.world.item.mila,
			personId: at.world.people.nadia.id
		});
		await nadia.until(({ payload }) => JSON.stringify(payload).includes('Kan deze casus dicht?'));
		const readers = (await at.store.log.ofCase(at.world.case.mila))
			.filter((row) => row.event.startsWith('read-'))
			.map((row) => row.personId);
		expect(readers).toEqual([at.world.people.nadia.id]);
	});
});

describe('append-only', () => {
	test.each(['update access_log set ground = ground', 'delete from access_log'])(
		'AL6 the database refuses: %s',
		async (statement) => {
			const at = await intake();
			const before = await at.store.log.newest(500);
			await expect(
				at.app.database.write(async (queries) => {
					await queries.run(sql.raw(statement));
				})
			).rejects.toThrow();
			expect(await at.store.log.newest(500)).toEqual(before);
		}
	);

	test('AL2 a change that is rolled back leaves no row of a change', async () => {
		const at = await intake();
		const before = await lastRow(at);
		await expect(
			at.app.database.write(async (queries) => {
				await repositories(queries).log.add(at.world.actor('hilde'), at.app.clock.now(), {
					event: 'change-item',
					objectKind: 'item',
					objectId: at.world.item.mila,
					ground: 'chair'
				});
				throw new Error('the change failed after its row');
			})
		).rejects.toThrow('the change failed');
		expect(await rowsSince(at, before)).toEqual([]);
	});
});
