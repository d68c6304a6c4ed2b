import { setTimeout as passing } from 'node:timers/promises';
import { BACKLOG_LIMIT } from '#lib/server/realtime/backlog.ts';
import type { Connection } from '#lib/server/realtime/connection.ts';
import { expect, test, vi } from 'vitest';
import { cookieOf, serveLive } from '../support/live.ts';
import { noorderveld } from '../support/people.ts';
import { done, testApp } from '../support/test-app.ts';
import { amount, figure, ms } from './support/form.ts';
import { Line } from './support/line.ts';
import { Network } from './support/proxy.ts';
import { RawTab } from './support/raw-tab.ts';
import { Writer } from './support/writer.ts';

vi.hoisted(() => (process.env.LOG_LEVEL = 'silent'));

const CUT_MS = amount({ full: 60_000, short: 1_500 });
const MINUTES = 60_000;
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 30_000, interval: 5 });
const read = ({ document }: Writer) => document.text('common').toString();

async function meeting() {
	const app = testApp();
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	const { url } = await serveLive(app);
	const itemId = world.item.deWitBakker;
	const origin = app.settings.publicUrl.origin;
	const cookie = (person: 'wim' | 'roos' | 'hilde') => cookieOf(app, world.people[person].id);
	return { app, world, url, itemId, origin, cookie };
}

test(
	`FT6 the network is cut for ${CUT_MS / 1000} s while both sides write: merged on return, no letter lost`,
	{ timeout: 5 * MINUTES },
	async () => {
		const { app, url, itemId, origin, cookie } = await meeting();
		const network = await Network.to(url);
		const wim = new Writer(
			'wim',
			new Line(network.url, { cookie: await cookie('wim'), origin }),
			itemId
		);
		const roos = new Writer(
			'roos',
			new Line(url, { cookie: await cookie('roos'), origin }),
			itemId
		);
		const both = [wim, roos];
		await until(() =>
			expect(both.map(({ document }) => document.status)).toEqual(['open', 'open'])
		);
		for (const writer of both) writer.begin();
		// The app's clock stands still, and with it what a tab may send.
		const clock = setInterval(() => app.clock.advance(100), 100);
		await until(() => expect(both.map((one) => one.acknowledged.length > 5)).toEqual([true, true]));

		network.cut();
		await until(() => expect(wim.line.connected).toBe(false));
		const stored = wim.acknowledged.length;
		await passing(CUT_MS);
		expect(wim.acknowledged.length).toBe(stored);
		expect(wim.document.unsaved).toBeGreaterThan(10);
		const waiting = wim.document.unsaved;
		network.mend();
		const mended = performance.now();
		await until(() => expect(wim.line.connected).toBe(true));
		const connected = performance.now();
		for (const writer of both) await writer.stop();
		await until(() => expect(both.map(({ document }) => document.unsaved)).toEqual([0, 0]));
		await until(() => expect(read(wim)).toBe(read(roos)));
		const merged = performance.now();
		clearInterval(clock);

		const typed = both.flatMap((writer) => writer.typed);
		const words = read(wim).split(' ').filter(Boolean);
		const lost = typed.filter((word) => !words.includes(word)).join('').length;
		figure(
			`network cut for ${CUT_MS / 1000} s, both sides writing`,
			`${lost} letters lost of ${waiting} words waiting; connected ${ms(connected - mended)} after, ` +
				`merged ${ms(merged - connected)} after that`
		);
		expect(words.toSorted()).toEqual(typed.toSorted());
		expect((await app.hub.rooms.texts(itemId))?.common).toBe(read(wim));
		for (const { document } of both) expect(document.draft).toEqual([]);
	}
);

test('FT7 removed while cut off: what was typed meanwhile is refused and handed back, the text is gone', async () => {
	const { app, world, url, itemId, origin, cookie } = await meeting();
	const network = await Network.to(url);
	const wim = new Writer(
		'wim',
		new Line(network.url, { cookie: await cookie('wim'), origin }),
		itemId
	);
	const roos = new Writer('roos', new Line(url, { cookie: await cookie('roos'), origin }), itemId);
	await until(() =>
		expect([wim, roos].map(({ document }) => document.status)).toEqual(['open', 'open'])
	);
	wim.type();
	await until(() => expect(read(roos)).toBe('wim0 '));
	network.cut();
	await until(() => expect(wim.line.connected).toBe(false));
	const offline = [wim.type(), wim.type()];
	await done(app, world.actor('hilde'), 'item.uninvite', { itemId, personId: world.people.wim.id });
	network.mend();
	await until(() => expect(wim.document.status).toBe('gone'));
	const draft = wim.document.draft.map(({ text }) => text).join('');
	figure(
		'removed while cut off',
		`0 of ${offline.length} edits stored; told, own words in the draft, text cleared`
	);
	for (const word of offline) {
		expect(draft).toContain(word);
		expect(read(roos)).not.toContain(word);
	}
	expect(draft).not.toContain('wim0');
	expect(read(wim)).toBe('');
	expect((await app.hub.rooms.texts(itemId))?.common).toBe('wim0 ');
});

/** What the server keeps for one tab: not yet given to the transport, and not yet sent by it. */
function backlogOf(connection: Connection): number {
	const { conn } = connection.socket;
	const queued: unknown = Reflect.get(conn, 'writeBuffer');
	const socket: unknown = Reflect.get(conn.transport, 'socket');
	let bytes = Number(Reflect.get(Object(socket), 'bufferedAmount') ?? 0);
	for (const packet of Array.isArray(queued) ? queued : []) {
		const data: unknown = Reflect.get(Object(packet), 'data');
		if (typeof data === 'string' || ArrayBuffer.isView(data))
			bytes += typeof data === 'string' ? data.length : data.byteLength;
	}
	return bytes;
}

test(
	'FT8 a client that stops reading is dropped before a megabyte waits for it, and comes back in step',
	{ timeout: 3 * MINUTES },
	async () => {
		const { app, world, url, itemId, origin, cookie } = await meeting();
		const slow = new Writer('wim', new Line(url, { cookie: await cookie('wim'), origin }), itemId);
		await until(() => expect(slow.document.status).toBe('open'));
		const roos = await RawTab.open(url, await cookie('roos'), itemId, { origin });
		const connection = [...app.hub.connections.values()].find(
			({ personId }) => personId === world.people.wim.id
		);
		if (!connection) throw new Error('Wim is not there');
		const gone = vi.fn();
		slow.line.socket.on('disconnect', gone);
		const reading = engineSocketOf(slow.line);
		reading.pause();

		const LONG = 'a'.repeat(56_000);
		let most = 0;
		let sent = 0;
		const watch = setInterval(() => (most = Math.max(most, backlogOf(connection))), 1);
		while (app.hub.connections.has(connection.id)) {
			app.clock.advance(4_000);
			expect(await roos.send(roos.make((doc) => doc.getText('common').insert(0, LONG)))).toEqual({
				ok: true
			});
			most = Math.max(most, backlogOf(connection));
			expect(
				await roos.send(roos.make((doc) => doc.getText('common').delete(0, LONG.length)))
			).toEqual({ ok: true });
			sent += LONG.length;
			expect(sent).toBeLessThan(64 * 1024 * 1024);
		}
		clearInterval(watch);
		expect(await roos.write('Nog hier. ')).toEqual({ ok: true });
		reading.resume();
		await until(() => expect(gone).toHaveBeenCalled());
		await until(() => expect(read(slow)).toBe('Nog hier. '));
		slow.type();
		await until(() => expect(roos.doc.getText('common').toString()).toContain('wim0'));
		figure(
			'slow consumer',
			`at most ${Math.round(most / 1024)} KB waiting (limit ${BACKLOG_LIMIT / 1024} KB and one packet), dropped after ${Math.round(sent / 1024 / 1024)} MB, in step on return`
		);
		expect(most).toBeLessThan(BACKLOG_LIMIT + 64 * 1024 * 2);
	}
);

interface Pausable {
	pause(): void;
	resume(): void;
}

/** The websocket under a tab: paused, it leaves what comes in with the operating system. */
function engineSocketOf(line: Line): Pausable {
	return Reflect.get(line.socket.io.engine.transport, 'ws') as Pausable;
}
