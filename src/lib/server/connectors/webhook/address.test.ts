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

test.each([
	['metadata of a cloud', '169.254.169.254'],
	['the same over IPv6', 'fd00:ec2::254'],
	['mapped', '::ffff:169.254.169.254'],
	['mapped, in hex', '::ffff:a9fe:a9fe'],
	['IPv4-compatible', '::a9fe:a9fe'],
	['translated (NAT64)', '64:ff9b::169.254.169.254'],
	['translated, a local prefix (RFC 8215)', '64:ff9b:1::a9fe:a9fe'],
	['6to4 of the metadata address', '2002:a9fe:a9fe::1'],
	['6to4 of 10.0.0.1', '2002:0a00:0001::1'],
	['Teredo', '2001::a9fe:a9fe'],
	['unspecified', '0.0.0.0'],
	['this network', '0.1.2.3'],
	['6to4 relay', '192.88.99.1'],
	['of protocols', '192.0.0.8'],
	['reserved', '240.0.0.1'],
	['documentation, IPv6', '2001:db8::1'],
	['discard only', '100::1'],
	['a zone', 'fe80::1%eth0']
])('DL63 a name that leads to %s (%s) is refused', async (_what, address) => {
	expect(isPublic(address)).toBe(false);
	const mixed = leadsTo('8.8.8.8', address);
	for (const lookup of [leadsTo(address), mixed])
		expect(await destination('https://inbox.example/', [], lookup)).toMatchObject({
			ok: false,
			error: 'address-refused'
		});
});

test.each([
	'https://2852039166/',
	'https://0xa9fea9fe/',
	'https://0251.0376.0251.0376/',
	'https://0xa9.254.43518/',
	'https://169.254.43518/',
	'https://169.254.169.254./',
	'https://0/',
	'https://0.0.0.0/',
	'https://[::]/',
	'https://[fd00:ec2::254]/',
	'https://[::ffff:169.254.169.254]/',
	'https://[::169.254.169.254]/',
	'https://[64:ff9b::169.254.169.254]/',
	'https://[2002:a9fe:a9fe::1]/',
	// Full-width figures and dots, which the URL standard reads as plain ones.
	'https://１６９.254.169.254/',
	'https://169。254。169。254/',
	'https://user@8.8.8.8/',
	'https://:secret@inbox.example/',
	'https://inbox.example:22/',
	'https://inbox.example:25/',
	'https://inbox.example:0/',
	'https://8.8.8.8:80/'
])('DL63 %s is refused when it is set up', (url) => {
	expect(checkUrl(url, [])).toMatchObject({ ok: false, error: 'address-refused' });
});

test('DL63 a name with a dot at its end is looked up like any other, and is on no list', async () => {
	const allow = ['dossier.local:8443'];
	expect(await destination('https://localhost./', [], leadsTo('127.0.0.1'))).toMatchObject({
		error: 'address-refused'
	});
	expect(
		await destination('https://dossier.local.:8443/', allow, leadsTo('10.0.0.5'))
	).toMatchObject({ error: 'address-refused' });
});

test.each(['https://inbox.example/', 'https://inbox.example:8443/in', 'https://8.8.8.8/'])(
	'DL63 %s may be set up',
	(url) => {
		expect(checkUrl(url, []).ok).toBe(true);
	}
);

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
