import type { App } from '#lib/server/app.ts';
import { expect, test } from 'vitest';
import { noorderveld, type Noorderveld } from '../support/people.ts';
import { serveLive, type Tab } from '../support/live.ts';
import { done, testApp } from '../support/test-app.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

/** Frames without what differs by nature: ids, moments, and the one allowed exception, the own expected time. */
function transcript(tab: Tab) {
	return tab.frames
		.filter(({ payload }) => !(isPart(payload) && payload.part === 'expected'))
		.map(({ event, payload }) => ({
			event,
			part: isPart(payload) ? payload.part : null,
			bytes: JSON.stringify(payload).length
		}));
}

function isPart(payload: unknown): payload is { part: string } {
	return typeof payload === 'object' && payload !== null && 'part' in payload;
}

/** The whole meeting as the chair runs it, with `hidden` other cases, seen from the wijkagent's tab. */
async function meetingSeenByWim(hidden: number) {
	const app = testApp();
	const world = await noorderveld(app);
	const meetingId = world.meeting.cjg;
	const others = await hiddenItems(app, world, hidden);
	const { open } = await serveLive(app);
	const wim = await open(world.people.wim.id);
	const hilde = await open(world.people.hilde.id);
	const itemId = world.item.deWitBakker;

	const replies = [
		await wim.ask('view:open', { topic: `meeting:${meetingId}`, remote: true }),
		await wim.ask('view:open', { topic: `item:${itemId}` })
	];
	for (const other of others) {
		replies.push(await wim.ask('view:open', { topic: `item:${others[0]}` }));
		expect(await wim.ask('document:open', { documentId: other })).toEqual({
			ok: false,
			error: 'not-found'
		});
	}
	await hilde.ask('view:open', { topic: `meeting:${meetingId}` });
	await hilde.command('meeting.start', { meetingId });
	for (const other of others) {
		await hilde.command('item.set-live', { itemId: other });
		await hilde.ask('view:open', { topic: `item:${other}` });
		await hilde.command('answer.give', {
			itemId: other,
			subjectId: world.children.mila[0],
			questionId: 'A1',
			value: { kind: 'scale', choice: 'not-checked' },
			expected: 0
		});
		await hilde.command('item.carry-over', { itemId: other, ...NOT_JUDGED });
	}
	await hilde.command('item.set-live', { itemId });
	await hilde.command('item.admit', { itemId, personId: world.people.wim.id });
	await done(app, world.actor('wim'), 'answer.give', {
		itemId,
		subjectId: world.children.deWitBakker[0],
		questionId: 'A4',
		value: { kind: 'scale', choice: 'observed' },
		source: 'politie ter plaatse',
		observedOn: '2026-11-21',
		expected: 0
	});
	await wim.until(({ payload }) => JSON.stringify(payload).includes('politie ter plaatse'));
	return {
		frames: transcript(wim),
		replies: replies.slice(0, 2).map((reply) => JSON.stringify(reply).length),
		refusals: replies.slice(2),
		all: JSON.stringify([replies, wim.frames]),
		others
	};
}

async function hiddenItems(app: App, world: Noorderveld, hidden: number): Promise<string[]> {
	await done(app, world.actor('hilde'), 'item.remove', { itemId: world.item.amir, ...NOT_JUDGED });
	await done(app, world.actor('hilde'), 'item.remove', { itemId: world.item.mila, ...NOT_JUDGED });
	const items: string[] = [];
	for (let made = 0; made < hidden; made += 1) {
		const { caseId } = await done<{ caseId: string }>(app, world.actor('hilde'), 'case.open', {
			tableId: world.table.cjg,
			children: [{ firstName: `Verborgen${made}`, birthMonth: '2020-01' }],
			caregivers: []
		});
		const { itemId } = await done<{ itemId: string }>(app, world.actor('hilde'), 'item.add-case', {
			meetingId: world.meeting.cjg,
			caseId,
			reason: 'Geheime reden',
			news: 'Geheim nieuws',
			minutes: 12,
			participants: [world.people.yusuf.id, world.people.roos.id]
		});
		for (let step = 0; step < 8; step += 1)
			await done(app, world.actor('hilde'), 'item.move', { itemId, by: -1 });
		items.push(itemId);
	}
	return items;
}

test('VI1 a guest receives the same frames and answers with one and with five hidden items', async () => {
	const one = await meetingSeenByWim(1);
	const five = await meetingSeenByWim(5);
	expect(five.frames).toEqual(one.frames);
	expect(five.replies).toEqual(one.replies);
	expect(one.frames.length).toBeGreaterThan(4);
});

test('VI2 nothing of a hidden item is in any frame: no title, reason, name or id', async () => {
	const { all, others, refusals } = await meetingSeenByWim(2);
	expect(all).not.toContain('Verborgen');
	expect(all).not.toContain('Geheim');
	for (const other of others) expect(all).not.toContain(other);
	for (const refusal of refusals) expect(refusal).toEqual({ ok: false, error: 'not-found' });
});

test('VI3 absent and forbidden answer alike', async () => {
	const app = testApp();
	const world = await noorderveld(app);
	const { open } = await serveLive(app);
	const wim = await open(world.people.wim.id);
	const forbidden = await wim.ask('view:open', { topic: `item:${world.item.mila}` });
	const absent = await wim.ask('view:open', { topic: 'item:aaaaaaaaaaaaaaaaaaaaaa' });
	expect(forbidden).toEqual(absent);
});
