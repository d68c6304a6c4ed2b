import { createServer } from 'node:net';
import { CommandError } from '../bootstrap/processes.mjs';

/**
 * Where the demo listens: on this computer only, unless HOST says otherwise.
 * @param {NodeJS.ProcessEnv} env
 */
export function ports(env) {
	const port = asPort(env.PORT || '3000', 'PORT');
	return {
		host: env.HOST || '127.0.0.1',
		port,
		inboxPort: asPort(env.INBOX_PORT || String(port + 1), 'INBOX_PORT'),
		mailboxPort: asPort(env.MAILBOX_PORT || String(port + 2), 'MAILBOX_PORT'),
		smtpPort: asPort(env.SMTP_PORT || String(port + 3), 'SMTP_PORT')
	};
}

/**
 * @param {string} text
 * @param {string} name
 */
function asPort(text, name) {
	const port = Number(text);
	if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
		throw new CommandError(`${name} has to be a whole number from 1 to 65535, and is "${text}".`);
	return port;
}

/**
 * All places of the demo are free.
 * @param {ReturnType<typeof ports>} listen
 */
export async function assertAllFree({ host, port, inboxPort, mailboxPort, smtpPort }) {
	await assertFree(host, port, 'PORT');
	await assertFree(host, inboxPort, 'INBOX_PORT');
	await assertFree(host, mailboxPort, 'MAILBOX_PORT');
	await assertFree('127.0.0.1', smtpPort, 'SMTP_PORT');
}

/**
 * @param {string} host
 * @param {number} port
 * @param {'PORT' | 'INBOX_PORT' | 'MAILBOX_PORT' | 'SMTP_PORT'} name the setting that chooses another
 */
export async function assertFree(host, port, name) {
	const code = await listenOnce(host, port);
	if (code === null) return;
	if (code === 'EADDRINUSE')
		throw new CommandError(
			`Port ${port} is in use by another program (perhaps an earlier demo). ` +
				`Stop that, or choose another port: ${name}=${port + 100} npm run demo`
		);
	if (code === 'EACCES')
		throw new CommandError(
			`Port ${port} is reserved for the system. Choose one above 1023: ${name}=3000 npm run demo`
		);
	throw new CommandError(
		`This computer cannot listen on ${host}:${port} (${code}). Choose another HOST or ${name}.`
	);
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | null>} the error code, or null when the port is free
 */
function listenOnce(host, port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
		server.listen(port, host, () => server.close(() => resolve(null)));
	});
}
