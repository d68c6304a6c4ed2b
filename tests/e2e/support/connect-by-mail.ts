import { openApp } from '../../../src/lib/server/app.ts';
import { readSettings } from '../../../src/lib/server/settings.ts';
import { repositories } from '../../../src/lib/server/store/repositories.ts';
import { transact } from '../../../src/lib/server/transact.ts';
import { setUpMail } from '../../../src/lib/server/usecases/connectors/set-up-mail.ts';

/** Run by itself, on the data of a server that is off: reaches an organisation by mail. */
const [organisation = '', address = ''] = process.argv.slice(2);
const app = openApp(readSettings(process.env));
try {
	const { people } = repositories(app.database.reader);
	const found = (await people.organisations()).find(({ name }) => name === organisation);
	const administrator = (await people.all()).find(
		({ person }) => person.administers === 'everything'
	);
	const actor = {
		personId: administrator?.person.id ?? '',
		organisationId: administrator?.organisation.id ?? '',
		administers: 'everything',
		client: 'test',
		address: ''
	} as const;
	const made = await transact(
		app,
		actor,
		(work) => setUpMail(work, { organisationId: found?.id ?? '', address, hasMail: true }),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
} finally {
	await app.close();
}
