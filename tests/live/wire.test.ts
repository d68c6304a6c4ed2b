import { PROTOCOL_VERSION } from '#lib/protocol/live.ts';
import { Decoder, FrameEncoder } from '#lib/protocol/wire/parser.ts';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { cookieOf, serveLive } from '../support/live.ts';
import { noorderveld } from '../support/people.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

const FRAMES = { auth: { frames: true }, parser: { Encoder: FrameEncoder, Decoder } };

async function meeting() {
	const app = testApp();
	const world = await noorderveld(app);
	await world.goLive('deWitBakker');
	const { url } = await serveLive(app);
	return { app, world, url, itemId: world.item.deWitBakker };
}

type World = Awaited<ReturnType<typeof meeting>>;
type Person = 'hilde' | 'wim';

async function tab(
	{ app, world, url }: World,
	who: Person,
	way: object = {},
	transports: ('websocket' | 'polling')[] = ['websocket']
): Promise<Socket> {
	const { auth = {}, ...rest } = way as { auth?: object };
	const socket = io(url, {
		...rest,
		transports,
		forceNew: true,
		reconnection: false,
		auth: { protocol: PROTOCOL_VERSION, ...auth },
		extraHeaders: await headers(app, world.people[who].id)
	});
	onTestFinished(() => void socket.close());
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	return socket;
}

async function headers(app: TestApp, personId: string) {
	return { cookie: await cookieOf(app, personId), origin: app.settings.publicUrl.origin };
}

/** A replica of the item's text over this socket. */
async function replica(socket: Socket, documentId: string) {
	const doc = new Y.Doc();
	const waiting = new Set<() => void>();
	socket.on('document:update', ({ update }: { update: ArrayBuffer }) => {
		Y.applyUpdate(doc, new Uint8Array(update), 'remote');
		for (const look of waiting) look();
	});
	const opened = await socket.timeout(5_000).emitWithAck('document:open', { documentId });
	Y.applyUpdate(doc, new Uint8Array(opened.state), 'remote');
	doc.clientID = opened.clientId;
	const text = doc.getText('common');
	return {
		text,
		async write(words: string) {
			const before = Y.encodeStateVector(doc);
			text.insert(text.length, words);
			const update = Y.encodeStateAsUpdate(doc, before);
			const payload = { documentId, epoch: opened.epoch, update };
			expect(await socket.timeout(5_000).emitWithAck('document:update', payload)).toEqual({
				ok: true
			});
		},
		reads: (words: string) =>
			new Promise<void>((resolve) => {
				const look = () => text.toString().includes(words) && resolve();
				waiting.add(look);
				look();
			})
	};
}

test.each([
	['frames over a websocket', FRAMES, 'websocket'],
	['frames over long-polling', FRAMES, 'polling'],
	['any Socket.IO client over a websocket', {}, 'websocket'],
	['any Socket.IO client over long-polling', {}, 'polling']
] as const)('LW1 %s: writes and reads in one room with the others', async (_, way, transport) => {
	const world = await meeting();
	const mine = await replica(await tab(world, 'wim', way, [transport]), world.itemId);
	const other = await replica(await tab(world, 'hilde', FRAMES), world.itemId);
	await mine.write('van Wim');
	await other.reads('van Wim');
	await other.write('van Hilde');
	await mine.reads('van Hilde');
	expect(mine.text.toString()).toBe(other.text.toString());
});

test('LW2 a connection that goes from long-polling to a websocket loses nothing on the way', async () => {
	const world = await meeting();
	const socket = await tab(world, 'wim', FRAMES, ['polling', 'websocket']);
	const mine = await replica(socket, world.itemId);
	const other = await replica(await tab(world, 'hilde', FRAMES), world.itemId);
	for (let word = 0; word < 20; word++) await other.write(`${word} `);
	await mine.reads('19 ');
	expect(mine.text.toString()).toBe(other.text.toString());
});

test('LW3 an update is one frame to each who reads frames, and the author gets only the answer', async () => {
	const world = await meeting();
	const hilde = await tab(world, 'hilde', FRAMES);
	const wim = await tab(world, 'wim', FRAMES);
	const mine = await replica(hilde, world.itemId);
	const other = await replica(wim, world.itemId);
	const heard = { hilde: [] as unknown[], wim: [] as unknown[] };
	hilde.io.engine.on('message', (data: unknown) => heard.hilde.push(data));
	wim.io.engine.on('message', (data: unknown) => heard.wim.push(data));
	await mine.write('een woord');
	await other.reads('een woord');
	expect(heard.hilde).toHaveLength(1);
	expect(heard.wim).toHaveLength(1);
	expect((heard.hilde[0] as Uint8Array).length).toBeLessThan(4);
});

const NOT_PACKETS = [
	...['40null', '40[]', '41{}', '42["disconnect"]', '42[]', '43{}', '4', '49[]', '40/admin,'],
	...['451-["x",{"_placeholder":true,"num":9}]', '451-["x"]']
];

test.each(NOT_PACKETS)('LW4 %s ends that connection at most', async (words) => {
	const world = await meeting();
	const { app, url } = world;
	const socket = new WebSocket(
		`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
		{
			headers: await headers(app, world.world.people.wim.id)
		}
	);
	onTestFinished(() => socket.terminate());
	await new Promise((resolve) => socket.once('open', resolve));
	socket.send(words);
	socket.send(Buffer.from([1, 0, 255]));
	socket.send(Buffer.from([9]));
	await new Promise((resolve) => socket.once('close', resolve));
	const mine = await replica(await tab(world, 'hilde', FRAMES), world.itemId);
	await mine.write('en het werkt nog');
});
