/**
 * The settings of the demo: those of the caller, where they make sense in a demo.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ host: string, port: number, inboxPort: number, mailboxPort: number, smtpPort: number, dataDir: string }} demo
 */
export function demoSettings(env, { host, port, inboxPort, mailboxPort, smtpPort, dataDir }) {
	const visit = visitable(host);
	return {
		LOG_LEVEL: 'warn',
		PUBLIC_URL: `http://${visit}:${port}`,
		SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
		MAIL_FROM: 'Casustafel <casustafel@noorderveld.example>',
		...env,
		DEMO: '1',
		HOST: host,
		PORT: String(port),
		DATA_DIR: env.DATA_DIR || dataDir,
		PARTNER_INBOX_URL: `http://${visit}:${inboxPort}`,
		DEMO_MAILBOX_URL: `http://${visit}:${mailboxPort}`,
		WEBHOOK_ALLOW: `${visit}:${inboxPort}`
	};
}

/**
 * The host part of an address to visit: listening everywhere is not a place.
 * @param {string} host
 */
export function visitable(host) {
	if (host === '0.0.0.0' || host === '::') return 'localhost';
	return host.includes(':') ? `[${host}]` : host;
}
