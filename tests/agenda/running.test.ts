import type { RecordContent } from '#lib/protocol/my-actions.ts';
import { describe, expect, test } from 'vitest';
import { intake, type Intake, question } from './support.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

const waits = { ok: false, error: 'wait-for-admission' };

async function closing(at: Intake): Promise<void> {
	for (const item of await at.store.agenda.ofMeeting(at.meetingId))
		if (item.kind === 'case' && item.status !== 'carried-over' && item.status !== 'done')
			await at.world.do('hilde', 'item.carry-over', { itemId: item.id, ...NOT_JUDGED });
	await at.world.do('hilde', 'meeting.close', { meetingId: at.meetingId });
}

describe('being at the live item', () => {
	test('MA8 another item live: whoever was let in is out of the conversation', async () => {
		const at = await intake();
		await at.world.goLive('deWitBakker');
		await at.world.do('hilde', 'item.set-live', { itemId: at.world.item.mila });
		for (const one of await at.store.agenda.participants(at.world.item.deWitBakker))
			expect(one.leftAt).not.toBeNull();
	});

	test('MA9 a member who sits at the table arrives; a guest waits', async () => {
		const at = await intake();
		const { itemId } = await at.broughtByNadia();
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		expect(await at.try('nadia', 'item.arrive', { itemId })).toEqual({
			ok: false,
			error: 'wrong-status'
		});
		await at.world.do('hilde', 'item.set-live', { itemId });
		expect(await at.try('nadia', 'item.arrive', { itemId })).toMatchObject({ ok: true });
		expect(await at.store.agenda.participant(itemId, at.world.people.nadia.id)).toMatchObject({
			admittedAt: at.app.clock.now(),
			attendedAt: at.app.clock.now()
		});
		expect(await at.try('tirza', 'item.arrive', { itemId })).toEqual(waits);
	});

	test('MA9 a member who joins from elsewhere waits to be let in', async () => {
		const at = await intake();
		const itemId = at.world.item.deWitBakker;
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		await at.world.do('hilde', 'item.set-live', { itemId });
		expect(await at.try('roos', 'item.arrive', { itemId })).toEqual(waits);
	});

	test('MA10 only someone invited is let in, and only at the live item', async () => {
		const at = await intake();
		const { deWitBakker: itemId } = at.world.item;
		const { wim, nadia } = at.world.people;
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		expect(await at.try('hilde', 'item.admit', { itemId, personId: wim.id })).toEqual({
			ok: false,
			error: 'wrong-status'
		});
		await at.world.do('hilde', 'item.set-live', { itemId });
		expect(await at.try('hilde', 'item.admit', { itemId, personId: nadia.id })).toEqual({
			ok: false,
			error: 'not-found'
		});
		expect(await at.try('hilde', 'item.admit', { itemId, personId: wim.id })).toMatchObject({
			ok: true
		});
	});

	test('MA10 leaving ends the conversation; reading and answering stay', async () => {
		const at = await intake();
		await at.world.goLive('deWitBakker');
		const itemId = at.world.item.deWitBakker;
		await at.world.do('wim', 'item.leave', { itemId });
		expect((await at.store.agenda.participant(itemId, at.world.people.wim.id))?.leftAt).toEqual(
			at.app.clock.now()
		);
		expect((await at.meeting('wim'))?.agenda.map((line) => line.code)).toEqual(['26-5038']);
		expect(await at.try('wim', 'item.arrive', { itemId })).toEqual(waits);
	});

	test('MA11 invited twice is invited once', async () => {
		const at = await intake();
		const itemId = at.world.item.deWitBakker;
		await at.world.goLive('deWitBakker');
		const before = await at.store.agenda.participant(itemId, at.world.people.wim.id);
		await at.world.do('hilde', 'item.invite', { itemId, personId: at.world.people.wim.id });
		expect(await at.store.agenda.participant(itemId, at.world.people.wim.id)).toEqual(before);
	});

	test('MA11 who comes back after being taken out waits again', async () => {
		const at = await intake();
		const input = { itemId: at.world.item.deWitBakker, personId: at.world.people.wim.id };
		await at.world.goLive('deWitBakker');
		await at.world.do('hilde', 'item.uninvite', input);
		expect(await at.try('hilde', 'item.uninvite', input)).toEqual({
			ok: false,
			error: 'not-found'
		});
		await at.world.do('hilde', 'item.invite', input);
		expect(await at.store.agenda.participant(input.itemId, input.personId)).toMatchObject({
			admittedAt: null,
			leftAt: null
		});
	});

	test('MA11 who was at the item stays in its record, also when taken out later', async () => {
		const at = await intake();
		const itemId = at.world.item.deWitBakker;
		await at.world.goLive('deWitBakker');
		await at.world.do('hilde', 'item.uninvite', { itemId, personId: at.world.people.wim.id });
		await closing(at);
		const record = await at.store.decisions.record(itemId);
		const { attendees } = record?.content as RecordContent;
		expect(attendees.map((one) => one.name)).toContain('Wim Tuinstra');
	});
});

describe('carrying over', () => {
	test('MA12 gives the item, with its words and people, a place at a later meeting', async () => {
		const at = await intake();
		const later = await at.later();
		const { deWitBakker: itemId } = at.world.item;
		await at.world.do('hilde', 'item.carry-over', { itemId, meetingId: later, ...NOT_JUDGED });
		const [here, there] = [
			await at.store.agenda.find(itemId),
			(await at.store.agenda.ofMeeting(later)).find((item) => item.kind === 'case')
		];
		expect(here).toMatchObject({ status: 'carried-over', carriedToId: there?.id });
		expect(there).toMatchObject({
			status: 'planned',
			caseId: here?.caseId,
			reason: here?.reason,
			news: here?.news,
			minutes: here?.minutes,
			presenterId: here?.presenterId
		});
		const people = async (id = '') =>
			(await at.store.agenda.participants(id)).map((one) => one.personId).toSorted();
		expect(await people(there?.id)).toEqual(await people(itemId));
	});

	test('MA12 without a meeting named it waits for the next one that is planned', async () => {
		const at = await intake();
		await at.world.do('hilde', 'item.carry-over', { itemId: at.world.item.mila, ...NOT_JUDGED });
		const later = await at.later();
		const cases = (await at.store.agenda.ofMeeting(later)).map((item) => item.caseId);
		expect(cases).toContain(at.world.case.mila);
	});

	test('MA12 what waited and was brought or taken up again meanwhile does not come twice', async () => {
		const at = await intake();
		const later = await at.later();
		await at.world.do('hilde', 'item.carry-over', { itemId: at.world.item.mila, ...NOT_JUDGED });
		await at.world.do('hilde', 'item.add-case', question(later, at.world.case.mila));
		const { meetingId } = await at.world.do<{ meetingId: string }>('hilde', 'meeting.plan', {
			tableId: at.world.table.cjg,
			startsAt: '2026-12-08T08:00:00.000Z',
			minutes: 90
		});
		const cases = (await at.store.agenda.ofMeeting(meetingId)).map((item) => item.caseId);
		expect(cases).not.toContain(at.world.case.mila);
	});

	test('MA12 not to the same meeting', async () => {
		const at = await intake();
		const input = { itemId: at.world.item.mila, meetingId: at.meetingId };
		expect(await at.try('hilde', 'item.carry-over', input)).toMatchObject({ ok: false });
		expect((await at.store.agenda.find(input.itemId))?.status).toBe('planned');
	});

	test('MA12 not to another table', async () => {
		const at = await intake();
		const input = { itemId: at.world.item.mila, meetingId: at.world.meeting.zat };
		expect(await at.try('hilde', 'item.carry-over', input)).toEqual({
			ok: false,
			error: 'not-found'
		});
	});

	test('MA4 a case that is on the later agenda already does not come there twice', async () => {
		const at = await intake();
		const later = await at.later();
		await at.world.do('hilde', 'item.add-case', question(later, at.world.case.mila));
		await at.try('hilde', 'item.carry-over', {
			itemId: at.world.item.mila,
			meetingId: later,
			...NOT_JUDGED
		});
		const there = (await at.store.agenda.ofMeeting(later)).filter(
			(item) => item.caseId === at.world.case.mila
		);
		expect(there.length).toBe(1);
	});
});

describe('closing', () => {
	test('MA14 not while a case item is left lying', async () => {
		const at = await intake();
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		expect(await at.try('hilde', 'meeting.close', { meetingId: at.meetingId })).toEqual({
			ok: false,
			error: 'items-left',
			detail: { left: 3 }
		});
	});

	test('MA14 a general item that is still live is done, with the time it took', async () => {
		const at = await intake();
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		const [opening] = await at.store.agenda.ofMeeting(at.meetingId);
		await at.world.do('hilde', 'item.set-live', { itemId: opening?.id });
		at.app.clock.advance(4 * 60_000);
		await closing(at);
		expect(await at.store.agenda.find(opening?.id ?? '')).toMatchObject({
			status: 'done',
			liveSince: null,
			spentSeconds: 240
		});
	});

	test('MA15 nothing of a closed meeting changes any more', async () => {
		const at = await intake();
		const { itemId } = await at.broughtByNadia();
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		await closing(at);
		const { wim, tirza } = at.world.people;
		const when = { startsAt: '2026-12-01T08:00:00.000Z', minutes: 60 };
		const changes: [string, object][] = [
			['meeting.change', { meetingId: at.meetingId, ...when }],
			['item.add-case', question(at.meetingId, at.world.case.mila)],
			['item.add-general', { meetingId: at.meetingId, title: 'Nog iets', minutes: 5 }],
			['item.change', { itemId, expected: 2, reason: 'Anders', news: 'Nieuws', minutes: 5 }],
			['item.move', { itemId, by: 1 }],
			['item.set-minutes', { itemId, minutes: 5 }],
			['item.set-live', { itemId }],
			['item.conclude', { itemId }],
			['item.carry-over', { itemId, ...NOT_JUDGED }],
			['item.remove', { itemId, ...NOT_JUDGED }],
			['item.invite', { itemId, personId: wim.id }],
			['item.admit', { itemId, personId: tirza.id }]
		];
		for (const [name, input] of changes) {
			const outcome = await at.try('hilde', name, input);
			expect({ name, outcome }).toEqual({ name, outcome: { ok: false, error: 'meeting-closed' } });
		}
	});

	test('MA16 an item that is taken up again is not concluded any more', async () => {
		const at = await intake();
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		const [opening] = await at.store.agenda.ofMeeting(at.meetingId);
		const itemId = opening?.id ?? '';
		await at.world.do('hilde', 'item.set-live', { itemId });
		await at.world.do('hilde', 'item.conclude', { itemId });
		expect((await at.store.agenda.find(itemId))?.concludedAt).toEqual(at.app.clock.now());
		await at.world.do('hilde', 'item.set-live', { itemId });
		expect((await at.store.agenda.find(itemId))?.concludedAt).toBeNull();
	});

	test('MA12 a carried-over item that is taken up again does not wait for a later meeting too', async () => {
		const at = await intake();
		const later = await at.later();
		const itemId = at.world.item.mila;
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		await at.world.do('hilde', 'item.carry-over', { itemId, meetingId: later, ...NOT_JUDGED });
		await at.world.do('hilde', 'item.set-live', { itemId });
		const there = (await at.store.agenda.ofMeeting(later)).filter((item) => item.kind === 'case');
		expect(there).toEqual([]);
	});
});
