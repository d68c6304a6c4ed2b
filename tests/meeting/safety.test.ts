import { expect, test } from 'vitest';
import { NOT_JUDGED } from '../support/not-judged.ts';
import { course } from './support.ts';

const REFUSED = { ok: false, error: 'safety-not-discussed' };

test('MT5 carried over without a judgement it says why; with one it needs none', async () => {
	const at = await course();
	const itemId = at.world.item.deWitBakker;
	await at.world.goLive('deWitBakker', []);
	expect(await at.try('hilde', 'item.carry-over', { itemId })).toEqual(REFUSED);
	const mistake = { itemId, notJudged: { why: 'mistake' } };
	expect(await at.try('hilde', 'item.carry-over', mistake)).toEqual(REFUSED);
	const other = { itemId, notJudged: { why: 'other', note: '  ' } };
	expect(await at.try('hilde', 'item.carry-over', other)).toMatchObject({
		error: 'reason-required'
	});
	const [daan = '', lotte = ''] = at.world.children.deWitBakker;
	await at.judge(itemId, [daan], 'acutely-unsafe');
	// One child of two was judged: that of the other was skipped.
	expect(await at.try('hilde', 'item.carry-over', { itemId })).toEqual(REFUSED);
	expect((await at.at('hilde', at.meetingId))?.agenda.find(({ id }) => id === itemId)?.judged).toBe(
		false
	);
	await at.judge(itemId, [lotte], 'structurally-unsafe');
	expect((await at.at('hilde', at.meetingId))?.agenda.find(({ id }) => id === itemId)?.judged).toBe(
		true
	);
	expect(await at.try('hilde', 'item.carry-over', { itemId })).toMatchObject({ ok: true });
	expect(await at.store.safetySkips.ofCases([at.world.case.deWitBakker])).toEqual([]);
});

test('MT5 a general item needs no reason, and a meeting does not close past a case', async () => {
	const at = await course();
	await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
	const [opening] = await at.store.agenda.ofMeeting(at.meetingId);
	expect(await at.try('hilde', 'item.carry-over', { itemId: opening?.id })).toMatchObject({
		ok: true
	});
	expect(await at.try('hilde', 'meeting.close', { meetingId: at.meetingId })).toMatchObject({
		error: 'items-left'
	});
});

test('MT5 taken off its last agenda it says why; a case that stands on another one needs none', async () => {
	const at = await course();
	const itemId = at.world.item.mila;
	expect(await at.try('hilde', 'item.remove', { itemId })).toEqual(REFUSED);
	const later = await at.later();
	await at.world.do('hilde', 'item.add-case', {
		...{ meetingId: later, caseId: at.world.case.mila, reason: 'a', news: 'b', minutes: 5 },
		participants: []
	});
	expect(await at.try('hilde', 'item.remove', { itemId })).toMatchObject({ ok: true });
	const there = await at.itemOf(later, at.world.case.mila);
	const mistake = { itemId: there, notJudged: { why: 'mistake' } };
	expect(await at.try('hilde', 'item.remove', mistake)).toMatchObject({ ok: true });
	expect(await at.store.safetySkips.ofCases([at.world.case.mila])).toMatchObject([
		{ how: 'removed', why: 'mistake' }
	]);
});

test('MT6 at the next item it says so, with how often; a judgement ends the count', async () => {
	const at = await course();
	await at.closeAll();
	at.days(7);
	const second = await at.plan(0);
	const caseId = at.world.case.deWitBakker;
	const itemId = await at.itemOf(second, caseId);
	expect((await at.item('wim', itemId))?.lastTime.skipped).toEqual({
		count: 1,
		on: '2026-11-24',
		why: 'no-time',
		note: '',
		name: 'Hilde Kremer'
	});
	await at.world.do('hilde', 'meeting.start', { meetingId: second });
	await at.world.do('hilde', 'item.set-live', { itemId });
	await at.world.do('hilde', 'item.carry-over', {
		itemId,
		notJudged: { why: 'other', note: 'Roos viel uit.' }
	});
	await at.closeAll(second);
	at.days(7);
	const third = await at.plan(0);
	const again = await at.itemOf(third, caseId);
	expect((await at.item('roos', again))?.lastTime.skipped).toMatchObject({
		count: 2,
		why: 'other',
		note: 'Roos viel uit.'
	});
	const line = (await at.at('wim', third))?.agenda.find(({ id }) => id === again);
	expect(line?.skips).toBe(2);

	await at.world.do('hilde', 'meeting.start', { meetingId: third });
	await at.world.do('hilde', 'item.set-live', { itemId: again });
	at.app.clock.advance(60_000);
	await at.judge(again, at.world.children.deWitBakker, 'undetermined');
	await at.world.do('hilde', 'item.carry-over', { itemId: again });
	await at.closeAll(third);
	at.days(7);
	const fourth = await at.itemOf(await at.plan(0), caseId);
	expect((await at.item('wim', fourth))?.lastTime.skipped).toBeNull();
});

test('MT6, CK1 whoever takes part in an earlier item only knows nothing of a later skip', async () => {
	const at = await course();
	await at.closeAll();
	at.days(7);
	const second = await at.plan(0);
	const itemId = await at.itemOf(second, at.world.case.deWitBakker);
	await at.world.do('hilde', 'item.uninvite', { itemId, personId: at.world.people.wim.id });
	await at.world.do('hilde', 'item.carry-over', {
		itemId,
		notJudged: { why: 'other', note: 'GEHEIM NA WIM' }
	});
	const seen = await at.item('wim', at.world.item.deWitBakker);
	expect(JSON.stringify(seen)).not.toContain('GEHEIM NA WIM');
	expect(seen?.lastTime.skipped).toBeNull();
	expect(await at.item('wim', itemId)).toBeNull();
	// Nadia sits at the table and was asked to none of it.
	expect(JSON.stringify(await at.at('nadia', second))).not.toContain('GEHEIM');
	expect((await at.at('nadia', second))?.agenda.filter(({ kind }) => kind === 'case')).toEqual([]);
});

test('MA19 a refused carry over stores no reason', async () => {
	const at = await course();
	const itemId = at.world.item.mila;
	const input = { itemId, meetingId: at.meetingId, ...NOT_JUDGED };
	expect(await at.try('hilde', 'item.carry-over', input)).toMatchObject({ ok: false });
	expect(await at.store.safetySkips.ofCases([at.world.case.mila])).toEqual([]);
});
