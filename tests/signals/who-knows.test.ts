import { expect, it } from 'vitest';
import type { ItemView } from '#lib/protocol/views.ts';
import { loadItemView } from '#lib/server/views/item/load-item-view.ts';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';
import { serveLive } from '../support/live.ts';
import { done, run, stored } from '../support/test-app.ts';
import { HOUSING, type Who, type WithSignals, withSignals } from './support.ts';

const WEEK = 7 * 86_400_000;
const PLAN = { topics: ['plan'], dueOn: '2026-12-08' };

/**
 * De Wit–Bakker is discussed again two weeks later: with Yusuf and, new, Tirza; without Wim and Roos, who
 * were at the first item.
 */
async function twoMeetings() {
	const at = await withSignals();
	const { app, world } = at;
	const hilde = world.actor('hilde');
	await done(app, hilde, 'item.carry-over', { itemId: at.itemId, ...NOT_JUDGED });
	const { meetingId } = await done<{ meetingId: string }>(app, hilde, 'meeting.plan', {
		tableId: world.table.cjg,
		startsAt: new Date(app.clock.now().getTime() + 2 * WEEK).toISOString(),
		minutes: 60,
		place: '',
		videoLink: ''
	});
	// It came along with its people; this time others are asked.
	const items = (await stored(app).agenda.ofMeeting(meetingId)).filter(({ caseId }) => caseId);
	for (const item of items)
		await done(app, hilde, 'item.remove', { itemId: item.id, ...NOT_JUDGED });
	const { itemId: later } = await done<{ itemId: string }>(app, hilde, 'item.add-case', {
		meetingId,
		caseId: world.case.deWitBakker,
		reason: 'Hoe gaat het nu?',
		news: 'De wijkverpleegkundige komt erbij.',
		minutes: 10,
		participants: [world.people.yusuf.id, world.people.tirza.id]
	});
	return { ...at, later };
}

/** All that the case is to someone: item view, page of the case, duties. */
async function everythingOf(at: WithSignals & { later: string }, who: Who, itemId = at.itemId) {
	const store = stored(at.app);
	const actor = at.world.actor(who);
	const now = at.app.clock.now();
	const item = await loadItemView(store, actor, itemId, now);
	const page = await caseView(store, actor, at.world.case.deWitBakker, now);
	return {
		view: item?.parts as ItemView,
		timeline: page?.value.timeline ?? [],
		text: JSON.stringify([item, page, await at.dutiesOf(who)])
	};
}

it('SI8, CK1 a signal of a later item is in no view, duty, time line or frame of a guest of an earlier one', async () => {
	const at = await twoMeetings();
	const { open } = await serveLive(at.app);
	const wim = await open(at.personId('wim'));
	await wim.ask('view:open', { topic: `item:${at.itemId}` });
	await wim.ask('view:open', { topic: `person:${at.personId('wim')}` });
	const { frames } = wim;
	const before = { ...(await everythingOf(at, 'wim')), frames: frames.length };
	const secret = 'VERBORGEN de buurvrouw hoorde geschreeuw';
	const outcome = await at.send('tirza', 'signal.record', {
		...HOUSING,
		itemId: at.later,
		fact: secret,
		// Before the case was opened: the days without help must not tell of it either.
		givenOn: '2026-08-01'
	});
	expect(outcome).toMatchObject({ ok: true });
	const { signalId } = (outcome as { value: { signalId: string } }).value;
	// Something that Wim does hear of, so that all that was sent before it has arrived.
	await at.record('yusuf', { fact: 'OPENBAAR signaal bij het eerste punt' });
	await wim.until(({ payload }) => JSON.stringify(payload).includes('OPENBAAR'));

	const after = await everythingOf(at, 'wim');
	for (const text of [after.text, JSON.stringify(frames)]) {
		expect(text).not.toContain('VERBORGEN');
		expect(text).not.toContain(signalId);
	}
	expect(frames.length - before.frames).toBe(1);
	expect(after.view.signals.signals.map(({ fact }) => fact)).toEqual([
		'OPENBAAR signaal bij het eerste punt'
	]);
	expect(after.view.coordination).toEqual(before.view.coordination);
	expect(after.timeline.length).toBe(before.timeline.length + 1);
	for (const [name, more] of [
		['signal.withdraw', { reason: 'x' }],
		['feedback.cannot', { reason: 'x' }],
		['feedback.reopen', {}]
	] as const)
		expect(await at.send('wim', name, { signalId, expected: 1, ...more })).toEqual({
			ok: false,
			error: 'not-found'
		});
	const hilde = await everythingOf(at, 'hilde');
	expect(hilde.text).toContain('VERBORGEN');
	expect(hilde.view.coordination.daysWithoutHelp).toBe(115);
});

it('SI8, CK1 whoever is new at a later item knows the earlier signals', async () => {
	const at = await twoMeetings();
	const id = await at.record('wim', { signallerId: at.personId('wim') });
	const tirza = await everythingOf(at, 'tirza', at.later);
	expect(tirza.view.signals.signals.map((one) => one.id)).toEqual([id]);
	expect(tirza.timeline.some((event) => event.id === `signal-${id}`)).toBe(true);
});

it('SI8 what is agreed at a later item about an earlier signal is not told to who is not there', async () => {
	const at = await twoMeetings();
	const id = await at.record('yusuf');
	await at.step('yusuf', 'feedback.agree', id, { ...PLAN, tellerId: at.personId('yusuf') });
	const before = await everythingOf(at, 'wim');
	const later = { itemId: at.later, signalId: id };
	expect(
		await at.send('yusuf', 'feedback.give', {
			...later,
			byId: at.personId('tirza'),
			on: '2026-11-24',
			how: 'VERBORGEN huisbezoek',
			expected: 2
		})
	).toMatchObject({ ok: true });
	expect((await everythingOf(at, 'wim')).text).toEqual(before.text);
	const tirza = await everythingOf(at, 'tirza', at.later);
	expect(tirza.view.signals.signals[0]?.feedback).toMatchObject({
		status: 'given',
		given: { by: 'Tirza Oosting' }
	});
	// Hilde takes it back from the first item's page: it builds on the later step, and stays there.
	await at.step('hilde', 'feedback.reopen', id);
	expect((await everythingOf(at, 'wim')).text).toEqual(before.text);
	expect((await everythingOf(at, 'tirza', at.later)).text).toContain('"status":"owed"');
});

it('SI8 who was to tell and is replaced without being there learns only that it is no longer his or hers', async () => {
	const at = await twoMeetings();
	const id = await at.record('wim');
	await at.step('wim', 'feedback.agree', id, { ...PLAN, tellerId: at.personId('wim') });
	expect(await at.dutiesOf('wim')).toHaveLength(1);
	const outcome = await run(at.app, at.world.actor('yusuf'), 'feedback.agree', {
		itemId: at.later,
		signalId: id,
		topics: ['being-worked-on'],
		line: 'VERBORGEN afspraak',
		tellerId: at.personId('tirza'),
		dueOn: '2026-12-01',
		expected: 2
	});
	expect(outcome).toMatchObject({ ok: true });
	expect(await at.dutiesOf('wim')).toEqual([]);
	expect(await at.dutiesOf('tirza')).toHaveLength(1);
	const wim = await everythingOf(at, 'wim');
	expect(wim.view.signals.signals[0]?.feedback).toMatchObject({
		status: 'owed',
		mine: false,
		released: true,
		topics: ['plan']
	});
	expect(wim.text).not.toContain('VERBORGEN');
	expect(wim.text).not.toContain('Tirza');
});

it('SI9 the time line shows a signal on the day it was given', async () => {
	const at = await withSignals();
	const signalId = await at.record('hilde');
	const { timeline } = await everythingOf({ ...at, later: '' }, 'roos');
	expect(timeline.find(({ id }) => id === `signal-${signalId}`)).toMatchObject({
		on: '2026-11-20',
		area: 'signals',
		detail: { organisation: 'woningcorporatie' }
	});
});
