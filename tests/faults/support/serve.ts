/** The live side as a process of its own, to be killed; it tells of itself what a visitor cannot see. */
import { openApp } from '#lib/server/app.ts';
import { readSettings } from '#lib/server/settings.ts';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

const settings = readSettings(process.env);
const app = openApp(settings);
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

const answers: Record<string, () => unknown> = {
	'/healthz': () => app.database.state(),
	'/figures': () => {
		globalThis.gc?.();
		const loop = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
		delay.reset();
		return {
			heap: process.memoryUsage().heapUsed,
			handles: readdirSync('/proc/self/fd').length,
			tabs: app.hub.connections.size,
			loop
		};
	}
};

const server = createServer((request, response) => {
	try {
		const answer = answers[request.url ?? '']?.();
		response.writeHead(answer ? 200 : 404).end(JSON.stringify(answer ?? null));
	} catch {
		response.writeHead(503).end();
	}
});
app.hub.attach(server);
server.listen(settings.port, settings.host);
