import { expect, test } from 'vitest';
import { readSince } from './since.ts';

test.each([
	['', ''],
	['2024-03', '2024-03'],
	['2024-03-15', '2024-03-15'],
	['3-2024', '2024-03'],
	['15-3-2024', '2024-03-15'],
	['15/03/2024', '2024-03-15'],
	['maart 2024', '2024-03'],
	['mrt. 2024', '2024-03'],
	['1 mei 2024', '2024-05-01'],
	['October 2024', '2024-10'],
	['30-2-2024', null],
	['13-2024', null],
	['vorig jaar', null],
	['2024', null]
])('FA4 since “%s” is %s', (text, expected) => {
	expect(readSince(text)).toBe(expected);
});
