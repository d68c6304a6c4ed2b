import { fsyncSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { listening } from './listening.ts';
import { serve } from './serve.ts';

/** The simplest durable relay: each edit is written and synced before anyone sees it. */
serve(async ({ folder }) => {
	const server = createServer();
	const io = new Server(server, { perMessageDeflate: false, serveClient: false });
	const file = openSync(join(folder, 'edits.log'), 'a');
	io.on('connection', (socket) => {
		socket.on('open', (name: string, opened: () => void) => {
			void socket.join(name);
			opened();
		});
		socket.on('update', (name: string, update: Buffer, stored: () => void) => {
			writeSync(file, update);
			fsyncSync(file);
			stored();
			socket.to(name).emit('update', name, update);
		});
	});
	return { port: await listening(server), stop: async () => void (await io.close()) };
});
