import { openApp } from '#lib/server/app.ts';
import { readSettings } from '#lib/server/settings.ts';
import { createServer } from 'node:http';
import { listening } from './listening.ts';
import { serve } from './serve.ts';

/** As shipped: `server.js` does the same with the pages beside it. */
serve(async ({ folder }) => {
	const app = openApp(readSettings({ DATA_DIR: folder, LOG_LEVEL: 'error' }));
	const server = createServer((_, response) => response.writeHead(404).end());
	app.hub.attach(server);
	return {
		port: await listening(server),
		stop: async () => {
			await app.close();
			server.close();
		}
	};
});
