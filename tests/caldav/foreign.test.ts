import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stored } from '../support/test-app.ts';
import { changeTitle, listWorld, MINUTE, withStatus } from './world.ts';

const SECRET = 'Verjaardag van Fleur, taart halen';
const foreign = (uid: string, more = '') =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Iemand//Iets//NL',
		'BEGIN:VTODO',
		`UID:${uid}`,
		'DTSTAMP:20261101T080000Z',
		`SUMMARY:${SECRET}`,
		...(more ? [more] : []),
		'STATUS:COMPLETED',
		'END:VTODO',
		'END:VCALENDAR',
		''
	].join('\r\n');

test('TL28 another task on the list stays byte for byte as it was, and is never asked for', async () => {
	const at = await listWorld();
	const put = (file: string, ics: string) =>
		at.server.ask('ggd', 'PUT', `${at.list}${file}`, { 'content-type': 'text/calendar' }, ics);
	expect((await put('fleur.ics', foreign('fleur'))).status).toBe(201);
	const before = (await at.server.tasks('ggd', at.list)).get('fleur.ics');
	const id = await at.propose('Bellen met school');
	await at.send();
	await at.look();
	await at.edit(id, withStatus('COMPLETED'));
	expect((await put('tweede.ics', foreign('tweede'))).status).toBe(201);
	await at.look();
	await at.look();
	const after = await at.server.tasks('ggd', at.list);
	expect(after.get('fleur.ics')).toBe(before);
	expect([...after.keys()].toSorted()).toEqual([`casustafel-${id}.ics`, 'fleur.ics', 'tweede.ics']);
	const touched = at.between.passed.filter(({ path }) => /fleur|tweede/.test(path));
	expect(touched).toEqual([]);
	const kept = JSON.stringify([
		await stored(at.app).log.newest(),
		await at.exchanges(),
		await stored(at.app).taskLists.tasks(at.connectorId),
		await stored(at.app).actions.events([id])
	]);
	for (const word of ['Fleur', 'fleur', 'tweede']) expect(kept).not.toContain(word);
});

test('TL28 the name of another organisation its action, put on my list, changes nothing', async () => {
	const at = await listWorld();
	const theirs = await at.propose('Bellen met de huisarts', {
		ownerOrganisationId: at.world.organisation.welzijn
	});
	const mine = await at.propose('Bellen met school');
	await at.send();
	await at.look();
	for (const file of [`casustafel-${theirs}.ics`, 'kopie.ics'])
		await at.server.ask(
			'ggd',
			'PUT',
			`${at.list}${file}`,
			{ 'content-type': 'text/calendar' },
			foreign(`task-${file === 'kopie.ics' ? mine : theirs}@casustafel`, 'X-CASUSTAFEL-REVISION:1')
		);
	await at.look();
	expect((await at.action(theirs)).status).toBe('proposed');
	expect((await at.action(mine)).status).toBe('proposed');
	const told = (await at.ledger()).map(({ delivery }) => delivery.status);
	expect(told).toEqual(['queued', 'received']);
});

test('TL28 another task under the file of ours is not taken for ours, nor written over', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await at.look();
	await at.takeOff(id);
	const file = `${at.list}casustafel-${id}.ics`;
	await at.server.ask('ggd', 'PUT', file, { 'content-type': 'text/calendar' }, foreign('fleur'));
	await at.look();
	await at.look();
	expect((await at.action(id)).status).toBe('proposed');
	expect((await at.ledger())[0]?.delivery).toMatchObject({ error: 'removed-there' });
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.send();
	expect((await at.ledger())[1]?.delivery).toMatchObject({ error: 'answered-refusal' });
	expect(await at.ics(id)).toContain('Verjaardag');
});

test('TL30 a broken file of another program on the list stands in nobody its way', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await at.look();
	const folder = join(at.server.folder, 'collection-root', 'ggd', 'taken');
	writeFileSync(join(folder, 'kapot.ics'), 'BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nSUMM');
	await at.server.stop();
	await at.server.start();
	await at.edit(id, withStatus('COMPLETED'));
	at.app.clock.advance(10 * MINUTE);
	await at.look();
	expect((await at.action(id)).status).toBe('done');
});
