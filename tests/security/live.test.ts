import * as Y from 'yjs';
import { expect, test, vi } from 'vitest';
import { PROTOCOL_VERSION } from '#lib/protocol/live.ts';
import { startSession, sessionCookieName } from '#lib/server/auth/sessions.ts';
import { cookieOf, openTab, serveLive, type Tab } from '../support/live.ts';
import { noorderveld } from '../support/people.ts';
import { done, stored, testApp } from '../support/test-app.ts';
import { io } from 'socket.io-client';

async function atTheIntake(env?: Record<string, string>) {
	const app = testApp(env ? { env } : {});
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	const { open, url } = await serveLive(app);
	return { app, world, open, url, itemId: world.item.deWitBakker };
}

/** Opens the text of an item; gives a way to write in it. */
async function writer(tab: Tab, documentId: string) {
	const opened = (await tab.socket.emitWithAck('document:open', { documentId })) as {
		ok: boolean;
		epoch: number;
		clientId: number;
		state: Uint8Array;
	};
	expect(opened).toMatchObject({ ok: true });
	const doc = new Y.Doc();
	doc.clientID = opened.clientId;
	Y.applyUpdate(doc, new Uint8Array(opened.state));
	return (text: string) => {
		const before = Y.encodeStateVector(doc);
		doc.getText('common').insert(0, text);
		const update = Y.encodeStateAsUpdate(doc, before);
		return tab.ask('document:update', { documentId, epoch: opened.epoch, update });
	};
}

const GONE = ['view:gone', 'document:gone', 'closing'];
const heardAfter = (tab: Tab, from: number) =>
	tab.frames.slice(from).filter(({ event }) => !GONE.includes(event));

test('SE1 who loses the seat that opened an item is deaf there at once: no view, no text', async () => {
	const { app, world, open, itemId } = await atTheIntake();
	// The deputy's seat alone opens the item for him.
	await world.do('hilde', 'item.uninvite', { itemId, personId: world.people.yusuf.id });
	const yusuf = await open(world.people.yusuf.id);
	await yusuf.ask('view:open', { topic: `item:${itemId}` });
	await yusuf.ask('view:open', { topic: `meeting:${world.meeting.cjg}` });
	await writer(yusuf, itemId);
	const wim = await open(world.people.wim.id);
	const write = await writer(wim, itemId);

	await done(app, world.actor('petra'), 'seat.remove', {
		tableId: world.table.cjg,
		personId: world.people.yusuf.id
	});
	await yusuf.until(({ event }) => event === 'document:gone');
	await yusuf.until(
		({ event, payload }) =>
			event === 'view:gone' && Reflect.get(Object(payload), 'topic') === `item:${itemId}`
	);
	const heard = yusuf.frames.length;
	expect(await write('van Wim')).toEqual({ ok: true });
	await yusuf.ask('here', {});
	expect(heardAfter(yusuf, heard)).toEqual([]);
});

test('SE2 from the moment an account is closed its open tab gets no answer but a refusal', async () => {
	const { app, world, open, itemId } = await atTheIntake();
	const wim = await open(world.people.wim.id);
	await wim.ask('view:open', { topic: `item:${itemId}` });
	const heard = wim.frames.length;
	// Both wait for the single writer; the account is closed first.
	const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
	const held = app.database.write(() => gate);
	const write = vi.spyOn(app.database, 'write');
	const closed = done(app, world.actor('petra'), 'person.disable', {
		personId: world.people.wim.id
	});
	const late = wim.command('item.leave', { itemId }).catch(() => 'no answer');
	await expect.poll(() => write.mock.calls.length).toBe(2);
	letGo();
	await Promise.all([held, closed]);
	await expect.poll(() => wim.socket.connected).toBe(false);
	expect(heardAfter(wim, heard)).toEqual([]);
	wim.socket.disconnect();
	expect(['no answer', { ok: false, error: 'signed-out' }]).toContainEqual(await late);
	const left = await stored(app).agenda.participant(itemId, world.people.wim.id);
	expect(left?.leftAt).toBeNull();
});

test('SE3 no event of a tab is free of charge: a flood of any of them is slowed down', async () => {
	const { world, open } = await atTheIntake();
	const absent = 'aaaaaaaaaaaaaaaaaaaaaa';
	const floods: [string, unknown][] = [
		['here', {}],
		['view:close', { topic: `item:${absent}` }],
		['document:open', { documentId: absent }],
		['document:update', { documentId: absent, epoch: 1, update: new Uint8Array([0, 0]) }],
		['document:cursor', { documentId: absent, root: null }],
		['document:leave', { documentId: absent }]
	];
	for (const [event, payload] of floods) {
		const wim = await open(world.people.wim.id);
		const answers = await Promise.all(Array.from({ length: 400 }, () => wim.ask(event, payload)));
		expect(answers, event).toContainEqual({ ok: false, error: 'too-fast' });
		wim.socket.close();
	}
});

test('SE4 asking for texts that are not there leaves nothing behind in memory', async () => {
	const { app, world, open, itemId } = await atTheIntake();
	const wim = await open(world.people.wim.id);
	for (let n = 0; n < 20; n += 1)
		await wim.ask('document:open', { documentId: `aaaaaaaaaaaaaaaaaaaa${n + 10}` });
	await wim.ask('document:open', { documentId: itemId });
	expect(app.hub.access.size).toBe(1);
});

test('SE5 closing what one does not look at tells nobody anything', async () => {
	const { app, world, open, itemId } = await atTheIntake();
	const pushed: string[][] = [];
	const presenceChanged = app.hub.presenceChanged.bind(app.hub);
	app.hub.presenceChanged = (topics) => {
		const all = [...topics];
		pushed.push(all);
		presenceChanged(all);
	};
	const jeroen = await open(world.people.jeroen.id);
	await jeroen.ask('view:close', { topic: `item:${itemId}` });
	await jeroen.ask('view:close', { topic: `meeting:${world.meeting.cjg}` });
	expect(pushed.flat()).toEqual([]);
});

test('SE6 one person has a limited number of open tabs; that of another is not touched by it', async () => {
	const { world, open } = await atTheIntake();
	const tabs = await Promise.all(Array.from({ length: 30 }, () => open(world.people.wim.id)));
	await expect(open(world.people.wim.id)).rejects.toThrow('too-many-tabs');
	const hilde = await open(world.people.hilde.id);
	expect(hilde.socket.connected).toBe(true);
	tabs[0]?.socket.close();
	await expect.poll(async () => (await openOrNull(open, world.people.wim.id)) !== null).toBe(true);
});

async function openOrNull(open: (personId: string) => Promise<Tab>, personId: string) {
	return open(personId).catch(() => null);
}

test('SE7 behind a proxy the access log holds the address the proxy saw, not what the visitor wrote', async () => {
	const { app, world, url, itemId } = await atTheIntake({
		ADDRESS_HEADER: 'x-forwarded-for',
		XFF_DEPTH: '1'
	});
	const cookie = await cookieOf(app, world.people.wim.id);
	const addressWith = async (forwarded: string) => {
		const socket = io(url, {
			transports: ['websocket'],
			forceNew: true,
			reconnection: false,
			auth: { protocol: PROTOCOL_VERSION },
			extraHeaders: {
				cookie,
				origin: app.settings.publicUrl.origin,
				'x-forwarded-for': forwarded
			}
		});
		await new Promise<void>((resolve, reject) => {
			socket.once('connect', resolve);
			socket.once('connect_error', reject);
		});
		await socket.emitWithAck('view:open', { topic: `item:${itemId}` });
		socket.close();
		return (await stored(app).log.newest(1))[0]?.clientAddress;
	};
	expect(await addressWith('10.9.9.9, nonsense" event=x, 203.0.113.7')).toBe('203.0.113.7');
	expect(await addressWith('203.0.113.8')).toBe('203.0.113.8');
	expect(await addressWith('x'.repeat(5000))).not.toContain('xxx');
});

test('SE8 a session that still waits for the second factor opens no live connection', async () => {
	const { app, world, url } = await atTheIntake();
	const half = await startSession(app, world.people.wim.id, { complete: false });
	const cookie = `${sessionCookieName(app.settings)}=${half.value}`;
	await expect(openTab(url, app, cookie)).rejects.toThrow('signed-out');
});
