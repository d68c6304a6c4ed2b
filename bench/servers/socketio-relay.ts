import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listening } from './listening.ts';
import { serve } from './serve.ts';

serve(async () => {
	const server = createServer();
	const io = new Server(server, { perMessageDeflate: false, serveClient: false });
	io.on('connection', (socket) => {
		socket.on('open', (name: string, opened: () => void) => {
			void socket.join(name);
			opened();
		});
		socket.on('update', (name: string, update: Buffer) =>
			socket.to(name).emit('update', name, update)
		);
	});
	return { port: await listening(server), stop: async () => void (await io.close()) };
});
