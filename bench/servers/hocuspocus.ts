import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { join } from 'node:path';
import { serve } from './serve.ts';

serve(async ({ folder }) => {
	const server = new Server({
		quiet: true,
		stopOnSignals: false,
		address: '127.0.0.1',
		port: 0,
		extensions: [new SQLite({ database: join(folder, 'hocuspocus.sqlite') })]
	});
	await server.listen();
	return { port: server.address.port, stop: () => server.destroy() };
});
