import type { App } from '#lib/server/app.ts';
import { sessionCookieName, startSession } from '#lib/server/auth/sessions.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION } from '#lib/protocol/live.ts';
import type { Result } from '#lib/domain/result.ts';

export interface Frame {
	event: string;
	payload: unknown;
}

/** One open tab, seen from outside: what it sends and all it is sent. */
export interface Tab {
	socket: Socket;
	frames: Frame[];
	ask<T>(event: string, payload: unknown): Promise<Result<T>>;
	command<T>(name: string, input: unknown): Promise<Result<T>>;
	/** Resolves when a frame fits, one that is there already included. */
	until(fits: (frame: Frame) => boolean): Promise<Frame>;
}

/** Serves the app's live side on a real port. */
export async function serveLive(
	app: App
): Promise<{ url: string; open: (personId: string) => Promise<Tab> }> {
	const server = createServer((_, response) => response.writeHead(404).end());
	app.hub.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(async () => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}`;
	return { url, open: async (personId) => openTab(url, app, await cookieOf(app, personId)) };
}

export async function cookieOf(app: App, personId: string): Promise<string> {
	const { value } = await startSession(app, personId, { complete: true });
	return `${sessionCookieName(app.settings)}=${value}`;
}

export async function openTab(url: string, app: App, cookie: string): Promise<Tab> {
	const socket = io(url, {
		auth: { protocol: PROTOCOL_VERSION },
		transports: ['websocket'],
		forceNew: true,
		reconnection: false,
		extraHeaders: { cookie, origin: app.settings.publicUrl.origin }
	});
	onTestFinished(() => void socket.close());
	const frames: Frame[] = [];
	const waiting = new Set<() => void>();
	socket.onAny((event: string, payload: unknown) => {
		frames.push({ event, payload });
		for (const look of waiting) look();
	});
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	const ask = <T>(event: string, payload: unknown) =>
		socket.timeout(5_000).emitWithAck(event, payload) as Promise<Result<T>>;
	return {
		socket,
		frames,
		ask,
		command: (name, input) => ask('command', { id: randomUUID(), name, input }),
		until: (fits) =>
			new Promise((resolve) => {
				const look = () => {
					const frame = frames.find(fits);
					if (!frame) return;
					waiting.delete(look);
					resolve(frame);
				};
				waiting.add(look);
				look();
			})
	};
}
