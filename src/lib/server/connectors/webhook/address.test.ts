import { expect, test, vi } from 'vitest';
import { checkUrl, destination, isPublic } from './address.ts';

const leadsTo =
	(...addresses: string[]) =>
	async () =>
		addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

test.each([
	['127.0.0.1', 'this computer'],
	['127.8.8.8', 'this computer'],
	['10.1.2.3', 'private'],
	['172.16.0.9', 'private'],
	['192.168.1.1', 'private'],
	['169.254.169.254', 'metadata of a cloud'],
	['100.64.0.1', 'shared by a carrier'],
	['0.0.0.0', 'unspecified'],
	['224.0.0.1', 'multicast'],
	['255.255.255.255', 'broadcast'],
	['192.0.2.1', 'documentation'],
	['198.18.0.1', 'benchmarking'],
	['::1', 'this computer'],
	['::', 'unspecified'],
	['::ffff:127.0.0.1', 'mapped loopback'],
	['::ffff:a9fe:a9fe', 'mapped metadata'],
	['::ffff:8.8.8.8', 'mapped, however public'],
	['64:ff9b::a9fe:a9fe', 'translated metadata'],
	['2002:7f00:1::', '6to4 of loopback'],
	['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
	['fe80::1', 'link-local'],
	['fd12:3456:789a::1', 'unique local'],
	['fec0::1', 'site-local, deprecated'],
	['ff02::1', 'multicast'],
	['::127.0.0.1', 'IPv4-compatible, deprecated'],
	['not an address', 'nonsense']
])('DL13 %s is no public address: %s', (address) => {
	expect(isPublic(address)).toBe(false);
});

test.each(['8.8.8.8', '145.21.33.4', '2a00:1450:400e:80e::200e'])(
	'DL13 %s is public',
	(address) => {
		expect(isPublic(address)).toBe(true);
	}
);

test.each([
	['http://inbox.example/hook', 'not-https'],
	['ftp://inbox.example/hook', 'not-https'],
	['javascript:alert(1)', 'not-https'],
	['inbox.example', 'not-https'],
	['https://user:secret@inbox.example/', 'address-refused'],
	['https://127.0.0.1/', 'address-refused'],
	['https://[::1]/', 'address-refused'],
	['https://[::ffff:127.0.0.1]/', 'address-refused'],
	['https://169.254.169.254/latest/meta-data', 'address-refused'],
	// Other ways to write 127.0.0.1, which the URL standard reads as such.
	['https://2130706433/', 'address-refused'],
	['https://0x7f.1/', 'address-refused'],
	['https://0177.0.0.1/', 'address-refused'],
	['https://127.1/', 'address-refused']
])('DL13 %s is refused when it is set up: %s', (url, error) => {
	expect(checkUrl(url, [])).toMatchObject({ ok: false, error });
});

test.each([
	['a name of this computer', 'https://localhost/', ['127.0.0.1']],
	['a public name that leads inside', 'https://inbox.example/', ['10.0.0.5']],
	['one of several addresses leads inside', 'https://inbox.example/', ['8.8.8.8', '10.0.0.5']],
	['mapped', 'https://inbox.example/', ['::ffff:10.0.0.5']]
])('DL13 refused at sending: %s', async (_what, url, addresses) => {
	expect(await destination(url, [], leadsTo(...addresses))).toMatchObject({
		ok: false,
		error: 'address-refused'
	});
});

test('DL13 a name is looked up once, and what was checked is what is connected to', async () => {
	const lookup = vi
		.fn(leadsTo('8.8.8.8'))
		.mockImplementationOnce(leadsTo('8.8.8.8'))
		.mockImplementation(leadsTo('127.0.0.1'));
	const to = await destination('https://inbox.example/hook', [], lookup);
	expect(to).toMatchObject({ ok: true, value: { address: '8.8.8.8', family: 4 } });
	expect(lookup).toHaveBeenCalledTimes(1);
});

test('DL13 a name that leads nowhere is unreachable', async () => {
	expect(await destination('https://inbox.example/', [], leadsTo())).toMatchObject({
		error: 'unreachable'
	});
});

test('DL13 what the operator allows may be private and without https, on that port only', async () => {
	const allow = ['dossier.local:8080', '[::1]:9000'];
	expect(checkUrl('http://dossier.local:8080/hook', allow).ok).toBe(true);
	expect(checkUrl('http://[::1]:9000/hook', allow).ok).toBe(true);
	expect(checkUrl('http://dossier.local:8081/hook', allow)).toMatchObject({ error: 'not-https' });
	expect(await destination('http://dossier.local:8080/', allow, leadsTo('10.0.0.5'))).toMatchObject(
		{
			ok: true,
			value: { address: '10.0.0.5' }
		}
	);
});
