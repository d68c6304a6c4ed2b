import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readConfig } from './partner-inbox/config.ts';
import { MailboxFile } from './partner-inbox/mailbox.ts';
import { inboxServer } from './partner-inbox/server.ts';

/**
 * The inbox of another organisation, for the demo: its own process, its own data, its own look. It knows
 * Casustafel only by the webhook it receives and the API it calls with its key (docs/partner-api.md).
 */
const { HOST = '127.0.0.1', PORT = '3001', APP_URL, DATA_DIR } = process.env;
if (!APP_URL || !DATA_DIR) {
	console.error(
		"The partner's inbox needs APP_URL (where Casustafel is) and DATA_DIR (its folder)."
	);
	process.exit(1);
}
mkdirSync(DATA_DIR, { recursive: true });
const server = inboxServer({
	config: () => readConfig(join(DATA_DIR, 'partner-inbox.config.json')),
	file: new MailboxFile(join(DATA_DIR, 'partner-inbox.json')),
	appUrl: APP_URL
});
server.on('error', (error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE';
	console.error(
		taken
			? `Port ${PORT} is taken: choose another one for the partner's inbox.`
			: `The partner's inbox cannot listen on ${HOST}:${PORT} (${error.code}).`
	);
	process.exit(1);
});
server.listen(Number(PORT), HOST);
for (const signal of ['SIGTERM', 'SIGINT'])
	process.once(signal, () => {
		server.close();
		server.closeAllConnections();
	});
