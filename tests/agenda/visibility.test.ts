import { myMeetings } from '#lib/server/views/today.ts';
import { describe, expect, test } from 'vitest';
import { serveLive } from '../support/live.ts';
import { intake, open, type Who } from './support.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

describe('who knows of a meeting', () => {
	test('VI4 someone without a seat and without an item learns nothing of it', async () => {
		const at = await intake();
		for (const topic of [`meeting:${at.meetingId}`, 'meeting:aaaaaaaaaaaaaaaaaaaaaa'] as const)
			expect(await open(at, 'jeroen', topic)).toEqual({ ok: false, error: 'not-found' });
		const { meetings } = await myMeetings(at.store, at.world.actor('jeroen'), at.app.clock.now());
		expect(meetings.map((one) => one.tableName)).toEqual(['Zorgadviesteam Dorenweerd College']);
	});

	test('VI4 a guest whose item is taken off learns nothing of it any more', async () => {
		const at = await intake();
		expect(await at.meeting('wim')).not.toBeNull();
		await at.world.do('hilde', 'item.remove', { itemId: at.world.item.deWitBakker, ...NOT_JUDGED });
		expect(await at.meeting('wim')).toBeNull();
		const { meetings } = await myMeetings(at.store, at.world.actor('wim'), at.app.clock.now());
		expect(meetings).toEqual([]);
	});

	test('VI5 a guest gets the day; not the start, the length or the end', async () => {
		const at = await intake();
		const guest = async () => (await at.meeting('wim'))?.meeting;
		const hidden = { startsAt: null, minutes: null, startedAt: null, closedAt: null };
		expect(await guest()).toMatchObject({ day: '2026-11-24', role: 'guest', ...hidden });
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		expect(await guest()).toMatchObject(hidden);
		for (const key of ['deWitBakker', 'mila', 'amir'] as const)
			await at.world.do('hilde', 'item.carry-over', { itemId: at.world.item[key], ...NOT_JUDGED });
		at.app.clock.advance(50 * 60_000);
		await at.world.do('hilde', 'meeting.close', { meetingId: at.meetingId });
		expect(await guest()).toMatchObject(hidden);
	});

	test('VI6 an administrator of everything is a stranger at the agenda', async () => {
		const at = await intake();
		expect(await at.meeting('petra')).toBeNull();
		expect(await open(at, 'petra', `item:${at.world.item.mila}`)).toMatchObject({ ok: false });
		const { meetings } = await myMeetings(at.store, at.world.actor('petra'), at.app.clock.now());
		expect(meetings).toEqual([]);
	});

	test('VI7 chair and deputy see all, a member the general and the own items, a guest the own', async () => {
		const at = await intake();
		const seenBy = async (person: Who) =>
			(await at.meeting(person))?.agenda.map((line) => line.code ?? line.title);
		const all = [
			'Opening en aanwezigen',
			'Openstaande acties',
			'26-5038',
			'26-8452',
			'26-3391',
			'Afsluiting'
		];
		expect(await seenBy('hilde')).toEqual(all);
		expect(await seenBy('yusuf')).toEqual(all);
		expect(await seenBy('nadia')).toEqual([all[0], all[1], all[5]]);
		expect(await seenBy('wim')).toEqual(['26-5038']);
	});
});

describe('what moves with hidden items', () => {
	test('VI8 only the own expected time, to five minutes, and nothing else is sent', async () => {
		const at = await intake();
		const { open: openTab } = await serveLive(at.app);
		const wim = await openTab(at.world.people.wim.id);
		await wim.ask('view:open', { topic: `meeting:${at.meetingId}` });
		for (let place = 0; place < 3; place += 1)
			await at.world.do('hilde', 'item.move', { itemId: at.world.item.mila, by: -1 });
		await at.world.do('hilde', 'item.set-minutes', { itemId: at.world.item.mila, minutes: 47 });
		const [{ payload }] = [await wim.until(() => true)];
		// Wim hears nothing more than Hilde's own question to him would tell.
		await wim.ask('here', {});
		const parts = wim.frames.map((frame) => Reflect.get(Object(frame.payload), 'part'));
		expect(new Set(parts)).toEqual(new Set(['expected']));
		const times = Reflect.get(Object(payload), 'value') as { itemId: string; at: string }[];
		expect(times.map((one) => one.itemId)).toEqual([at.world.item.deWitBakker]);
		for (const frame of wim.frames)
			for (const time of Reflect.get(Object(frame.payload), 'value') as { at: string }[])
				expect(Date.parse(time.at) % 300_000).toBe(0);
	});

	test('VI9 the video link shows to who is let in at the live item, as long as that lasts', async () => {
		const at = await intake();
		const link = async (person: Who) => (await at.meeting(person))?.meeting.videoLink ?? null;
		const url = 'https://video.noorderveld.example/overleg';
		expect(await link('hilde')).toBe(url);
		for (const person of ['roos', 'nadia', 'wim'] as const) expect(await link(person)).toBeNull();
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		const { deWitBakker: itemId, mila } = at.world.item;
		await at.world.do('hilde', 'item.set-live', { itemId });
		expect(await link('wim')).toBeNull();
		await at.world.do('hilde', 'item.admit', { itemId, personId: at.world.people.wim.id });
		expect(await link('wim')).toBe(url);
		await at.world.do('hilde', 'item.set-live', { itemId: mila });
		expect(await link('wim')).toBeNull();
		await at.world.do('hilde', 'item.set-live', { itemId });
		expect(await link('wim')).toBeNull();
		await at.world.do('hilde', 'item.admit', { itemId, personId: at.world.people.wim.id });
		await at.world.do('wim', 'item.leave', { itemId });
		expect(await link('wim')).toBeNull();
	});

	test('VI10 who is taken out of an item loses it on every open screen', async () => {
		const at = await intake();
		const { open: openTab } = await serveLive(at.app);
		const itemId = at.world.item.deWitBakker;
		const tabs = [
			await openTab(at.world.people.wim.id),
			await openTab(at.world.people.wim.id)
		] as const;
		await tabs[0].ask('view:open', { topic: `item:${itemId}` });
		await tabs[1].ask('view:open', { topic: `meeting:${at.meetingId}` });
		await at.world.do('hilde', 'item.uninvite', { itemId, personId: at.world.people.wim.id });
		for (const [tab, topic] of [
			[tabs[0], `item:${itemId}`],
			[tabs[1], `meeting:${at.meetingId}`]
		] as const)
			await tab.until(
				({ event, payload }) =>
					event === 'view:gone' && Reflect.get(Object(payload), 'topic') === topic
			);
		expect(await tabs[0].ask('view:open', { topic: `item:${itemId}` })).toMatchObject({
			ok: false,
			error: 'not-found'
		});
	});

	test('VI12 who waits and who is let in, only who runs the meeting knows from the agenda', async () => {
		const at = await intake();
		const { open: openTab } = await serveLive(at.app);
		await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
		await at.world.do('hilde', 'item.set-live', { itemId: at.world.item.deWitBakker });
		const topic = `meeting:${at.meetingId}`;
		const wim = await openTab(at.world.people.wim.id);
		await wim.ask('view:open', { topic, remote: true });
		const waitingFor = async (person: Who) => {
			const tab = await openTab(at.world.people[person].id);
			const reply = await tab.ask<{ waiting: { person: { name: string } }[] }>('view:open', {
				topic
			});
			return reply.ok ? reply.value.waiting.map((one) => one.person.name) : reply.error;
		};
		expect(await waitingFor('hilde')).toEqual(['Wim Tuinstra']);
		expect(await waitingFor('roos')).toEqual([]);
		expect(await waitingFor('nadia')).toEqual([]);
		await at.world.do('hilde', 'item.admit', {
			itemId: at.world.item.deWitBakker,
			personId: at.world.people.wim.id
		});
		for (const person of ['roos', 'wim'] as const)
			expect((await at.meeting(person))?.agenda.flatMap((line) => line.admitted)).toEqual([]);
	});
});
