import type { Settings } from '../settings.ts';

export interface SessionCookieAttributes {
	httpOnly: true;
	secure: boolean;
	sameSite: 'lax';
	path: '/';
}

const isHttps = (settings: Settings) => settings.publicUrl.protocol === 'https:';

const OVER_HTTPS = '__Host-casustafel';
const OVER_HTTP = 'casustafel_session';
export const SESSION_COOKIES: readonly string[] = [OVER_HTTPS, OVER_HTTP];

/** With https the `__Host-` prefix: no neighbouring site under the same domain can set or read it. */
export function sessionCookieName(settings: Settings): string {
	return isHttps(settings) ? OVER_HTTPS : OVER_HTTP;
}

/**
 * Without an end date: closing the browser of a shared school PC signs out. Lax, not strict, because an
 * action in the own organisation's inbox links to here, and should not ask for a password again; forms
 * from elsewhere are refused by their Origin.
 */
export function sessionCookieAttributes(settings: Settings): SessionCookieAttributes {
	return { httpOnly: true, secure: isHttps(settings), sameSite: 'lax', path: '/' };
}

/** The session's secret from a raw `Cookie` header, for the socket's upgrade request. */
export function sessionValueFrom(settings: Settings, header: string | undefined): string | null {
	const name = sessionCookieName(settings);
	for (const pair of (header ?? '').split(';')) {
		const at = pair.indexOf('=');
		if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
	}
	return null;
}
