import process from 'node:process';
import { parseArgs } from 'node:util';
import { openApp } from '#lib/server/app.ts';
import { readSettings, SettingsError } from '#lib/server/settings.ts';
import { createFirstAdministrator } from '#lib/server/create-first-administrator.ts';
import { DatabaseRefused } from '#lib/server/store/alone.ts';

const USAGE = `Makes the first administrator of a new installation, or a new link for one who is locked out.

  npm run admin -- --name "Petra Lind" --email petra@example.org --organisation "Gemeente Noorderveld"

prints a one-time link with which Petra chooses her own password.`;

/** What the use-case refuses, in words for the person at the terminal. */
const REFUSALS = {
	'email-invalid': 'That is not an e-mail address, or the name is empty.',
	'email-taken':
		'There is already somebody with this e-mail address, and not as an administrator: use another one.'
};

try {
	process.exitCode = await main();
} catch (error) {
	if (!(error instanceof SettingsError || error instanceof DatabaseRefused)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			name: { type: 'string' },
			email: { type: 'string' },
			organisation: { type: 'string' }
		}
	});
	const { name, email, organisation } = values;
	if (!name || !email || !organisation) {
		console.error(USAGE);
		return 2;
	}
	const app = openApp(readSettings(process.env));
	try {
		const made = await createFirstAdministrator(app, {
			name,
			email,
			organisationName: organisation
		});
		if (!made.ok) {
			console.error(REFUSALS[made.error]);
			return 1;
		}
		console.log(`Give this link to ${name}; it works once, for seven days:\n\n${made.value}\n`);
		return 0;
	} finally {
		await app.close();
	}
}
