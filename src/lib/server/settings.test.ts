import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
	try {
		readSettings(env);
	} catch (error) {
		if (error instanceof SettingsError) return error.problems;
		throw error;
	}
	return [];
}

describe('settings', () => {
	test('nothing given: this computer only, port 3000, data beside the app', () => {
		const settings = readSettings({});
		expect(settings).toMatchObject({
			host: '127.0.0.1',
			port: 3000,
			dataDir: './data',
			secretKeyFile: './data/secret.key',
			demo: false,
			webhookAllow: [],
			taskListSeconds: 120,
			partnerInboxUrl: null,
			demoMailboxUrl: null,
			mail: null,
			addressHeader: null,
			forwardedDepth: 1,
			logLevel: 'info'
		});
		expect(settings.publicUrl.origin).toBe('http://127.0.0.1:3000');
		expect(settings.version).toMatch(/^\d+\.\d+\.\d+/);
	});

	test('an empty value counts as absent', () => {
		expect(readSettings({ PORT: '', DEMO: '', PUBLIC_URL: '' }).port).toBe(3000);
	});

	test('production behind a proxy', () => {
		const settings = readSettings({
			HOST: '0.0.0.0',
			PORT: '8080',
			PUBLIC_URL: 'https://casustafel.example.org',
			DATA_DIR: '/var/lib/casustafel',
			SECRET_KEY_FILE: '/etc/casustafel/key',
			ADDRESS_HEADER: 'X-Forwarded-For',
			XFF_DEPTH: '2',
			WEBHOOK_ALLOW: '10.0.0.5:8443, dossier.local:443,[::1]:9000'
		});
		expect(settings.publicUrl.origin).toBe('https://casustafel.example.org');
		expect(settings.secretKeyFile).toBe('/etc/casustafel/key');
		expect(settings.addressHeader).toBe('x-forwarded-for');
		expect(settings.forwardedDepth).toBe(2);
		expect(settings.webhookAllow).toEqual(['10.0.0.5:8443', 'dossier.local:443', '[::1]:9000']);
	});

	test('a mail server and who it is from go together', () => {
		const SMTP_URL = 'smtp://casustafel:geheim@mail.example.org:587';
		const MAIL_FROM = 'Casustafel <casustafel@example.org>';
		expect(readSettings({ SMTP_URL, MAIL_FROM }).mail).toEqual({
			smtpUrl: SMTP_URL,
			from: MAIL_FROM
		});
		expect(problemsOf({ SMTP_URL })).toEqual([expect.stringContaining('go together')]);
		expect(problemsOf({ SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'a b' })).toEqual([
			expect.stringContaining('SMTP_URL'),
			expect.stringContaining('MAIL_FROM')
		]);
	});

	test('every problem is told at once, each with its variable', () => {
		const problems = problemsOf({
			PORT: 'http',
			PUBLIC_URL: 'casustafel.example.org',
			DEMO: 'yes',
			WEBHOOK_ALLOW: 'everything',
			LOG_LEVEL: 'loud',
			ADDRESS_HEADER: 'x forwarded'
		});
		for (const name of [
			'PORT',
			'PUBLIC_URL',
			'DEMO',
			'WEBHOOK_ALLOW',
			'LOG_LEVEL',
			'ADDRESS_HEADER'
		])
			expect(problems.filter((one) => one.startsWith(`${name} `))).toHaveLength(1);
	});

	test.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '-1'],
		['PORT', '3000.5'],
		['HOST', 'a b'],
		['PUBLIC_URL', 'ftp://example.org'],
		['PUBLIC_URL', 'https://example.org/app'],
		['PUBLIC_URL', 'https://example.org/?'],
		['PUBLIC_URL', 'https://example.org/#'],
		['PUBLIC_URL', 'https://user:word@example.org'],
		['DATA_DIR', '  '],
		['WEBHOOK_ALLOW', '10.0.0.5'],
		['TASK_LIST_SECONDS', '9'],
		['TASK_LIST_SECONDS', '3601']
	])('%s=%s is refused', (name, value) => {
		const problems = problemsOf({ [name]: value });
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain(name);
	});

	test.each([
		'http://localhost:3000',
		'http://127.0.0.1:3000',
		'http://[::1]:3000',
		'https://casustafel.example.org'
	])('%s may be where people type', (address) => {
		expect(problemsOf({ PUBLIC_URL: address })).toEqual([]);
	});

	test.each([
		'http://casustafel.example.org',
		'http://10.0.0.5:3000',
		'http://127.0.0.1.example.org',
		'http://localhost.example.org'
	])('%s would cross a network in the clear, and is refused outside the demo', (address) => {
		expect(problemsOf({ PUBLIC_URL: address })).toHaveLength(1);
		expect(problemsOf({ PUBLIC_URL: address, DEMO: '1' })).toEqual([]);
	});

	test('listening on a network without saying the public address is refused outside the demo', () => {
		expect(problemsOf({ HOST: '0.0.0.0' })[0]).toContain('PUBLIC_URL');
		expect(readSettings({ HOST: '0.0.0.0', DEMO: '1' }).publicUrl.origin).toBe(
			'http://localhost:3000'
		);
		expect(readSettings({ HOST: '::1' }).publicUrl.origin).toBe('http://[::1]:3000');
	});

	test("the partner's inbox and everyone's mail exist in the demo only", () => {
		const mailbox = { DEMO_MAILBOX_URL: 'http://127.0.0.1:3002' };
		expect(problemsOf(mailbox)[0]).toContain('DEMO_MAILBOX_URL');
		const inbox = { PARTNER_INBOX_URL: 'http://127.0.0.1:3001' };
		expect(problemsOf(inbox)[0]).toContain('PARTNER_INBOX_URL');
		expect(readSettings({ ...inbox, DEMO: '1' }).partnerInboxUrl).toBe('http://127.0.0.1:3001');
	});
});
