import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { expect } from '@playwright/test';
import { freePort } from './free-port.ts';
import { type RunningServer, startServer } from './server.ts';

export interface Partnership {
	server: RunningServer;
	inboxUrl: string;
	stop(): Promise<void>;
}

/** The demo with the inbox of GGD Noorderveld beside it, as `npm run demo` starts them. */
export async function startWithPartner(): Promise<Partnership> {
	const port = await freePort();
	const inboxUrl = `http://127.0.0.1:${port}`;
	const server = await startServer({
		demo: true,
		env: { PARTNER_INBOX_URL: inboxUrl, WEBHOOK_ALLOW: `127.0.0.1:${port}` }
	});
	const inbox = spawn(
		process.execPath,
		[
			'--experimental-strip-types',
			'--disable-warning=ExperimentalWarning',
			'scripts/partner-inbox.ts'
		],
		{
			env: {
				...process.env,
				HOST: '127.0.0.1',
				PORT: String(port),
				APP_URL: server.url,
				DATA_DIR: server.dataDir
			},
			stdio: 'inherit'
		}
	);
	const end = () => void inbox.kill('SIGKILL');
	process.once('exit', end);
	await expect
		.poll(
			() =>
				fetch(inboxUrl).then(
					(answer) => answer.ok,
					() => false
				),
			{ timeout: 20_000 }
		)
		.toBe(true);
	return {
		server,
		inboxUrl,
		async stop() {
			process.off('exit', end);
			const gone = once(inbox, 'exit');
			inbox.kill('SIGKILL');
			await gone;
			await server.stop();
		}
	};
}
