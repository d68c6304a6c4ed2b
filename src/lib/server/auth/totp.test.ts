import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { newTotpSecret, stepOfCode, totpAddress } from './totp.ts';

const now = new Date('2026-11-24T08:30:07Z');
const epoch = Math.floor(now.getTime() / 1000);
const step = Math.floor(epoch / 30);
const secret = newTotpSecret();
const code = (steps: number) => generateSync({ secret, epoch: epoch + steps * 30 });

it.each([
	[-2, null],
	[-1, step - 1],
	[0, step],
	[1, step + 1],
	[2, null]
])('S12 the code of %d steps on gives step %s', (steps, expected) => {
	expect(stepOfCode(secret, code(steps), { now, afterStep: 0 })).toBe(expected);
});

it('S12 a code works once, and none from before it', () => {
	expect(stepOfCode(secret, code(0), { now, afterStep: step })).toBeNull();
	expect(stepOfCode(secret, code(-1), { now, afterStep: step })).toBeNull();
	expect(stepOfCode(secret, code(1), { now, afterStep: step })).toBe(step + 1);
});

it('S12 may be typed with the space the app shows', () => {
	const spaced = code(0).replace(/^(...)/, '$1 ');
	expect(stepOfCode(secret, spaced, { now, afterStep: 0 })).toBe(step);
});

it.each(['', '12345', '1234567', 'abcdef', '٠١٢٣٤٥', '1e5000'])('S12 %j is no code', (typed) => {
	expect(stepOfCode(secret, typed, { now, afterStep: 0 })).toBeNull();
});

it('S12 the address names the app and the account, with a secret of 160 bits', () => {
	expect(totpAddress(secret, 'hilde@noorderveld.example')).toBe(
		`otpauth://totp/Casustafel:hilde%40noorderveld.example?secret=${secret}&issuer=Casustafel`
	);
	expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});
