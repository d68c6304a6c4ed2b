import { expect, test } from 'vitest';
import { holdsBsn } from './bsn.ts';

// 111222333 and 123456782 pass the eleven test; they are the numbers that every example uses.
test.each([
	['123456782', true],
	['BSN van oma: 123456782.', true],
	['1234.56.782', true],
	['111 222 333', true],
	['123456789', false],
	['000000000', false],
	['06-12345678', false],
	['+31 6 12345678', false],
	['50 jaar, sinds 2024-03-15', false],
	['1234567820', false],
	['', false]
])('FA2 “%s” holds a BSN: %s', (text, expected) => {
	expect(holdsBsn(text)).toBe(expected);
});
