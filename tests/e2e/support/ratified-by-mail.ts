import { openApp } from '../../../src/lib/server/app.ts';
import { noorderveld } from '../../../src/lib/server/demo/noorderveld.ts';
import { readSettings } from '../../../src/lib/server/settings.ts';
import { repositories } from '../../../src/lib/server/store/repositories.ts';
import { transact } from '../../../src/lib/server/transact.ts';
import { setUpMail } from '../../../src/lib/server/usecases/connectors/set-up-mail.ts';

/** Run by itself, for a server that is off: the GGD is reached by mail, and a list was ratified just now. */
const [address = ''] = process.argv.slice(2);
const app = openApp(readSettings(process.env));
try {
	const world = await noorderveld(app);
	const { noor: itemId } = world.item;
	const organisationId = world.organisation.ggd;
	await world.goLive('noor');
	await app.database.write((queries) =>
		repositories(queries).people.change(world.people.marjan.id, { phone: '0500 111 222' })
	);
	const made = await transact(
		app,
		world.actor('petra'),
		(work) => setUpMail(work, { organisationId, address, hasMail: true }),
		'set-up-connector'
	);
	if (!made.ok) throw new Error(made.error);
	await world.do('tirza', 'case.set-dossier-reference', {
		caseId: world.case.noor,
		reference: 'JGZ-2026-118'
	});
	const due = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
	for (const [title, person] of [
		['De kinderen zien en spreken, thuis en op school', 'tirza'],
		['Met de woningcorporatie bellen over de huurachterstand', 'bas']
	] as const)
		await world.do('marjan', 'action.propose', {
			...{ itemId, title, due },
			ownerOrganisationId: world.people[person].organisationId,
			ownerPersonId: world.people[person].id
		});
	const { decisions } = repositories(app.database.reader);
	const { version, hash } = (await decisions.current(itemId)) ?? {};
	for (const person of ['marjan', 'tirza', 'bas'] as const)
		await world.do(person, 'decisions.ratify', { itemId, version, hash });
} finally {
	await app.close();
}
