import { endSessionsOf } from '#lib/server/auth/sessions.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import * as Y from 'yjs';
import { expect, test, vi } from 'vitest';
import { noorderveld } from '../support/people.ts';
import { serveLive, type Tab } from '../support/live.ts';
import { done, testApp } from '../support/test-app.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

async function wimAtTheItem() {
	const app = testApp();
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	const { open } = await serveLive(app);
	const wim = await open(world.people.wim.id);
	const itemId = world.item.deWitBakker;
	await wim.ask('view:open', { topic: `item:${itemId}` });
	return { app, world, open, wim, itemId };
}

async function writeAs(tab: Tab, documentId: string, text: string) {
	const opened = (await tab.socket.emitWithAck('document:open', { documentId })) as {
		epoch: number;
		clientId: number;
		state: Uint8Array;
	};
	const doc = new Y.Doc();
	doc.clientID = opened.clientId;
	Y.applyUpdate(doc, new Uint8Array(opened.state));
	const before = Y.encodeStateVector(doc);
	doc.getText('common').insert(0, text);
	return { epoch: opened.epoch, update: Y.encodeStateAsUpdate(doc, before) };
}

test('LV1 someone taken out of an item is deaf and mute there at once', async () => {
	const { world, wim, itemId, open } = await wimAtTheItem();
	const mine = await writeAs(wim, itemId, 'van Wim');
	await world.do('hilde', 'item.uninvite', { itemId, personId: world.people.wim.id });

	expect(await wim.ask('document:update', { documentId: itemId, ...mine })).toEqual({
		ok: false,
		error: 'not-found'
	});
	await wim.until(({ event }) => event === 'view:gone');
	const heard = wim.frames.length;
	const hilde = await open(world.people.hilde.id);
	const hers = await writeAs(hilde, itemId, 'van Hilde');
	expect(await hilde.ask('document:update', { documentId: itemId, ...hers })).toEqual({ ok: true });
	// A round trip after Hilde's edit was stored: had it been sent to Wim, it would be here before this answer.
	await wim.ask('view:open', { topic: `item:${itemId}` });
	expect(wim.frames.slice(heard).map(({ event }) => event)).not.toContain('document:update');
	expect(await wim.command('answer.give', { itemId })).toMatchObject({ ok: false });
});

test('LV7 taken out while an item opens: it does not open, in view or in text', async () => {
	const { app, world, itemId, open } = await wimAtTheItem();
	const wim = await open(world.people.wim.id);
	const append = app.database.append.bind(app.database);
	for (const [event, input] of [
		['view:open', { topic: `item:${itemId}` }],
		['document:open', { documentId: itemId }]
	] as const) {
		await world.do('hilde', 'item.invite', { itemId, personId: world.people.wim.id });
		// Decided after his right was looked at, before he is answered.
		vi.spyOn(app.database, 'append').mockImplementationOnce(async (statements) => {
			await world.do('hilde', 'item.uninvite', { itemId, personId: world.people.wim.id });
			await append(statements);
		});
		expect(await wim.ask(event, input), event).toEqual({ ok: false, error: 'not-found' });
	}
	const heard = wim.frames.length;
	const hilde = await open(world.people.hilde.id);
	const hers = await writeAs(hilde, itemId, 'van Hilde');
	expect(await hilde.ask('document:update', { documentId: itemId, ...hers })).toEqual({ ok: true });
	await wim.ask('here', {});
	expect(wim.frames.slice(heard)).toEqual([]);
});

test('LV2 signing out everywhere closes each open tab; its next frame is the close', async () => {
	const { app, world, wim } = await wimAtTheItem();
	await endSessionsOf(app, world.people.wim.id);
	const closing = await wim.until(({ event }) => event === 'closing');
	expect(wim.frames.at(-1)).toBe(closing);
	await expect.poll(() => wim.socket.connected).toBe(false);
});

test('LV3 an idle session ends by itself, and its tab with it', async () => {
	const { app, wim } = await wimAtTheItem();
	app.clock.advance(31 * 60_000);
	await wim.until(({ event }) => event === 'closing');
	await expect.poll(() => wim.socket.connected).toBe(false);
});

test('LV4 a tab in front of someone keeps the session', async () => {
	const { app, wim, itemId } = await wimAtTheItem();
	for (let quarter = 0; quarter < 4; quarter += 1) {
		app.clock.advance(15 * 60_000);
		await wim.ask('here', {});
	}
	expect(await wim.ask('view:open', { topic: `item:${itemId}` })).toMatchObject({ ok: true });
});

test('LV5 an ended item closes the conversation: everyone admitted is out of the call', async () => {
	const { app, world, wim, itemId } = await wimAtTheItem();
	const topic = `meeting:${world.meeting.cjg}`;
	const seen = await wim.ask<{ meeting: { videoLink: string | null } }>('view:open', { topic });
	expect(seen.ok && seen.value.meeting.videoLink).toContain('https://');
	await done(app, world.actor('hilde'), 'item.carry-over', { itemId, ...NOT_JUDGED });
	const frame = await wim.until(
		({ payload }) => (payload as { part?: string } | undefined)?.part === 'meeting'
	);
	expect(frame.payload).toMatchObject({ value: { videoLink: null } });
});

test('LV6 someone who gets other rights gets a new connection', async () => {
	const { app, wim, world } = await wimAtTheItem();
	await app.database.write((queries) =>
		repositories(queries).people.change(world.people.wim.id, { administers: 'organisation' })
	);
	app.hub.touched(new Set([`person:${world.people.wim.id}`] as const));
	expect((await wim.until(({ event }) => event === 'closing')).payload).toEqual({
		reason: 'account-changed'
	});
});
