import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { listening } from './listening.ts';
import { serve } from './serve.ts';

/** A message begins with the 22 characters of its document's name and goes on as it came. */
const NAME = 22;

serve(async () => {
	const server = createServer();
	const rooms = new Map<string, Set<WebSocket>>();
	new WebSocketServer({ server }).on('connection', (socket, request) => {
		const name = (request.url ?? '').slice(1);
		rooms.set(name, (rooms.get(name) ?? new Set()).add(socket));
		socket.on('message', (data: Buffer) => {
			for (const other of rooms.get(data.toString('latin1', 0, NAME)) ?? [])
				if (other !== socket) other.send(data);
		});
	});
	return { port: await listening(server), stop: async () => void server.close() };
});
