import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeSync
} from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { SettingsError } from './settings.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/**
 * The key that the secrets in the database are encrypted with; made at the first start. It lies outside
 * the database, so that a copy of the database alone opens nothing.
 * @throws {SettingsError} when others can read the file, or it holds no key
 */
export function loadSecretKey(file: string): Buffer {
	if (!existsSync(file)) makeKey(file);
	const { mode } = statSync(file);
	if (process.platform !== 'win32' && (mode & 0o077) !== 0)
		throw new SettingsError([
			`SECRET_KEY_FILE ${file} can be read by others (mode ${(mode & 0o777).toString(8)}). Make it yours alone: chmod 600 ${file}`
		]);
	const text = readFileSync(file, 'utf8').trim();
	const key = Buffer.from(text, 'base64');
	if (key.length !== KEY_BYTES || key.toString('base64') !== text)
		throw new SettingsError([
			`SECRET_KEY_FILE ${file} does not hold a key of ${KEY_BYTES} bytes in base64. Put the right file back from your backup: what was encrypted with another key stays closed.`
		]);
	return key;
}

/**
 * Two processes may start at once, and one may be killed halfway: the key is written whole under another
 * name, and the link that gives it its own name (never over an existing file) is one step.
 */
function makeKey(file: string): void {
	mkdirSync(dirname(file), { recursive: true });
	const part = `${file}.${randomBytes(8).toString('hex')}`;
	const handle = openSync(part, 'wx', 0o600);
	try {
		writeSync(handle, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
		fsyncSync(handle);
		linkSync(part, file);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	} finally {
		closeSync(handle);
		rmSync(part, { force: true });
	}
	syncFolder(dirname(file));
}

/** A power cut right after must not take the key away while rows encrypted with it stay. */
function syncFolder(folder: string): void {
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/**
 * Seals a text with AES-256-GCM (NIST SP 800-38D).
 * @param context where it belongs, such as `connector:<id>`: opened elsewhere, it stays closed
 * @returns `v1.<nonce>.<tag>.<text>`, each part in base64url
 */
export function encrypt(key: Buffer, plain: string, context: string): string {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
	cipher.setAAD(Buffer.from(`${VERSION}:${context}`, 'utf8'));
	const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
	const parts = [nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
	return [VERSION, ...parts].join('.');
}

/**
 * Opens what {@link encrypt} sealed.
 * @throws when it was changed, moved to another context, or sealed with another key
 */
export function decrypt(key: Buffer, sealed: string, context: string): string {
	const [version, ...parts] = sealed.split('.');
	if (version !== VERSION || parts.length !== 3)
		throw new Error('Not a secret sealed by this application');
	const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url')) as [
		Buffer,
		Buffer,
		Buffer
	];
	// A shorter tag would be accepted by GCM and easier to forge.
	if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES)
		throw new Error('Not a secret sealed by this application');
	const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
	decipher.setAAD(Buffer.from(`${VERSION}:${context}`, 'utf8'));
	decipher.setAuthTag(tag);
	try {
		return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
	} catch {
		throw new Error(
			'A secret in the database does not open with this key: is it the right key file?'
		);
	}
}

/**
 * A secret that follows from the key and a text (HKDF, RFC 5869, then HMAC-SHA256), 256 bits in base64url:
 * it can be made again and need not be kept, and a copy of the database does not hold it.
 * @param purpose what it is for: the same text for another purpose gives another secret
 */
export function derive(key: Buffer, purpose: string, text: string): string {
	const own = Buffer.from(hkdfSync('sha256', key, '', `casustafel ${purpose}`, KEY_BYTES));
	return createHmac('sha256', own).update(text, 'utf8').digest('base64url');
}
