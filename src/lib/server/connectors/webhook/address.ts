import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { fail, ok, type Result } from '#lib/domain/result.ts';

const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');

export type Lookup = (host: string) => Promise<LookupAddress[]>;

/** Where a request goes: looked up once, and the connection made to exactly this address. */
export interface Destination {
	url: URL;
	address: string;
	family: 4 | 6;
}

export type AddressError = 'not-https' | 'address-refused' | 'unreachable';

/** Whether an address may be kept for a webhook at all; where its name leads is looked at when sending. */
export function checkUrl(text: string, allow: readonly string[]): Result<URL, AddressError> {
	const url = URL.parse(text);
	if (!url || !['http:', 'https:'].includes(url.protocol)) return fail('not-https');
	if (url.username || url.password) return fail('address-refused');
	if (isAllowed(url, allow)) return ok(url);
	if (url.protocol !== 'https:') return fail('not-https');
	const host = bare(url.hostname);
	const isRefused = !isOpenPort(url.port) || (isIP(host) !== 0 && !isPublic(host));
	return isRefused ? fail('address-refused') : ok(url);
}

/** Below 1024, behind other numbers than that of https, are services of other kinds: mail, sign-in, files. */
function isOpenPort(port: string): boolean {
	return port === '' || Number(port) >= 1024;
}

/**
 * Looks a receiver up, once. An organisation's administrator chooses the address, so it must not be a
 * way to reach what only this server can reach (OWASP SSRF): each address its name leads to is public, or
 * it is on the operator's list. What was checked is what is connected to; a second look-up by
 * the connection could be answered differently (DNS rebinding).
 */
export async function destination(
	text: string,
	allow: readonly string[],
	lookup: Lookup
): Promise<Result<Destination, AddressError>> {
	const checked = checkUrl(text, allow);
	if (!checked.ok) return checked;
	const url = checked.value;
	const host = bare(url.hostname);
	const version = isIP(host);
	const found = version ? [{ address: host, family: version }] : await lookup(host).catch(() => []);
	const [first] = found;
	if (!first) return fail('unreachable');
	if (!isAllowed(url, allow) && !found.every((each) => isPublic(each.address)))
		return fail('address-refused');
	return ok({ url, address: first.address, family: first.family === 6 ? 6 : 4 });
}

/** Everything that is not plain public unicast is refused: private, loopback, link-local, mapped, tunnels. */
export function isPublic(address: string): boolean {
	if (!ipaddr.isValid(address)) return false;
	const parsed = ipaddr.parse(address);
	// A mapped or translated address is another way to write an IPv4 one; there is no honest need for it.
	if (parsed.range() !== 'unicast') return false;
	// Of IPv6 only this is given out as public (RFC 4291, 2.4): among the rest are older ways to write IPv4.
	return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST, 3);
}

function isAllowed(url: URL, allow: readonly string[]): boolean {
	const port = url.port || (url.protocol === 'https:' ? '443' : '80');
	return allow.includes(`${url.hostname.toLowerCase()}:${port}`);
}

function bare(hostname: string): string {
	return hostname.replace(/^\[|\]$/g, '');
}
