import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillWhenAbsent } from '../../scripts/demo/data.mjs';
import { assertFree, ports } from '../../scripts/demo/ports.mjs';
import { demoSettings } from '../../scripts/demo/settings.mjs';
import { fingerprint } from '../../scripts/gates/fingerprint.mjs';
import { readSettings } from '#lib/server/settings.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the demo's data", () => {
	const today = '2026-03-02';
	const fill = async () => writeFileSync(join(folder, 'casustafel.sqlite'), 'filled');
	const database = () => readFileSync(join(folder, 'casustafel.sqlite'), 'utf8');

	test('are made when there are none, and kept the next time', async () => {
		expect(await fillWhenAbsent(folder, { fresh: false, fill, today })).toBeNull();
		writeFileSync(join(folder, 'casustafel.sqlite'), 'what people did');
		const next = { fresh: false, fill, today: '2026-03-09' };
		expect(await fillWhenAbsent(folder, next)).toBe('2026-03-02');
		expect(database()).toBe('what people did');
	});

	test('are made anew when asked', async () => {
		await fillWhenAbsent(folder, { fresh: false, fill, today });
		writeFileSync(join(folder, 'casustafel.sqlite'), 'what people did');
		writeFileSync(join(folder, 'casustafel.sqlite-wal'), 'and more');
		expect(await fillWhenAbsent(folder, { fresh: true, fill, today })).toBeNull();
		expect(database()).toBe('filled');
		expect(existsSync(join(folder, 'casustafel.sqlite-wal'))).toBe(false);
	});

	test('that were half made are made again', async () => {
		const broken = async () => {
			writeFileSync(join(folder, 'half'), '');
			throw new Error('power cut');
		};
		await expect(fillWhenAbsent(folder, { fresh: false, fill: broken, today })).rejects.toThrow();
		expect(await fillWhenAbsent(folder, { fresh: false, fill, today })).toBeNull();
		expect(existsSync(join(folder, 'half'))).toBe(false);
	});

	test.each([true, false])('never replace what is not theirs (fresh: %s)', async (fresh) => {
		mkdirSync(join(folder, 'papers'));
		await expect(fillWhenAbsent(folder, { fresh, fill, today })).rejects.toThrow('DATA_DIR=');
		expect(existsSync(join(folder, 'papers'))).toBe(true);
	});
});

describe("the demo's ports", () => {
	test('are 3000 and the next ones, on this computer only', () => {
		expect(ports({})).toEqual({
			host: '127.0.0.1',
			port: 3000,
			inboxPort: 3001,
			mailboxPort: 3002,
			smtpPort: 3003
		});
		expect(ports({ PORT: '4000', INBOX_PORT: '5000' })).toMatchObject({
			port: 4000,
			inboxPort: 5000
		});
	});

	test.each(['http', '0', '70000', '3000 '])('PORT=%s gets a sentence', (PORT) => {
		expect(() => ports({ PORT })).toThrow('PORT has to be a whole number');
	});

	test('a taken port gets a sentence that says what to do', async () => {
		const taken = createServer().listen(0, '127.0.0.1');
		await once(taken, 'listening');
		const address = taken.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		await expect(assertFree('127.0.0.1', port, 'PORT')).rejects.toThrow(/PORT=\d+ npm run demo/);
		taken.close();
		await once(taken, 'close');
		await expect(assertFree('127.0.0.1', port, 'PORT')).resolves.toBeUndefined();
	});

	test.each(['127.0.0.1', '0.0.0.0', '::1'])(
		'its settings for %s are settings of the app',
		(host) => {
			const demo = demoSettings(
				{},
				{
					...{ host, port: 3000, inboxPort: 3001, mailboxPort: 3002, smtpPort: 3003 },
					dataDir: '/tmp/demo'
				}
			);
			const settings = readSettings(demo);
			expect(settings.demo).toBe(true);
			expect(settings.mail?.smtpUrl).toBe('smtp://127.0.0.1:3003');
			expect(settings.partnerInboxUrl).toBe(`http://${settings.webhookAllow[0]}`);
			expect(new URL(settings.demoMailboxUrl ?? '').port).toBe('3002');
		}
	);
});

describe('the fingerprint of the sources', () => {
	test('changes with a name, a content or a new file, and not with what is left out', () => {
		const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
		const print = () => fingerprint(folder, ['src', 'one.json', 'absent'], ['src/generated']);
		mkdirSync(join(folder, 'src/generated'), { recursive: true });
		write('src/a.ts', 'a');
		write('one.json', '{}');
		const first = print();
		expect(print()).toBe(first);
		write('src/generated/x.ts', 'x');
		write('outside.ts', 'x');
		expect(print()).toBe(first);
		write('src/a.ts', 'b');
		const second = print();
		expect(second).not.toBe(first);
		write('src/b.ts', '');
		expect(print()).not.toBe(second);
	});
});
