import process from 'node:process';
import { CommandError, run } from '../bootstrap/processes.mjs';

/** How a TypeScript file of ours runs without being built, also on the oldest Node we allow. */
const TYPESCRIPT = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
const TIED = ['--import', './scripts/end-with-parent.mjs'];

/** @param {NodeJS.ProcessEnv} env */
export async function fillDemoData(env) {
	console.log('Filling the demo data …');
	const filling = run(process.execPath, [...TYPESCRIPT, 'scripts/demo-data.ts'], { env });
	if ((await filling.exitCode) !== 0)
		throw new CommandError('The demo data could not be made; the reason is above.');
}

/** @param {NodeJS.ProcessEnv} env */
export const startServer = (env) =>
	run(process.execPath, [...TIED, 'server.js'], { env, tied: true });

/**
 * Everyone's mail on one page: nothing of a demo may go to real people.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ mailboxPort: number, smtpPort: number }} ports
 */
export const startMailbox = (env, { mailboxPort, smtpPort }) =>
	run(process.execPath, [...TIED, ...TYPESCRIPT, 'scripts/demo-mailbox.ts'], {
		env: { ...env, PORT: String(mailboxPort), SMTP_PORT: String(smtpPort) },
		tied: true
	});

/**
 * The partner organisation's own program, which knows nothing but its address, the app's and its data.
 * @param {NodeJS.ProcessEnv} env
 * @param {number} port
 */
export const startPartnerInbox = (env, port) =>
	run(process.execPath, [...TIED, ...TYPESCRIPT, 'scripts/partner-inbox.ts'], {
		env: { ...env, PORT: String(port), APP_URL: env.PUBLIC_URL },
		tied: true
	});
