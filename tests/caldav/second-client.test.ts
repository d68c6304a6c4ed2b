import { expect, test } from 'vitest';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { taskClient } from '../support/task-client.ts';
import { changeTitle, listWorld } from './world.ts';

test('TL60 todoman and vdirsyncer: read, put in hand, finished, reopened, cancelled', async () => {
	const at = await listWorld({}, new Date());
	const client = await taskClient(at.list, { name: 'ggd', password: at.server.users.ggd ?? '' });
	const title = 'De kinderen zien, en spreken; “samen” 👧🏽';
	const id = await at.propose(title, { ownerPersonId: at.world.people.tirza.id });
	await at.send();
	await client.sync();
	expect(await client.tasks()).toMatchObject([{ summary: title, completed: false, percent: 0 }]);
	const [read] = await client.tasks();
	expect(read?.description).toContain('Casus 26-4187\nWie: Tirza Oosting (GGD Noorderveld)\n');
	const { due } = await at.action(id);
	expect(read?.due && dayInTheNetherlands(new Date(read.due * 1000))).toBe(due);

	const there = async (change: () => Promise<void>) => {
		await change();
		await client.sync();
		await at.look();
		return at.action(id);
	};
	expect(await there(() => client.edit(title, '--priority', 'high'))).toMatchObject({
		status: 'proposed'
	});
	expect((await at.ledger())[0]?.delivery.status).toBe('read');
	expect(await at.exchanges()).not.toContainEqual(
		expect.objectContaining({ error: expect.anything() })
	);
	const inHand = ['s/^STATUS:.*/STATUS:IN-PROCESS\\r/'];
	expect(await there(() => client.editRaw(title, ...inHand))).toMatchObject({
		status: 'in-progress'
	});
	const before = dayInTheNetherlands(new Date());
	const finished = await there(() => client.done(title));
	expect(finished.status).toBe('done');
	expect([before, dayInTheNetherlands(new Date())]).toContain(finished.doneOn);
	const reopened = [
		's/^STATUS:.*/STATUS:NEEDS-ACTION\\r/',
		'/^COMPLETED/d',
		's/^PERCENT-COMPLETE:.*/PERCENT-COMPLETE:0\\r/'
	];
	expect(await there(() => client.editRaw(title, ...reopened))).toMatchObject({
		status: 'in-progress'
	});
	expect(await at.ics(id)).toContain('PRIORITY:');
	const other = await at.propose('Huisbezoek plannen');
	await at.send();
	await client.sync();
	await client.cancel('Huisbezoek plannen');
	await client.sync();
	await at.look();
	expect(await at.action(other)).toMatchObject({
		status: 'declined',
		reason: 'Zonder reden, via de takenlijst'
	});
});

test('TL60 what changes here arrives there; what they change of ours comes back; taken off is seen', async () => {
	const at = await listWorld({}, new Date());
	const client = await taskClient(at.list, { name: 'ggd', password: at.server.users.ggd ?? '' });
	const id = await at.propose('Bellen met school');
	await at.send();
	await client.sync();
	await client.edit('Bellen met school', '--due', '2035-01-15');
	await client.sync();
	await at.look();
	expect(await at.task(id)).toMatchObject({ due: (await at.action(id)).due });
	await client.sync();
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.send();
	await client.sync();
	expect(await client.tasks()).toMatchObject([{ summary: 'Langsgaan bij school' }]);
	await at.world.do('tirza', 'action.finish', {
		actionId: id,
		doneOn: dayInTheNetherlands(new Date()),
		result: ''
	});
	await at.look();
	await client.sync();
	expect(await client.tasks()).toEqual([]);
	expect(await client.tasks(true)).toMatchObject([{ completed: true, percent: 100 }]);

	await at.propose('Huisbezoek plannen');
	await at.send();
	await at.look();
	await client.sync();
	await client.remove('Huisbezoek plannen');
	await client.sync();
	await at.look();
	expect((await at.ledger()).at(-1)?.delivery).toMatchObject({ error: 'removed-there' });
});

test('TL60 both change it at the same time: the other client yields to ours, or ours takes theirs in', async () => {
	const at = await listWorld({}, new Date());
	const client = await taskClient(at.list, { name: 'ggd', password: at.server.users.ggd ?? '' });
	const id = await at.propose('Bellen met school');
	await at.send();
	await client.sync();
	// Ours arrives first: what they did was about a text that stands no more.
	await client.done('Bellen met school');
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.send();
	await client.sync();
	await at.look();
	expect(await at.action(id)).toMatchObject({ status: 'proposed', revision: 2 });
	expect(await client.tasks()).toMatchObject([{ summary: 'Langsgaan bij school' }]);
	// Theirs arrives first, between our reading and writing.
	await client.edit('Langsgaan bij school', '--priority', 'high');
	await changeTitle(at, id, 'Langsgaan bij de juf');
	let isFirst = true;
	at.between.before = async ({ method }) => {
		if (method !== 'PUT' || !isFirst) return;
		isFirst = false;
		await client.sync();
	};
	await at.send();
	expect(await at.task(id)).toMatchObject({ title: 'Langsgaan bij de juf', revision: 3 });
	expect(await at.ics(id)).toContain('PRIORITY:');
	await client.sync();
	expect(await client.tasks()).toMatchObject([{ summary: 'Langsgaan bij de juf' }]);
});
