import { expect, it } from 'vitest';
import { hashPassword, passwordFits, passwordProblem } from './passwords.ts';

const email = 'hilde@noorderveld.example';

it.each([
	['kort', 'password-too-short'],
	['elf tekens!', 'password-too-short'],
	['twaalf teken', null],
	['😀'.repeat(11), 'password-too-short'],
	['😀'.repeat(12), null],
	['Hilde@Noorderveld.example', 'password-is-email'],
	['a'.repeat(200), null],
	['a'.repeat(201), 'password-too-long']
])('S11 the password %j: %s', (password, problem) => {
	expect(passwordProblem(password, email)).toBe(problem);
});

it('S11 fits only itself, however the keyboard composes its letters', async () => {
	const stored = await hashPassword('één lange zin');
	expect(await passwordFits(stored, 'één lange zin'.normalize('NFD'))).toBe(true);
	expect(await passwordFits(stored, 'een lange zin')).toBe(false);
	expect(await passwordFits(null, 'één lange zin')).toBe(false);
});

it('S11 one beyond the longest does not fit by its beginning', async () => {
	const stored = await hashPassword('a'.repeat(200));
	expect(await passwordFits(stored, 'a'.repeat(200))).toBe(true);
	expect(await passwordFits(stored, 'a'.repeat(300))).toBe(false);
});
