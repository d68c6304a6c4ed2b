import { resolve } from 'node:path';
import process from 'node:process';
import { bin, command } from './bootstrap.mjs';
import { run } from './bootstrap/processes.mjs';
import { fillWhenAbsent } from './demo/data.mjs';
import { assertAllFree, ports } from './demo/ports.mjs';
import { fillDemoData, startMailbox, startPartnerInbox } from './demo/programs.mjs';
import { demoSettings } from './demo/settings.mjs';

/** `npm run dev [-- --fresh]`: Vite on the demo's people, with data of its own in `data/dev`. */
await command(import.meta.url, async () => {
	const listen = ports({ ...process.env, PORT: process.env.PORT || '5173' });
	await assertAllFree(listen);

	const env = demoSettings(process.env, { ...listen, dataDir: resolve('data/dev') });
	await fillWhenAbsent(env.DATA_DIR, {
		fresh: process.argv.includes('--fresh'),
		today: new Date().toLocaleDateString('sv-SE'),
		fill: () => fillDemoData(env)
	});
	const inbox = startPartnerInbox(env, listen.inboxPort);
	const mailbox = startMailbox(env, listen);
	const where = ['--host', listen.host, '--port', String(listen.port), '--strictPort'];
	const code = await run(process.execPath, [bin('vite'), 'dev', ...where], { env }).exitCode;
	inbox.kill();
	mailbox.kill();
	return code;
});
