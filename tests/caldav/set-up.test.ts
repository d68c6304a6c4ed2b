import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findLists } from '#lib/server/connectors/caldav/find-lists.ts';
import { taskList } from '#lib/server/connectors/caldav/client.ts';
import { connectorList } from '#lib/server/connectors/list.ts';
import { transact } from '#lib/server/transact.ts';
import { setUpTaskList } from '#lib/server/usecases/connectors/set-up-task-list.ts';
import type { Actor } from '#lib/server/work.ts';
import { proxy } from './proxy.ts';
import { HOUR, listWorld, type ListWorld, withStatus } from './world.ts';

const account = (at: ListWorld, url = at.server.origin) => ({
	url,
	username: 'ggd',
	password: at.server.users.ggd ?? ''
});

test('TL50 the lists are found from the server, the person and the list; only where tasks can be written', async () => {
	const at = await listWorld();
	await at.server.makeList('ggd', 'wijkteam');
	const agenda = '/ggd/agenda/';
	const events = `<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
		<C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set>
		</D:prop></D:set></C:mkcalendar>`;
	expect((await at.server.ask('ggd', 'MKCALENDAR', agenda, {}, events)).status).toBe(201);
	const both = [
		{ url: at.list, name: 'taken' },
		{ url: `${at.server.origin}/ggd/wijkteam/`, name: 'wijkteam' }
	];
	const names = async (url: string) => {
		const found = await findLists(at.app, account(at, url));
		return found.ok ? found.value.toSorted((a, b) => a.name.localeCompare(b.name)) : found.error;
	};
	expect(await names(at.server.origin)).toEqual(both);
	expect(await names(`${at.server.origin}/ggd/`)).toEqual(both);
	expect(await names(at.list)).toEqual(both.slice(0, 1));
	expect(await names(`${at.server.origin}${agenda}`)).toBe('list-not-found');
});

test('TL50 a list that may only be read is not offered', async () => {
	const at = await listWorld();
	at.between.alter = (_, answer) =>
		answer
			.replaceAll(/<privilege>\s*<(\w+:)?(write|all|write-\w+)\s*\/>\s*<\/privilege>/g, '')
			.replaceAll(
				/<privilege>\s*<(write|all|write-content|write-properties)\s*\/>\s*<\/privilege>/g,
				''
			);
	expect(await findLists(at.app, account(at, `http://${at.between.place}`))).toEqual({
		ok: false,
		error: 'list-not-found'
	});
});

test('TL50 wrong password, no list, no task lists at all, nobody there: told apart', async () => {
	const at = await listWorld();
	const wrong = { ...account(at), password: 'fout' };
	expect(await findLists(at.app, wrong)).toMatchObject({ error: 'password-refused' });
	const nobody = { ...account(at), username: 'welzijn', password: at.server.users.welzijn ?? '' };
	expect(await findLists(at.app, nobody)).toMatchObject({ error: 'list-not-found' });
	const page = { status: 200, body: '<html></html>', headers: { 'content-type': 'text/html' } };
	at.between.turn = () => page;
	const through = account(at, `http://${at.between.place}`);
	expect(await findLists(at.app, through)).toMatchObject({ error: 'list-not-found' });
	expect(await findLists(at.app, account(at, 'http://10.0.0.1/'))).toMatchObject({
		error: 'not-https'
	});
	expect(await findLists(at.app, account(at, 'https://10.0.0.1/'))).toMatchObject({
		error: 'address-refused'
	});
	await at.server.stop();
	expect(await findLists(at.app, account(at))).toMatchObject({ error: 'unreachable' });
});

test('TL50 the place that the server names itself is found, on that server only', async () => {
	const at = await listWorld();
	const elsewhere = await proxy(() => at.server.origin);
	const through = account(at, `http://${at.between.place}`);
	const moved = (location: string) => {
		at.between.turn = ({ path }) => {
			if (path === '/.well-known/caldav') return { status: 301, headers: { location } };
			return path === '/' ? { status: 405 } : null;
		};
	};
	moved('/ggd/');
	expect(await findLists(at.app, through)).toMatchObject({ value: [{ name: 'taken' }] });
	moved(`http://${elsewhere.place}/ggd/`);
	expect(await findLists(at.app, through)).toMatchObject({ error: 'list-not-found' });
	expect(elsewhere.passed).toEqual([]);
});

const setUp = (at: ListWorld, actor: Actor, more: object = {}) =>
	transact(
		at.app,
		actor,
		(work) =>
			setUpTaskList(work, {
				organisationId: at.world.organisation.ggd,
				...account(at, `${at.server.origin}/ggd/wijkteam`),
				allow: at.app.settings.webhookAllow,
				...more
			}),
		'set-up-connector'
	);

test('TL51 for who may administer the organisation; for anyone else there is nothing to connect', async () => {
	const at = await listWorld();
	const own = (person: 'tirza' | 'bas'): Actor => ({
		...at.world.actor(person),
		administers: 'organisation'
	});
	for (const actor of [at.world.actor('tirza'), at.world.actor('marjan'), own('bas')])
		expect(await setUp(at, actor)).toMatchObject({ error: 'not-found' });
	const petra = at.world.actor('petra');
	const tried = async (more: object) => {
		const made = await setUp(at, petra, more);
		return made.ok ? 'ok' : made.error;
	};
	expect(await tried({ url: 'http://cloud.example/taken/' })).toBe('not-https');
	expect(await tried({ url: 'https://ggd:geheim@cloud.example/taken/' })).toBe('address-refused');
	expect(await tried({ url: 'https://169.254.169.254/' })).toBe('address-refused');
	expect(await tried({ username: ' ' })).toBe('password-refused');
	expect(await tried({ password: '' })).toBe('password-refused');
	expect((await setUp(at, own('tirza'))).ok).toBe(true);
	// One list, one organisation: however the address is written.
	const again = { url: `${at.server.origin}/ggd/wijkteam/?x#y` };
	const welzijn = { ...again, organisationId: at.world.organisation.welzijn };
	expect(await tried(welzijn)).toBe('list-in-use');
});

test('TL52 the same list again is a new password: the connection and what is on the list stay', async () => {
	const at = await listWorld();
	const id = await at.propose('Bellen met school');
	await at.send();
	const petra = at.world.actor('petra');
	const again = { url: at.between.through(at.list) };
	expect(await setUp(at, petra, { ...again, password: 'verlopen' })).toEqual({
		ok: true,
		value: { connectorId: at.connectorId }
	});
	await at.look();
	expect((await at.exchanges())[0]).toMatchObject({ error: 'password-refused' });
	await at.edit(id, withStatus('COMPLETED'));
	expect((await setUp(at, petra, again)).ok).toBe(true);
	at.app.clock.advance(HOUR);
	await at.look();
	expect((await at.action(id)).status).toBe('done');
});

test('TL51 the password is on no disk in the clear, and shown to nobody', async () => {
	const at = await listWorld();
	const password = at.server.users.ggd ?? '';
	for (const name of readdirSync(at.app.dataDir).filter((each) => each.includes('sqlite')))
		expect(readFileSync(join(at.app.dataDir, name)).includes(password), name).toBe(false);
	const seen = await transact(at.app, at.world.actor('petra'), connectorList, 'list');
	expect(JSON.stringify(seen)).not.toContain(password);
	expect(JSON.stringify(seen)).toContain(at.connectorId);
	// Sent as it is, spaces and all: the server takes it.
	const id = await at.propose('Bellen met school');
	await at.send();
	expect((await at.task(id)).title).toBe('Bellen met school');
});

const open = new AbortController().signal;
const access = (url: string) => ({ url, username: 'ggd', password: 'geheim' });

test('TL10 no redirect is followed, and no name goes to another server', async () => {
	const at = await listWorld();
	const elsewhere = await proxy(() => at.server.origin);
	const allow = [at.between.place, elsewhere.place];
	const list = taskList(access(`http://${at.between.place}/ggd/taken/`), { allow }, open);
	for (const status of [301, 302, 307, 308]) {
		at.between.turn = () => ({ status, headers: { location: `http://${elsewhere.place}/` } });
		expect(await list.marks()).toEqual({ ok: false, error: 'redirect-refused' });
		expect(await list.get('x.ics')).toEqual({ ok: false, error: 'redirect-refused' });
		expect(await list.put('x.ics', 'x', null)).toEqual({ ok: false, error: 'redirect-refused' });
	}
	expect(elsewhere.passed).toEqual([]);
});

test('TL10 the connection goes to the address that was checked, looked up once', async () => {
	const at = await listWorld();
	const port = new URL(at.server.origin).port;
	const lookup = vi.fn(async () => [{ address: '127.0.0.1', family: 4 }]);
	const password = at.server.users.ggd ?? '';
	const url = `http://lijst.invalid:${port}/ggd/taken/`;
	const allow = [`lijst.invalid:${port}`];
	const list = taskList({ ...access(url), password }, { allow, lookup }, open);
	// The name exists nowhere: only the pinned address can have been used.
	expect((await list.marks()).ok).toBe(true);
	expect((await list.files()).ok).toBe(true);
	expect(lookup).toHaveBeenCalledTimes(1);
	const rebound = taskList(access(url), { allow: [], lookup }, open);
	expect(await rebound.marks()).toEqual({ ok: false, error: 'not-https' });
	const inside = taskList(access(`https://lijst.invalid:${port}/`), { allow: [], lookup }, open);
	expect(await inside.marks()).toEqual({ ok: false, error: 'address-refused' });
});

test('TL10 an endless answer and one that never comes cost no more than was set', async () => {
	const at = await listWorld();
	const url = `http://${at.between.place}/ggd/taken/`;
	const list = taskList(
		access(url),
		{ allow: [at.between.place], maxBytes: 1000, timeoutMs: 300 },
		open
	);
	at.between.turn = () => ({ status: 207, body: 'x'.repeat(5000) });
	expect(await list.files()).toEqual({ ok: false, error: 'not-a-task-list' });
	at.between.turn = () => 'hang';
	expect(await list.files()).toEqual({ ok: false, error: 'timeout' });
	expect(await list.get('x.ics')).toEqual({ ok: false, error: 'timeout' });
});
