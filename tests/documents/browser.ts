import { DOCUMENT_EVENTS, type DocumentEvent } from '#lib/protocol/documents.ts';
import { answerDocumentEvent } from '#lib/server/realtime/documents/events.ts';
import type { Peer } from '#lib/server/realtime/documents/rooms.ts';
import { chromium, type Browser, type Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Server as SocketServer } from 'socket.io';
import { createServer, type ViteDevServer } from 'vite';
import { ITEM, ROOTS } from './people.ts';
import { Server } from './rooms-fixture.ts';

/** A page with two shared texts in real browsers, over Socket.IO, with the rooms behind it. */
export class Site {
	readonly server: Server;
	readonly #sockets: SocketServer;
	readonly #vite: ViteDevServer;
	readonly #browser: Browser;
	readonly #address: string;

	private constructor(
		server: Server,
		sockets: SocketServer,
		vite: ViteDevServer,
		browser: Browser,
		address: string
	) {
		this.server = server;
		this.#sockets = sockets;
		this.#vite = vite;
		this.#browser = browser;
		this.#address = address;
	}

	static async start(): Promise<Site> {
		const server = await Server.start();
		const http = createHttpServer();
		const sockets = new SocketServer(http, { cors: { origin: true } });
		sockets.on('connection', (socket) => {
			const peer: Peer = {
				id: socket.id,
				personId: String(socket.handshake.auth.personId),
				send: ({ event, payload }) => void socket.emit(event, payload)
			};
			for (const event of Object.keys(DOCUMENT_EVENTS) as DocumentEvent[])
				socket.on(event, (payload: unknown, reply: (answer: unknown) => void) => {
					server.pass(1);
					const authorise = async () => ({ roots: ROOTS, writable: true });
					void answerDocumentEvent(server.rooms, authorise, peer, event, payload).then(reply);
				});
			socket.on('disconnect', () => server.rooms.drop(peer));
		});
		await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
		const root = fileURLToPath(new URL('./page', import.meta.url));
		const vite = await createServer({
			configFile: false,
			root,
			cacheDir: server.files.folder,
			logLevel: 'error',
			plugins: [svelte({ configFile: false })],
			server: {
				port: 0,
				host: '127.0.0.1',
				fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] }
			}
		});
		await vite.listen();
		const browser = await chromium.launch({
			executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
			args: ['--no-sandbox']
		});
		const { port } = http.address() as AddressInfo;
		return new Site(server, sockets, vite, browser, `http://127.0.0.1:${port}`);
	}

	async page(person: string): Promise<Page> {
		const context = await this.#browser.newContext({ locale: 'nl-NL' });
		const page = await context.newPage();
		const query = new URLSearchParams({ server: this.#address, person, item: ITEM });
		await page.goto(`${this.#vite.resolvedUrls?.local[0]}?${query}`);
		return page;
	}

	async stop(): Promise<void> {
		await this.#browser.close();
		await this.#sockets.close();
		await this.#vite.close();
		await this.server.files.remove();
	}
}
