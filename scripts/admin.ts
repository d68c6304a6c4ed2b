import process from 'node:process';
import { parseArgs } from 'node:util';
import { openApp } from '#lib/server/app.ts';
import { readSettings, SettingsError } from '#lib/server/settings.ts';
import { createFirstAdministrator } from '#lib/server/usecases/create-first-administrator.ts';
import { readPassword } from './admin/read-password.ts';

const USAGE = `Makes the first administrator of a new installation.

  npm run admin -- --name "Petra Lind" --email petra@example.org --organisation "Gemeente Noorderveld"

prints a one-time link with which Petra chooses her own password. With --password the password is asked
for here instead (or read from standard input), and no link is made.`;

/** What the use-case refuses, in words for the person at the terminal. */
const REFUSALS: Record<string, string> = {
	'administrator-exists':
		'There is an administrator already: further ones are invited in the app, under Beheer.',
	'email-invalid': 'That is not an e-mail address.',
	'email-taken': 'Somebody with this e-mail address is there already.',
	'password-too-short': 'That password is too short.',
	'name-missing': 'The name is empty.'
};

try {
	process.exitCode = await main();
} catch (error) {
	if (!(error instanceof SettingsError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			name: { type: 'string' },
			email: { type: 'string' },
			organisation: { type: 'string' },
			password: { type: 'boolean', default: false }
		}
	});
	const { name, email, organisation } = values;
	if (!name || !email || !organisation) {
		console.error(USAGE);
		return 2;
	}
	const password = values.password ? await readPassword() : null;
	if (password === '') {
		console.error('No password was given; nothing was made.');
		return 1;
	}
	const app = openApp(readSettings(process.env));
	try {
		const made = await createFirstAdministrator(app, { name, email, organisation, password });
		if (!made.ok) {
			console.error(REFUSALS[made.error] ?? `That did not work (${made.error}).`);
			return 1;
		}
		console.log(
			made.value.link
				? `Send this link to ${name}; it works once, until ${made.value.validUntil}:\n\n${made.value.link}\n`
				: `${name} can sign in at ${app.settings.publicUrl.origin}`
		);
		return 0;
	} finally {
		await app.close();
	}
}
