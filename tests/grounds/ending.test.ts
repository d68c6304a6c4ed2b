import { expect, test } from 'vitest';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { noorderveld } from '../support/people.ts';
import { serveLive } from '../support/live.ts';
import { run, stored, testApp, TestClock } from '../support/test-app.ts';

const DAY = 86_400_000;

/** Wim at De Wit–Bakker with its page and its text open. */
async function wimReads(clock = new TestClock()) {
	const app = testApp({ clock });
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	const { open } = await serveLive(app);
	const wim = await open(world.people.wim.id);
	const itemId = world.item.deWitBakker;
	const topic = `item:${itemId}`;
	expect(await wim.ask('view:open', { topic })).toMatchObject({ ok: true });
	expect(await wim.ask('document:open', { documentId: itemId })).toMatchObject({ ok: true });
	const police = world.organisation.police;
	const untilOut = async () => {
		await wim.until(({ event }) => event === 'view:gone');
		await wim.until(({ event }) => event === 'document:gone');
	};
	const isOut = async () => {
		for (const [event, input] of [
			['view:open', { topic }],
			['document:open', { documentId: itemId }]
		] as const)
			expect(await wim.ask(event, input), event).toEqual({ ok: false, error: 'not-found' });
		expect(await wim.command('item.arrive', { itemId })).toEqual({
			ok: false,
			error: 'not-found'
		});
	};
	return { app, world, open, wim, itemId, police, untilOut, isOut };
}

test('GC5 a withdrawn ground puts its people out at once, in view and in text, and keeps them out', async () => {
	const { app, world, itemId, police, untilOut, isOut } = await wimReads();
	const hilde = world.actor('hilde');
	expect(
		await run(app, world.actor('roos'), 'ground.withdraw', {
			...{ itemId, organisationId: police, reason: 'x' }
		})
	).toEqual({ ok: false, error: 'presenter-only' });
	await world.do('hilde', 'ground.withdraw', {
		...{ itemId, organisationId: police, reason: 'De ouders willen het niet.' }
	});
	await untilOut();
	await isOut();
	const wim = world.people.wim.id;
	expect(await run(app, hilde, 'item.invite', { itemId, personId: wim })).toMatchObject({
		error: 'ground-required'
	});
	await world.do('hilde', 'ground.record', {
		...{ itemId, organisationId: police, ground: 'vital-interest' },
		...{ explanation: 'Er is een wapen in huis.', informed: true, expected: 1 }
	});
	await isOut();
	await world.do('hilde', 'item.invite', { itemId, personId: wim });
	const again = await caseView(
		stored(app),
		world.actor('wim'),
		world.case.deWitBakker,
		app.clock.now()
	);
	expect(again?.value.timeline).toContainEqual(
		expect.objectContaining({
			kind: 'ground-withdrawn',
			detail: { organisation: 'Politie Noorderveld', because: 'De ouders willen het niet.' }
		})
	);
});

test('GC6 the last day counts; after it an open screen is closed, and the log says on whose word', async () => {
	const tenToMidnight = new TestClock(new Date('2026-11-24T22:50:00.000Z'));
	const { app, world, wim, itemId, police, untilOut, isOut } = await wimReads(tenToMidnight);
	await world.do('hilde', 'ground.record', {
		...{ itemId, organisationId: police, ground: 'police-act', informed: true },
		...{ endsOn: '2026-11-24', expected: 0 }
	});
	app.clock.advance(9 * 60_000);
	expect(await wim.ask('view:open', { topic: `item:${itemId}` })).toMatchObject({ ok: true });
	app.clock.advance(2 * 60_000);
	// Nobody asks for anything: what is open is closed all the same.
	await untilOut();
	await isOut();
	const [row] = (await stored(app).log.newest(50)).filter(
		({ event }) => event === 'ground.end-by-date'
	);
	expect(row).toMatchObject({
		personId: world.people.hilde.id,
		objectId: itemId,
		ground: 'end-date'
	});
});

test('GC6 who asks first on the next day is answered by that day, by page, command and view', async () => {
	for (const first of ['command', 'view', 'text'] as const) {
		const { app, world, itemId, police, open } = await wimReads();
		await world.do('hilde', 'ground.record', {
			...{ itemId, organisationId: police, ground: 'police-act', informed: true },
			...{ endsOn: '2026-11-25', expected: 0 }
		});
		app.clock.advance(2 * DAY);
		const wim = await open(world.people.wim.id);
		const answer =
			first === 'command'
				? await run(app, world.actor('wim'), 'item.leave', { itemId })
				: first === 'view'
					? await wim.ask('view:open', { topic: `item:${itemId}` })
					: await wim.ask('document:open', { documentId: itemId });
		expect(answer, first).toEqual({ ok: false, error: 'not-found' });
	}
});

test('GC7 a past last day of who runs the table is said, and puts nobody out', async () => {
	const { app, world, itemId, open } = await wimReads();
	await world.do('hilde', 'ground.record', {
		...{ itemId, organisationId: world.organisation.cjg, ground: 'youth-act', informed: true },
		...{ endsOn: '2026-11-24', expected: 0 }
	});
	app.clock.advance(2 * DAY);
	const hilde = await open(world.people.hilde.id);
	const view = await hilde.ask<{ grounds: { grounds: object[] } }>('view:open', {
		topic: `item:${itemId}`
	});
	expect(view.ok && view.value.grounds.grounds).toContainEqual(
		expect.objectContaining({ organisation: 'CJG Noorderveld', expired: true, ended: null })
	);
});
