import { expect, test } from 'vitest';
import { TaskLists } from '#lib/server/connectors/caldav/task-lists.ts';
import { listWorld, type ListWorld, HOUR, MINUTE, withoutMarks, withStatus } from './world.ts';

const asked = (at: ListWorld) => at.between.passed.map(({ method }) => method);
const isSync = ({ method }: { method: string }) => method === 'REPORT';
const sent = async (...titles: string[]) => {
	const at = await listWorld();
	const ids: string[] = [];
	for (const title of titles) ids.push(await at.propose(title));
	await at.send();
	await at.look();
	at.between.passed.length = 0;
	return { at, ids };
};

test('TL29 nothing changed: one small request; something did: that alone is fetched', async () => {
	const { at, ids } = await sent('Bellen met school', 'Huisbezoek plannen', 'Consult inhalen');
	await at.look();
	expect(asked(at)).toEqual(['PROPFIND']);
	expect(at.between.passed[0]?.headers.depth).toBe('0');
	await at.edit(ids[1] ?? '', withStatus('COMPLETED'));
	await at.look();
	expect(asked(at).slice(1)).toEqual(['PROPFIND', 'REPORT', 'GET']);
	expect(at.between.passed.at(-1)?.path).toContain(ids[1]);
	expect((await at.action(ids[1] ?? '')).status).toBe('done');
});

test('TL29 the server forgot the token: everything is compared, nothing is missed', async () => {
	const { at, ids } = await sent('Bellen met school', 'Huisbezoek plannen');
	const refusal = '<error xmlns="DAV:"><valid-sync-token/></error>';
	at.between.turn = (request) =>
		isSync(request)
			? { status: 403, body: refusal, headers: { 'content-type': 'application/xml' } }
			: null;
	await at.edit(ids[0] ?? '', withStatus('COMPLETED'));
	await at.takeOff(ids[1] ?? '');
	await at.look();
	expect((await at.action(ids[0] ?? '')).status).toBe('done');
	expect((await at.ledger()).at(-1)?.delivery.error).toBe('removed-there');
	expect(asked(at)).toEqual(['PROPFIND', 'REPORT', 'PROPFIND', 'GET', 'GET']);
	// With the new token it goes on as before.
	at.between.turn = () => null;
	at.between.passed.length = 0;
	await at.edit(ids[0] ?? '', withStatus('NEEDS-ACTION'));
	await at.look();
	expect(asked(at)).toEqual(['PROPFIND', 'REPORT', 'GET']);
	expect((await at.action(ids[0] ?? '')).status).toBe('in-progress');
});

test.each([
	['a server without sync-collection', 415, (answer: string) => withoutMarks(answer)],
	[
		'a server with a ctag only',
		403,
		(answer: string) => answer.replaceAll(/<sync-token>.*?<\/sync-token>/gs, '')
	]
])('TL29 %s: versions are compared', async (_, status, alter) => {
	const at = await listWorld();
	at.between.turn = (request) => (isSync(request) ? { status } : null);
	at.between.alter = ({ method }, answer) => (method === 'PROPFIND' ? alter(answer) : answer);
	const id = await at.propose('Bellen met school');
	const other = await at.propose('Huisbezoek plannen');
	await at.send();
	await at.look();
	await at.edit(id, withStatus('IN-PROCESS'));
	await at.look();
	expect((await at.action(id)).status).toBe('in-progress');
	await at.edit(id, withStatus('COMPLETED'));
	await at.takeOff(other);
	await at.look();
	expect((await at.action(id)).status).toBe('done');
	expect((await at.ledger()).at(-1)?.delivery.error).toBe('removed-there');
	expect(asked(at)).not.toContain('REPORT');
});

test('TL30 a task that cannot be read keeps no other from being read, and ours is put back over it', async () => {
	const { at, ids } = await sent('Bellen met school', 'Huisbezoek plannen', 'Consult inhalen');
	const [broken = '', good = '', hurt = ''] = ids;
	await at.edit(broken, withStatus('IN-PROCESS'));
	await at.edit(good, withStatus('COMPLETED'));
	await at.edit(hurt, withStatus('COMPLETED'));
	let isBroken = true;
	at.between.alter = ({ method, path }, answer) =>
		isBroken && method === 'GET' && path.includes(broken) ? 'BEGIN:VCALENDAR\r\nBEGIN:VTO' : answer;
	at.between.turn = ({ method, path }) =>
		isBroken && method === 'GET' && path.includes(hurt) ? { status: 500 } : null;
	await at.look();
	expect((await at.action(good)).status).toBe('done');
	expect(await at.exchanges()).toContainEqual({ what: 'status-in', error: 'unreadable' });
	expect((await at.action(hurt)).status).toBe('proposed');
	isBroken = false;
	at.app.clock.advance(HOUR);
	await at.look();
	// What could not be fetched is asked again, though the list did not change since.
	expect((await at.action(hurt)).status).toBe('done');
	expect(await at.task(broken)).toMatchObject({
		title: 'Bellen met school',
		status: 'NEEDS-ACTION'
	});
});

test('TL31 every two minutes, and less and less often at one that does not answer', async () => {
	const { at } = await sent('Bellen met school');
	const looks = async (minutes: number) => {
		at.between.passed.length = 0;
		for (let passed = 0; passed < minutes; passed++) {
			at.app.clock.advance(MINUTE);
			await at.lists.round();
		}
		return asked(at).filter((method) => method === 'PROPFIND').length;
	};
	expect(await looks(20)).toBe(10);
	at.between.turn = () => ({ status: 503 });
	expect(await looks(60)).toBeLessThanOrEqual(6);
	const inADay = await looks(24 * 60);
	expect(inADay).toBeGreaterThanOrEqual(20);
	expect(inADay).toBeLessThanOrEqual(26);
	const told = (await at.exchanges()).filter(({ what }) => what === 'status-in');
	expect(told).toEqual([{ what: 'status-in', error: 'answered-error' }]);
	at.between.turn = () => null;
	await looks(70);
	expect(await looks(20)).toBe(10);
});

test('TL31 as often as the operator says', async () => {
	const { at } = await sent('Bellen met school');
	const settings = { ...at.app.settings, taskListSeconds: 30 };
	const lists = new TaskLists(() => ({ ...at.app, settings }), { random: () => 0.5 });
	at.between.passed.length = 0;
	for (let passed = 0; passed < 10 * 60; passed += 30) {
		at.app.clock.advance(30_000);
		await lists.round();
	}
	expect(asked(at).filter((method) => method === 'PROPFIND')).toHaveLength(20);
	await lists.close();
});

test('TL31 a dead list keeps no other waiting', async () => {
	const at = await listWorld({ timeoutMs: 1500 });
	const other = await at.server.makeList('welzijn', 'taken');
	await at.connect('welzijn', other, 'welzijn');
	const id = await at.propose('Bellen met school', {
		ownerOrganisationId: at.world.organisation.welzijn
	});
	await at.send();
	const path = `${other}casustafel-${id}.ics`;
	const read = await at.server.ask('welzijn', 'GET', path);
	const put = await at.server.ask(
		'welzijn',
		'PUT',
		path,
		{},
		withStatus('COMPLETED')(await read.text())
	);
	expect(put.ok).toBe(true);
	at.between.turn = () => 'hang';
	at.app.clock.advance(2 * MINUTE);
	let isOver = false;
	const round = at.lists.round().then(() => (isOver = true));
	await expect.poll(async () => (await at.action(id)).status, { timeout: 10_000 }).toBe('done');
	expect(isOver).toBe(false);
	await round;
	expect((await at.exchanges())[0]).toEqual({ what: 'status-in', error: 'timeout' });
});
