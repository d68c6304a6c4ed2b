import process from 'node:process';
import { parseArgs } from 'node:util';
import { openApp } from '#lib/server/app.ts';
import { readSettings, SettingsError } from '#lib/server/settings.ts';
import { createFirstAdministrator } from '#lib/server/create-first-administrator.ts';
import { restoreText } from '#lib/server/realtime/documents/restore.ts';
import { DatabaseRefused } from '#lib/server/store/alone.ts';
import { documentStore } from '#lib/server/store/documents.ts';

const USAGE = `Makes the first administrator of a new installation, or a new link for one who is locked out.

  npm run admin -- --name "Petra Lind" --email petra@example.org --organisation "Gemeente Noorderveld"

prints a one-time link with which Petra chooses her own password.

  npm run admin -- --restore-text <id>

makes the text of a case item that can not be read back (the log says "document-corrupt", with its id)
usable again, with what of it can be read. Put back a backup instead when there is a recent one.

Stop the server first: one process per database.`;

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
			organisation: { type: 'string' },
			'restore-text': { type: 'string' }
		}
	});
	const { name, email, organisation, 'restore-text': documentId } = values;
	if (documentId) return restore(documentId);
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

async function restore(documentId: string): Promise<number> {
	const app = openApp(readSettings(process.env));
	try {
		const restored = await restoreText(documentStore(app.database), documentId);
		if (!restored.ok) {
			console.error(
				'There is no text with this id that can not be read back. Nothing was changed.'
			);
			return 1;
		}
		const { read, of } = restored.value;
		console.log(`${read} of the ${of} pieces of this text could be read; it goes on from there.`);
		return 0;
	} finally {
		await app.close();
	}
}
