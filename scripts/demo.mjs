import { resolve } from 'node:path';
import process from 'node:process';
import { command, root } from './bootstrap.mjs';
import { CommandError, isStopping } from './bootstrap/processes.mjs';
import { answers } from './demo/answers.mjs';
import { fillWhenAbsent } from './demo/data.mjs';
import { assertAllFree, ports } from './demo/ports.mjs';
import { fillDemoData, startMailbox, startPartnerInbox, startServer } from './demo/programs.mjs';
import { demoSettings, visitable } from './demo/settings.mjs';
import { welcome } from './demo/welcome.mjs';
import { build } from './gates/build.mjs';

/** `npm run demo [-- --fresh]`: from a clean clone to a meeting in progress. */
await command(import.meta.url, async () => {
	const listen = ports(process.env);
	await assertAllFree(listen);
	await build(root);

	const env = demoSettings(process.env, { ...listen, dataDir: resolve('data/demo') });
	const keptSince = await fillWhenAbsent(env.DATA_DIR, {
		fresh: process.argv.includes('--fresh'),
		today: new Date().toLocaleDateString('sv-SE'),
		fill: () => fillDemoData(env)
	});

	const server = startServer(env);
	const inbox = startPartnerInbox(env, listen.inboxPort);
	const mailbox = startMailbox(env, listen);
	for (const [program, name] of /** @type {const} */ ([
		[inbox, "The partner's inbox"],
		[mailbox, 'The mailbox']
	]))
		void program.exitCode.then(() => {
			if (!isStopping()) console.error(`${name} has stopped.`);
		});
	const isUp = await Promise.race([
		answers(`http://${visitable(listen.host)}:${listen.port}/healthz`),
		server.exitCode.then(() => false)
	]);
	if (isUp)
		console.log(
			welcome({
				...{ app: env.PUBLIC_URL, inbox: env.PARTNER_INBOX_URL, mail: env.DEMO_MAILBOX_URL },
				keptSince
			})
		);
	else server.kill();

	const code = await server.exitCode;
	for (const program of [inbox, mailbox]) {
		program.kill();
		await program.exitCode;
	}
	if (!isUp) throw new CommandError('The demo did not start; the reason is above.');
	return code;
});
