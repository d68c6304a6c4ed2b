import { expect, test } from 'vitest';
import { testConnector } from '#lib/server/connectors/test-connector.ts';
import { LIST_TITLE } from '#lib/server/connectors/caldav/task-of.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { announceAction, announceActionList } from '#lib/server/outbox/announce.ts';
import { ok } from '#lib/domain/result.ts';
import { transact } from '#lib/server/transact.ts';
import { done, stored } from '../support/test-app.ts';
import { changeTitle, HOUR, listWorld, type ListWorld, MINUTE, withStatus } from './world.ts';

const statuses = async (at: ListWorld) =>
	(await at.ledger()).map(({ delivery }) => delivery.status);
const puts = (at: ListWorld) => at.between.passed.filter(({ method }) => method === 'PUT');

test('TL1 an action is one task on the list of its owner, with what may leave and nothing else', async () => {
	const at = await listWorld();
	await at.world.do('tirza', 'case.set-dossier-reference', {
		caseId: at.world.case.noor,
		reference: 'JGZ-0042'
	});
	await at.world.do('marjan', 'case.set-dossier-reference', {
		caseId: at.world.case.noor,
		reference: 'SCHOOL-7'
	});
	const id = await at.propose('De kinderen zien, en spreken; “samen”', {
		ownerPersonId: at.world.people.tirza.id,
		tellTo: 'Marjan Hofstee'
	});
	await at.send();
	expect(await at.task(id)).toMatchObject({
		title: 'De kinderen zien, en spreken; “samen”',
		due: '2026-12-08',
		status: 'NEEDS-ACTION',
		revision: 1,
		description: [
			'Casus 26-4187',
			'Uw dossier: JGZ-0042',
			'Wie: Tirza Oosting (GGD Noorderveld)',
			`https://casustafel.example/acties/${id}`,
			'Tekst en datum komen uit Casustafel. Verander hier alleen de stand.'
		].join('\n')
	});
	const file = await at.ics(id);
	expect(file).toContain('DUE;VALUE=DATE:20261208');
	for (const word of ['SCHOOL-7', 'Hofstee', 'Noor ', 'Visser']) expect(file).not.toContain(word);
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'received', error: null });
	expect(await at.exchanges()).toEqual([{ what: 'action-assigned', error: null }]);
});

test('TL2 a lost reply, and the same message again: one task, written once', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	at.between.turn = ({ method }) => (method === 'PUT' ? 'drop' : null);
	await at.send();
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'failed', error: 'no-answer' });
	at.between.turn = () => null;
	at.app.clock.advance(MINUTE);
	await at.send();
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'received', error: null });
	expect((await at.server.tasks('ggd', at.list)).size).toBe(1);
	expect(puts(at)).toHaveLength(1);
	// Nobody there has touched it: that it was there already is no sign of that.
	await at.look();
	expect((await at.ledger())[0]?.delivery).toMatchObject({ status: 'received', readAt: null });
	expect((await at.action(id)).status).toBe('proposed');
});

test('TL2 finished there before the lost reply came again: that counts', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	at.between.turn = ({ method }) => (method === 'PUT' ? 'drop' : null);
	await at.send();
	at.between.turn = () => null;
	await at.edit(id, withStatus('COMPLETED', 'COMPLETED:20261123T120000Z'));
	at.app.clock.advance(MINUTE);
	await at.send();
	expect(await at.action(id)).toMatchObject({ status: 'done', doneOn: '2026-11-23' });
	expect((await at.task(id)).status).toBe('COMPLETED');
	expect(await statuses(at)).toEqual(['read']);
});

test('TL3 a new text goes over the version that was read, and asks for an answer again', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await changeTitle(at, id, 'Langsgaan bij school', { due: '2026-12-15' });
	await at.send();
	expect(await at.task(id)).toMatchObject({
		title: 'Langsgaan bij school',
		due: '2026-12-15',
		revision: 2,
		status: 'NEEDS-ACTION'
	});
	const [first, second] = puts(at);
	expect(first?.headers).toMatchObject({ 'if-none-match': '*' });
	expect(second?.headers['if-match']).toMatch(/^"/);
	expect(await statuses(at)).toEqual(['outdated', 'received']);
});

test('TL3 someone comes between reading and writing: theirs stays, ours goes on top', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await changeTitle(at, id, 'Langsgaan bij school');
	let isFirst = true;
	at.between.before = async ({ method }) => {
		if (method !== 'PUT' || !isFirst) return;
		isFirst = false;
		await at.edit(id, (ics) => ics.replace('END:VTODO', 'PRIORITY:1\r\nEND:VTODO'));
	};
	await at.send();
	expect(await at.task(id)).toMatchObject({ title: 'Langsgaan bij school', revision: 2 });
	expect(await at.ics(id)).toContain('PRIORITY:1');
	expect(puts(at)).toHaveLength(3);
	expect(await statuses(at)).toEqual(['outdated', 'received']);
});

test('TL3 someone keeps coming between: given up for now, nothing of theirs is lost', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await changeTitle(at, id, 'Langsgaan bij school');
	let count = 0;
	at.between.before = async ({ method }) => {
		if (method !== 'PUT') return;
		count += 1;
		await at.edit(id, (ics) =>
			ics.replace(/PRIORITY:.*\r\n/, '').replace('END:VTODO', `PRIORITY:${count}\r\nEND:VTODO`)
		);
	};
	await at.send();
	expect((await at.ledger()).at(-1)?.delivery).toMatchObject({ error: 'changed-meanwhile' });
	expect(await at.task(id)).toMatchObject({ title: 'Bellen met school' });
	at.between.before = () => {};
	at.app.clock.advance(MINUTE);
	await at.send();
	expect(await at.task(id)).toMatchObject({ title: 'Langsgaan bij school' });
	expect(await at.ics(id)).toContain(`PRIORITY:${count}`);
});

test('TL3 we came between what they read and wrote: the server refuses theirs, and ours stands', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	const theirs = await at.server.ask('ggd', 'GET', `${at.list}casustafel-${id}.ics`);
	const ics = withStatus('COMPLETED')(await theirs.text());
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.send();
	const put = await at.server.ask(
		'ggd',
		'PUT',
		`${at.list}casustafel-${id}.ics`,
		{ 'content-type': 'text/calendar', 'if-match': theirs.headers.get('etag') ?? '' },
		ics
	);
	expect(put.status).toBe(412);
	await at.look();
	expect(await at.action(id)).toMatchObject({ status: 'proposed', revision: 2 });
	expect(await at.task(id)).toMatchObject({ title: 'Langsgaan bij school' });
});

test('TL4 their reminder and their notes survive a new text of ours', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await at.edit(id, (ics) =>
		ics
			.replaceAll(/\r?\n /g, '')
			.replace('alleen de stand.', 'alleen de stand.\\nMaandag gebeld\\, niemand thuis.')
			.replace(
				'END:VTODO',
				'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Denk eraan\r\nTRIGGER;RELATED=END:-P1D\r\nEND:VALARM\r\nEND:VTODO'
			)
	);
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.send();
	const after = (await at.ics(id)).replaceAll(/\r?\n /g, '');
	expect(after).toContain('SUMMARY:Langsgaan bij school');
	expect(after).toContain('TRIGGER;RELATED=END:-P1D');
	expect(after).toContain('Maandag gebeld\\, niemand thuis.');
	expect(await at.task(id)).toMatchObject({ revision: 2 });
	// Looking at it again, ours and theirs are as they should be: nothing is written.
	const before = puts(at).length;
	await at.look();
	await at.look();
	expect(puts(at)).toHaveLength(before);
});

test('TL5 withdrawn: cancelled there, and nothing is told of whose it is now', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await changeTitle(at, id, 'Bellen met de huisarts', {
		ownerOrganisationId: at.world.organisation.welzijn
	});
	await at.send();
	expect(await at.task(id)).toMatchObject({ status: 'CANCELLED', title: 'Bellen met school' });
	expect(await at.ics(id)).not.toContain('huisarts');
	expect(await at.ics(id)).not.toContain('Welzijn');
	// Whatever they do with it now is nothing to the action.
	await at.edit(id, withStatus('COMPLETED'));
	await at.look();
	expect((await at.action(id)).status).toBe('proposed');
	// And it comes back as new when it is theirs again.
	await changeTitle(at, id, 'Toch bellen met school', {
		ownerOrganisationId: at.world.organisation.ggd
	});
	await at.send();
	expect(await at.task(id)).toMatchObject({
		status: 'NEEDS-ACTION',
		title: 'Toch bellen met school'
	});
});

test('TL5 withdrawn after they took it off, or before it came: nothing comes on the list', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	await at.takeOff(id);
	await done(at.app, at.world.actor('marjan'), 'action.withdraw', {
		actionId: id,
		reason: 'Niet meer nodig'
	});
	await at.send();
	expect((await at.server.tasks('ggd', at.list)).size).toBe(0);
	expect(await statuses(at)).toEqual(['outdated', 'received']);
});

const ratified = async (at: ListWorld, version: number) => {
	const actions = await stored(at.app).actions.ofItem(at.world.item.noor);
	await transact(
		at.app,
		at.world.actor('marjan'),
		async (work) => {
			await announceActionList(work, {
				itemId: at.world.item.noor,
				caseId: at.world.case.noor,
				version,
				hash: 'hash',
				actions,
				organisationIds: [at.world.organisation.ggd]
			});
			return ok();
		},
		'ratify'
	);
	await at.send();
};

test('TL6 a ratified list is a task to file it, without a word of what was agreed; a next version asks again', async () => {
	const at = await listWorld();
	await at.propose('Bellen met school');
	const itemId = at.world.item.noor;
	await ratified(at, 1);
	expect(await at.task(itemId)).toMatchObject({ title: LIST_TITLE, due: null, revision: 1 });
	const file = (await at.ics(itemId)).replaceAll(/\r?\n /g, '');
	expect(file).toContain('Casus 26-4187\\nVastgesteld\\, versie 1');
	expect(file).not.toContain('Bellen');
	await at.edit(itemId, withStatus('COMPLETED'));
	await at.look();
	const last = (await at.ledger()).at(-1);
	expect(last).toMatchObject({
		row: { type: 'action-list-ratified' },
		delivery: { status: 'read' }
	});
	// Completed and thrown away: filed.
	await ratified(at, 2);
	expect(await at.task(itemId)).toMatchObject({ status: 'NEEDS-ACTION', revision: 2 });
	await at.edit(itemId, withStatus('COMPLETED'));
	await at.look();
	await at.takeOff(itemId);
	await at.look();
	expect((await at.ledger()).at(-1)?.delivery.status).toBe('read');
});

test('TL7 the test writes a task and takes it away, and says plainly what is wrong', async () => {
	const at = await listWorld();
	const test_ = () => testConnector(at.app, at.world.actor('petra'), at.connectorId);
	expect(await test_()).toEqual({ ok: true, value: { ok: true } });
	expect(at.between.passed.map(({ method }) => method)).toEqual(['PUT', 'GET', 'DELETE']);
	expect(at.between.passed[0]?.body).toContain('Proef van Casustafel');
	expect((await at.server.tasks('ggd', at.list)).size).toBe(0);
	at.between.turn = () => ({ status: 403 });
	expect(await test_()).toMatchObject({ value: { ok: false, error: 'no-access' } });
});

test('TL9 a title with a registered name leaves by no way, also when it is registered afterwards', async () => {
	const at = await listWorld();
	const id = await at.propose('Met Sterre naar het consult');
	const other = await at.propose('Bellen met school');
	await at.app.database.write((queries) =>
		repositories(queries).cases.addChild({
			id: at.app.ids.id(),
			caseId: at.world.case.noor,
			firstName: 'Stèrre',
			birthMonth: '2024-01',
			position: 9
		})
	);
	await at.send();
	expect([...(await at.server.tasks('ggd', at.list)).keys()]).toEqual([`casustafel-${other}.ics`]);
	expect(await statuses(at)).toEqual(['failed', 'received']);
	const action = await at.action(id);
	await transact(
		at.app,
		at.world.actor('marjan'),
		async (work) => {
			await announceAction(work, { ...action, title: 'Bellen met Sterre' }, 'action-changed');
			return ok();
		},
		'change'
	);
	await at.send();
	await at.look();
	expect((await at.server.tasks('ggd', at.list)).size).toBe(1);
	expect(at.between.passed.map(({ body }) => body).join('')).not.toContain('Sterre');
});

test('TL9 a name that was registered since is not written back either', async () => {
	const at = await listWorld();
	const id = await at.propose('Met Sterre naar het consult');
	await at.send();
	await at.app.database.write((queries) =>
		repositories(queries).cases.addChild({
			id: at.app.ids.id(),
			caseId: at.world.case.noor,
			firstName: 'Sterre',
			birthMonth: '2024-01',
			position: 9
		})
	);
	await at.edit(id, (ics) => ics.replace(/SUMMARY:.*/, 'SUMMARY:Consult'));
	await at.look();
	expect(await at.task(id)).toMatchObject({ title: 'Consult' });
});

test('TL11 off for a day: it all arrives afterwards, each once', async () => {
	const at = await listWorld();
	await at.server.stop();
	for (const title of ['Bellen met school', 'Huisbezoek plannen', 'Consult inhalen'])
		await at.propose(title);
	const end = at.app.clock.now().getTime() + 24 * HOUR;
	while (at.app.clock.now().getTime() < end) {
		await at.send();
		await at.lists.round();
		at.app.clock.advance(10 * MINUTE);
	}
	expect((await at.ledger()).every(({ delivery }) => delivery.parkedAt === null)).toBe(true);
	await at.server.start();
	at.app.clock.advance(48 * HOUR);
	await at.send();
	await at.look();
	expect(await statuses(at)).toEqual(['received', 'received', 'received']);
	expect((await at.server.tasks('ggd', at.list)).size).toBe(3);
});

test('TL11 each refusal has its own code, and a password that is wrong is told as that', async () => {
	const at = await listWorld();
	await at.propose('Bellen met school');
	const expected = {
		401: 'password-refused',
		403: 'no-access',
		404: 'list-gone',
		409: 'list-gone',
		413: 'list-full',
		507: 'list-full',
		503: 'answered-error',
		400: 'answered-refusal',
		301: 'redirect-refused'
	};
	for (const [status, error] of Object.entries(expected)) {
		at.between.turn = ({ method }) => (method === 'PUT' ? { status: Number(status) } : null);
		const tried = await testConnector(at.app, at.world.actor('petra'), at.connectorId);
		expect(tried, status).toMatchObject({ value: { ok: false, error } });
	}
	at.between.turn = () => null;
	await at.app.database.write((queries) =>
		repositories(queries).delivery.changeConnector(at.connectorId, {
			settings: { username: 'niemand' }
		})
	);
	await at.send();
	expect((await at.ledger())[0]?.delivery).toMatchObject({
		status: 'failed',
		error: 'password-refused'
	});
	await at.look();
	expect((await at.exchanges())[0]).toEqual({ what: 'status-in', error: 'password-refused' });
});
