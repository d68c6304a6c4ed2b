import { setupWSConnection } from '@y/websocket-server/utils';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { listening } from './listening.ts';
import { serve } from './serve.ts';

serve(async () => {
	const server = createServer();
	const sockets = new WebSocketServer({ server });
	sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
	return { port: await listening(server), stop: async () => void server.close() };
});
