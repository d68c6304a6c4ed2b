import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '#lib/server/clock.ts';
import { webhook } from '#lib/server/connectors/webhook/webhook.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { deliveryWorld } from './world.ts';

const TIMEOUT_MS = 400;

/** Something that speaks on a socket as it likes, as soon as it was asked. */
async function speaker(speak: (socket: Socket) => void) {
	const sockets = new Set<Socket>();
	let written = 0;
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => {}).on('close', () => sockets.delete(socket));
		socket.once('data', () => speak(socket));
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	onTestFinished(async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise((closed) => server.close(closed));
	});
	const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url: `http://${place}/webhook`,
		place,
		sockets,
		/** Writes as long as somebody takes it. */
		flood(socket: Socket, text: string) {
			const more = () => {
				while (!socket.destroyed && socket.writable) {
					written += text.length;
					if (!socket.write(text)) return void socket.once('drain', more);
				}
			};
			more();
		},
		written: () => written
	};
}

async function send(to: { url: string; place: string }) {
	const sender = webhook({
		publicUrl: new URL('https://casustafel.example'),
		allow: [to.place],
		clock: systemClock,
		timeoutMs: TIMEOUT_MS
	});
	const started = performance.now();
	const outcome = await sender.send(
		{
			...{ connectorId: 'c', organisationId: 'o', url: to.url, settings: {} },
			secret: `whsec_${Buffer.from('a secret of 24 bytes ok!').toString('base64')}`,
			previousSecret: null
		},
		{
			...{ id: 'an-event-id', kind: 'test', subjectId: 'a-subject', at: new Date() },
			payload: { message: 'proef' }
		},
		new AbortController().signal
	);
	return { outcome, took: performance.now() - started };
}

test('DL64 headers without end: broken off after 16 kB', async () => {
	const to = await speaker((socket) => {
		socket.write('HTTP/1.1 200 OK\r\n');
		to.flood(socket, `x-more: ${'x'.repeat(1000)}\r\n`);
	});
	const { outcome, took } = await send(to);
	expect(outcome).toEqual({ ok: false, error: 'no-answer' });
	expect(took).toBeLessThan(10 * TIMEOUT_MS);
	// What the network holds ready at most, far from without end.
	expect(to.written()).toBeLessThan(32 * 1024 * 1024);
	await expect.poll(() => to.sockets.size).toBe(0);
});

test('DL64 a byte of a header now and then: given up after the time set for it', async () => {
	const to = await speaker((socket) => {
		socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
		const timer = setInterval(() => socket.write('x'), 20);
		socket.on('close', () => clearInterval(timer));
	});
	const { outcome, took } = await send(to);
	expect(outcome).toEqual({ ok: false, error: 'timeout' });
	expect(took).toBeLessThan(10 * TIMEOUT_MS);
	await expect.poll(() => to.sockets.size).toBe(0);
});

test('DL64 interim answers without end: given up after the time set for it', async () => {
	const to = await speaker((socket) => {
		const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 5);
		socket.on('close', () => clearInterval(timer));
	});
	expect((await send(to)).outcome).toEqual({ ok: false, error: 'timeout' });
	await expect.poll(() => to.sockets.size).toBe(0);
});

test('DL64 a body without end is not read: the first line was the answer', async () => {
	const to = await speaker((socket) => {
		socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n');
		to.flood(socket, 'x'.repeat(65_536));
	});
	const { outcome } = await send(to);
	expect(outcome).toEqual({ ok: true });
	await expect.poll(() => to.sockets.size).toBe(0);
});

test('DL64 no HTTP at all: no answer', async () => {
	const to = await speaker((socket) => socket.end('220 mail.example ESMTP\r\n'));
	expect((await send(to)).outcome).toEqual({ ok: false, error: 'no-answer' });
});

test('DL64 after a receiver that answers without end the next delivery goes', async () => {
	const at = await deliveryWorld({ timeoutMs: TIMEOUT_MS });
	const slow = await speaker((socket) => void socket.write('HTTP/1.1 200'));
	Object.assign(at.app, {
		settings: { ...at.app.settings, webhookAllow: [at.inbox.place, slow.place] }
	});
	const { connectorId } = at.secrets;
	const address = (url: string) =>
		at.app.database.write((queries) =>
			repositories(queries).delivery.changeConnector(connectorId, { url })
		);
	await address(slow.url);
	await at.propose('Bellen met school');
	await at.outbox.drain();
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'failed', error: 'timeout' });
	await address(at.inbox.url);
	at.app.clock.advance(60_000);
	await at.outbox.drain();
	expect(at.inbox.effects.size).toBe(1);
});
