import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decrypt, encrypt, loadSecretKey } from './secret-key.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'secret-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the key file', () => {
	test('is made at the first start, for its owner alone, and kept', () => {
		const file = join(folder, 'data', 'secret.key');
		const key = loadSecretKey(file);
		expect(key).toHaveLength(32);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(loadSecretKey(file).equals(key)).toBe(true);
		expect(readdirSync(join(folder, 'data'))).toEqual(['secret.key']);
	});

	test.each([0o640, 0o604, 0o644, 0o660])('with mode %o is refused with a sentence', (mode) => {
		const file = join(folder, 'secret.key');
		loadSecretKey(file);
		chmodSync(file, mode);
		expect(() => loadSecretKey(file)).toThrow(`chmod 600 ${file}`);
	});

	test('that its owner may only read is fine', () => {
		const file = join(folder, 'secret.key');
		const key = loadSecretKey(file);
		chmodSync(file, 0o400);
		expect(loadSecretKey(file).equals(key)).toBe(true);
	});

	test('behind a link is judged by the file itself', () => {
		const file = join(folder, 'secret.key');
		const link = join(folder, 'link.key');
		loadSecretKey(file);
		symlinkSync(file, link);
		expect(loadSecretKey(link)).toHaveLength(32);
		chmodSync(file, 0o644);
		expect(() => loadSecretKey(link)).toThrow('can be read by others');
	});

	test.each(['', 'short', randomBytes(31).toString('base64'), randomBytes(32).toString('hex')])(
		'that holds no key (%j) is refused and left as it is',
		(content) => {
			const file = join(folder, 'secret.key');
			writeFileSync(file, content, { mode: 0o600 });
			expect(() => loadSecretKey(file)).toThrow('does not hold a key');
			expect(existsSync(file)).toBe(true);
		}
	);
});

describe('a sealed secret', () => {
	const key = randomBytes(32);

	test('opens with the same key and context', () => {
		for (const plain of ['', 'whsec_abc', 'één geheim ✓', 'x'.repeat(5000)])
			expect(decrypt(key, encrypt(key, plain, 'connector:1'), 'connector:1')).toBe(plain);
	});

	test('says its version and never the same twice', () => {
		const sealed = encrypt(key, 'JBSWY3DP', 'totp:1');
		expect(sealed).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/);
		expect(sealed).not.toContain('JBSWY3DP');
		expect(encrypt(key, 'JBSWY3DP', 'totp:1')).not.toBe(sealed);
	});

	test('stays closed in another context or with another key', () => {
		const sealed = encrypt(key, 'geheim', 'connector:1');
		expect(() => decrypt(key, sealed, 'connector:2')).toThrow();
		expect(() => decrypt(randomBytes(32), sealed, 'connector:1')).toThrow();
	});

	test('stays closed after any change', () => {
		const parts = encrypt(key, 'geheim', 'a').split('.');
		for (const place of [1, 2, 3]) {
			const bytes = Buffer.from(parts[place] ?? '', 'base64url');
			bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
			const changed = parts.with(place, bytes.toString('base64url')).join('.');
			expect(() => decrypt(key, changed, 'a')).toThrow();
		}
	});

	test('with a shortened tag, another version or another shape is refused', () => {
		const [version, nonce, tag, text] = encrypt(key, 'geheim', 'a').split('.');
		const short = Buffer.from(tag ?? '', 'base64url')
			.subarray(0, 4)
			.toString('base64url');
		for (const forged of [
			[version, nonce, short, text].join('.'),
			['v2', nonce, tag, text].join('.'),
			[version, nonce, tag].join('.'),
			''
		])
			expect(() => decrypt(key, forged, 'a')).toThrow('Not a secret');
	});
});
