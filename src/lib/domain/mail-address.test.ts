import { expect, test } from 'vitest';
import { isMailAddress, mailboxOf, mailboxUrl } from './mail-address.ts';

test.each([
	'team@ggd.example',
	"o'brien+casus@jeugd.noord-holland.example",
	'a?b#c%d&e@ggd.example'
])('ML1 %s is an address, and comes back whole from its mailto:', (address) => {
	expect(isMailAddress(address)).toBe(true);
	expect(mailboxOf(mailboxUrl(address))).toBe(address);
	expect(new URL(mailboxUrl(address)).search).toBe('');
});

test.each([
	'',
	'team',
	'team@',
	'@ggd.example',
	'team@ggd',
	'team@ggd..example',
	'Team <team@ggd.example>',
	'a@ggd.example,b@ggd.example',
	'a@ggd.example b@ggd.example',
	'team@ggd.example\r\nBcc: b@elsewhere.example',
	'"a b"@ggd.example',
	`${'a'.repeat(65)}@ggd.example`,
	`a@${'b'.repeat(250)}.example`
])('ML1 %j is none', (address) => {
	expect(isMailAddress(address)).toBe(false);
});
