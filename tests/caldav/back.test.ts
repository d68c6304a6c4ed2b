import { expect, test } from 'vitest';
import { done, stored } from '../support/test-app.ts';
import {
	changeTitle,
	listWorld,
	type ListWorld,
	MINUTE,
	withoutMarks,
	withStatus
} from './world.ts';

const puts = (at: ListWorld) => at.between.passed.filter(({ method }) => method === 'PUT').length;
const sent = async (title = 'Bellen met school') => {
	const at = await listWorld();
	const id = await at.propose(title);
	await at.send();
	await at.look();
	return { at, id };
};
const delivery = async (at: ListWorld) => (await at.ledger()).at(-1)?.delivery;

test('TL20 completed there is done here on the day in the Netherlands, and the list keeps it so', async () => {
	const { at, id } = await sent();
	await at.edit(id, withStatus('COMPLETED', 'COMPLETED:20261123T230500Z', 'PERCENT-COMPLETE:100'));
	await at.look();
	expect(await at.action(id)).toMatchObject({
		status: 'done',
		doneOn: '2026-11-24',
		ownerPersonId: null
	});
	expect(await delivery(at)).toMatchObject({ status: 'read', error: null });
	expect(await at.exchanges()).toContainEqual({ what: 'status-in', error: null });
	const before = puts(at);
	await at.look();
	expect(puts(at)).toBe(before);
	expect(await at.ics(id)).toContain('COMPLETED:20261123T230500Z');
});

test('TL20 a clock there that runs ahead makes it today', async () => {
	const { at, id } = await sent();
	await at.edit(id, withStatus('COMPLETED', 'COMPLETED:20261201T120000Z'));
	await at.look();
	expect(await at.action(id)).toMatchObject({ status: 'done', doneOn: '2026-11-24' });
});

test('TL20 it is on the history and the access log as the organisation, in nobody its name', async () => {
	const { at, id } = await sent();
	await at.edit(id, withStatus('COMPLETED'));
	await at.look();
	const [event] = (await stored(at.app).actions.events([id])).slice(-1);
	expect(event).toMatchObject({ kind: 'finish', personId: null, connectorId: at.connectorId });
	const rows = await stored(at.app).log.ofCase(at.world.case.noor);
	expect(rows.find((row) => row.event === 'action-finish')).toMatchObject({
		personId: null,
		role: 'connector',
		organisationId: at.world.organisation.ggd,
		ground: 'organisation',
		objectId: id
	});
});

test('TL21 begun, done, reopened, begun and cancelled: each step as the list says it', async () => {
	const { at, id } = await sent();
	const say = async (status: string, ...lines: string[]) => {
		await at.edit(id, withStatus(status, ...lines));
		await at.look();
		return (await at.action(id)).status;
	};
	expect(await say('IN-PROCESS')).toBe('in-progress');
	expect(await say('NEEDS-ACTION')).toBe('in-progress');
	expect(await say('COMPLETED')).toBe('done');
	const before = puts(at);
	expect(await say('NEEDS-ACTION')).toBe('in-progress');
	await at.look();
	// They own the status: how they put it, it stays.
	expect((await at.task(id)).status).toBe('NEEDS-ACTION');
	expect(puts(at)).toBe(before);
	// What has begun can not be declined.
	expect(await say('CANCELLED')).toBe('in-progress');
	expect((await at.task(id)).status).toBe('IN-PROCESS');
	expect(await at.exchanges()).toContainEqual({ what: 'status-in', error: 'wrong-status' });
});

test('TL21 cancelled is declined, with their reason or without; taken up after all it is accepted', async () => {
	const { at, id } = await sent();
	await at.edit(id, withStatus('CANCELLED', 'COMMENT:Wij hebben geen plek\\, helaas.'));
	await at.look();
	expect(await at.action(id)).toMatchObject({
		status: 'declined',
		reason: 'Wij hebben geen plek, helaas.'
	});
	await at.edit(id, withStatus('NEEDS-ACTION'));
	await at.look();
	expect(await at.action(id)).toMatchObject({ status: 'accepted', reason: null });
	await at.edit(id, (ics) => withStatus('CANCELLED')(ics.replace(/COMMENT.*\r\n/, '')));
	await at.look();
	expect(await at.action(id)).toMatchObject({
		status: 'declined',
		reason: 'Zonder reden, via de takenlijst'
	});
	await at.edit(id, withStatus('COMPLETED'));
	await at.look();
	expect(await at.action(id)).toMatchObject({ status: 'done', reason: null });
});

test('TL22 a client that sets nothing but "a hundred per cent"', async () => {
	const { at, id } = await sent();
	await at.edit(id, (ics) =>
		ics.replace(/STATUS:.*\r\n/, '').replace('PERCENT-COMPLETE:0', 'PERCENT-COMPLETE:100')
	);
	await at.look();
	expect((await at.action(id)).status).toBe('done');
});

test('TL23 a reminder that someone set shows that it was read; the same written again does not', async () => {
	const { at, id } = await sent();
	await at.edit(id, (ics) =>
		ics.replace(/DTSTAMP:.*/, 'DTSTAMP:20261125T000000Z').replace('SEQUENCE:0', 'SEQUENCE:4')
	);
	await at.look();
	expect(await delivery(at)).toMatchObject({ status: 'received', readAt: null });
	await at.edit(id, (ics) =>
		ics.replace(
			'END:VTODO',
			'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER;RELATED=END:-P1D\r\nEND:VALARM\r\nEND:VTODO'
		)
	);
	await at.look();
	expect(await delivery(at)).toMatchObject({ status: 'read', readAt: at.app.clock.now() });
	expect((await at.action(id)).status).toBe('proposed');
	expect(puts(at)).toBe(1);
});

test('TL23 looked at while we write it ourselves: ours is no change of theirs', async () => {
	const { at, id } = await sent();
	await changeTitle(at, id, 'Langsgaan bij school');
	let round: Promise<void> | null = null;
	at.between.after = async ({ method }) => {
		if (method !== 'PUT' || round) return;
		round = at.look();
		const count = at.between.passed.length;
		// It hears that something changed, and would go and get it; the answer to our writing is still to come.
		await expect
			.poll(() => at.between.passed.slice(count).some((one) => one.method === 'REPORT'))
			.toBe(true);
		const isFetched = () => at.between.passed.slice(count).some((one) => one.method === 'GET');
		await expect
			.poll(isFetched, { timeout: 400 })
			.toBe(true)
			.catch(() => {});
	};
	await at.send();
	await round;
	expect(await delivery(at)).toMatchObject({ status: 'received', readAt: null });
	expect((await at.task(id)).title).toBe('Langsgaan bij school');
});

test('TL24 an answer to an older text is refused, and the text that counts is put back', async () => {
	const { at, id } = await sent();
	const old = await at.ics(id);
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.send();
	// A telephone that was off writes its own old copy over ours.
	await at.edit(id, () => withStatus('COMPLETED')(old));
	await at.look();
	expect(await at.action(id)).toMatchObject({ status: 'proposed', revision: 2, doneOn: null });
	expect(await at.task(id)).toMatchObject({
		title: 'Langsgaan bij school',
		status: 'NEEDS-ACTION',
		revision: 2,
		doneOn: null
	});
	expect(await at.exchanges()).toContainEqual({ what: 'status-in', error: 'stale' });
	expect(await delivery(at)).toMatchObject({ status: 'received', readAt: null });
	// The same without an answer: the old words do not stay either.
	await at.edit(id, () => old.replace('END:VTODO', 'PRIORITY:1\r\nEND:VTODO'));
	await at.look();
	expect(await at.task(id)).toMatchObject({ title: 'Langsgaan bij school', revision: 2 });
	await at.edit(id, withStatus('COMPLETED'));
	await at.look();
	expect((await at.action(id)).status).toBe('done');
});

test('TL24 answered while a new text was on its way: that answer was to the old one', async () => {
	const { at, id } = await sent();
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.edit(id, withStatus('COMPLETED'));
	await at.send();
	expect((await at.action(id)).status).toBe('proposed');
	expect(await at.task(id)).toMatchObject({
		title: 'Langsgaan bij school',
		status: 'NEEDS-ACTION'
	});
	expect(await at.exchanges()).toContainEqual({ what: 'status-in', error: 'stale' });
});

test('TL25 title and date changed there: noted and put back; the answer with it counts', async () => {
	const { at, id } = await sent();
	await at.edit(id, (ics) =>
		withStatus('IN-PROCESS')(ics)
			.replace(/SUMMARY:.*/, 'SUMMARY:Iets heel anders')
			.replace('20261208', '20270101')
			.replace('END:VTODO', 'PRIORITY:1\r\nEND:VTODO')
	);
	await at.look();
	expect((await at.action(id)).status).toBe('in-progress');
	expect(await at.task(id)).toMatchObject({
		title: 'Bellen met school',
		due: '2026-12-08',
		status: 'IN-PROCESS'
	});
	expect(await at.ics(id)).toContain('PRIORITY:1');
	expect(await at.exchanges()).toContainEqual({ what: 'status-in', error: 'text-changed-there' });
	expect(await delivery(at)).toMatchObject({ status: 'read' });
	const before = puts(at);
	await at.look();
	expect(puts(at)).toBe(before);
});

test('TL26 taken off while still to be done: the action stays, the chair sees it, nothing goes by itself', async () => {
	const { at, id } = await sent();
	await at.takeOff(id);
	await at.look();
	expect((await at.action(id)).status).toBe('proposed');
	expect(await delivery(at)).toMatchObject({ status: 'failed', error: 'removed-there' });
	expect((await delivery(at))?.parkedAt).not.toBeNull();
	at.app.clock.advance(48 * 60 * MINUTE);
	await at.send();
	await at.look();
	expect((await at.server.tasks('ggd', at.list)).size).toBe(0);
	await done(at.app, at.world.actor('marjan'), 'delivery.retry', {
		deliveryId: (await delivery(at))?.id
	});
	await at.send();
	expect((await at.task(id)).status).toBe('NEEDS-ACTION');
	expect(await delivery(at)).toMatchObject({ status: 'received', error: null });
	await at.takeOff(id);
	await at.look();
	await changeTitle(at, id, 'Langsgaan bij school');
	await at.send();
	expect(await at.task(id)).toMatchObject({ title: 'Langsgaan bij school' });
});

test('TL26 taken off when it was closed is tidying up', async () => {
	const { at, id } = await sent();
	await at.edit(id, withStatus('COMPLETED'));
	await at.look();
	await at.takeOff(id);
	await at.look();
	expect(await delivery(at)).toMatchObject({ status: 'read', error: null });
	expect((await at.action(id)).status).toBe('done');
	await at.look();
	expect((await at.server.tasks('ggd', at.list)).size).toBe(0);
});

test('TL27 answered in the app: the list shows it at the next look', async () => {
	const { at, id } = await sent();
	await done(at.app, at.world.actor('tirza'), 'action.start', { actionId: id });
	await at.look();
	expect((await at.task(id)).status).toBe('IN-PROCESS');
	await done(at.app, at.world.actor('tirza'), 'action.finish', {
		actionId: id,
		doneOn: '2026-11-20',
		result: 'Gesproken'
	});
	await at.look();
	expect(await at.task(id)).toMatchObject({ status: 'COMPLETED', doneOn: '2026-11-20' });
	expect(await at.ics(id)).not.toContain('Gesproken');
	const before = puts(at);
	await at.look();
	expect(puts(at)).toBe(before);
});

test('TL27 finished in the app while the list only began: finished it stays, there too', async () => {
	const { at, id } = await sent();
	await at.edit(id, withStatus('IN-PROCESS'));
	await done(at.app, at.world.actor('tirza'), 'action.finish', {
		actionId: id,
		doneOn: '2026-11-24',
		result: ''
	});
	await at.look();
	expect((await at.action(id)).status).toBe('done');
	expect((await at.task(id)).status).toBe('COMPLETED');
	// Reopened there afterwards, knowingly.
	await at.edit(id, withStatus('NEEDS-ACTION'));
	await at.look();
	expect((await at.action(id)).status).toBe('in-progress');
});

test('TL32 paused: status still comes in, nothing is written; resumed, what is owed goes', async () => {
	const { at, id } = await sent();
	await at.world.do('petra', 'connector.pause', { connectorId: at.connectorId });
	await at.edit(id, (ics) =>
		withStatus('IN-PROCESS')(ics).replace(/SUMMARY:.*/, 'SUMMARY:Iets heel anders')
	);
	await at.look();
	expect((await at.action(id)).status).toBe('in-progress');
	expect((await at.task(id)).title).toBe('Iets heel anders');
	await at.world.do('petra', 'connector.resume', { connectorId: at.connectorId });
	await at.look();
	expect((await at.task(id)).title).toBe('Bellen met school');
});

test('TL32 removed: the server is not asked for anything any more', async () => {
	const { at } = await sent();
	await at.world.do('petra', 'connector.remove', { connectorId: at.connectorId });
	const before = at.between.passed.length;
	await at.look();
	expect(at.between.passed).toHaveLength(before);
});

test('TL33 a list that is gone, or refuses, is no sign that its tasks were taken off', async () => {
	const { at, id } = await sent();
	for (const [status, error] of [
		[404, 'list-gone'],
		[403, 'no-access'],
		[500, 'answered-error'],
		[200, 'not-a-task-list']
	] as const) {
		at.between.turn = () => ({ status, body: '<html>Even geduld</html>' });
		at.app.clock.advance(60 * 60 * MINUTE);
		await at.look();
		expect(await delivery(at)).toMatchObject({ status: 'received', error: null });
		at.between.turn = () => null;
		at.app.clock.advance(60 * 60 * MINUTE);
		await at.look();
		expect((await at.exchanges())[0]).toEqual({ what: 'status-in', error });
	}
	// It lists nothing for a moment; that each is gone is asked before it is believed.
	at.between.alter = ({ headers, method }, answer) => {
		if (method !== 'PROPFIND') return answer;
		const unmarked = withoutMarks(answer);
		return headers.depth === '1' ? unmarked.replace(/<response>.*<\/response>/s, '') : unmarked;
	};
	await at.look();
	expect(at.between.passed.at(-1)).toMatchObject({ method: 'GET' });
	expect(await delivery(at)).toMatchObject({ status: 'received', error: null });
	expect((await at.action(id)).status).toBe('proposed');
});
