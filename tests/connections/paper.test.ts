import { expect, test } from 'vitest';
import { isSettled } from '#lib/domain/ledger.ts';
import { repositories } from '#lib/server/store/repositories.ts';
import { transact } from '#lib/server/transact.ts';
import { meetingLedger } from '#lib/server/views/ledger.ts';
import { myMeetings } from '#lib/server/views/today.ts';
import { tableView } from '#lib/server/views/table.ts';
import { changeTitle, deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';
import { run, stored } from '../support/test-app.ts';

async function ledger(at: DeliveryWorld, person: 'marjan' | 'tirza' = 'marjan') {
	const read = await transact(
		at.app,
		at.world.actor(person),
		(work) => meetingLedger(work, at.world.meeting.oneTwoThree),
		'read-ledger'
	);
	if (!read.ok) throw new Error(read.error);
	const item = read.value.items.find(({ itemId }) => itemId === at.world.item.noor);
	if (!item) throw new Error('no such item');
	return item;
}

test('KO41 handed over on paper: who and when, counted as arrived, and taken back', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'error';
	await at.propose('Bellen met school');
	await at.outbox.drain();
	const [line] = (await ledger(at)).lines;
	const deliveryId = line?.deliveryId;
	expect(isSettled((await ledger(at)).lines)).toBe(false);
	expect(
		await run(at.app, at.world.actor('tirza'), 'delivery.hand-over', { deliveryId })
	).toMatchObject({ error: 'chair-only' });
	await at.world.do('marjan', 'delivery.hand-over', { deliveryId });
	// Twice is once.
	await at.world.do('marjan', 'delivery.hand-over', { deliveryId });
	expect((await ledger(at, 'tirza')).lines).toMatchObject([
		{ paper: { name: 'Marjan Hofstee', at: at.app.clock.now().toISOString() } }
	]);
	expect(isSettled((await ledger(at)).lines)).toBe(true);
	expect((await stored(at.app).log.newest(5)).map(({ event }) => event)).toContain(
		'delivery.hand-over'
	);
	await at.world.do('marjan', 'delivery.take-back', { deliveryId });
	expect(isSettled((await ledger(at)).lines)).toBe(false);
	expect(
		await run(at.app, at.world.actor('marjan'), 'delivery.take-back', { deliveryId })
	).toMatchObject({ error: 'wrong-status' });
});

test('KO41 paper counts for the text that was on it: a newer one asks again', async () => {
	const at = await deliveryWorld();
	at.inbox.answer = () => 'error';
	const id = await at.propose('Bellen met school');
	const [first] = (await ledger(at)).lines;
	await at.world.do('marjan', 'delivery.hand-over', { deliveryId: first?.deliveryId });
	await changeTitle(at, id, 'Langsgaan bij school');
	expect(isSettled((await ledger(at)).lines)).toBe(false);
	expect(
		await run(at.app, at.world.actor('marjan'), 'delivery.hand-over', {
			deliveryId: first?.deliveryId
		})
	).toMatchObject({ error: 'stale' });
});

test('KO42 on the table its list a closed meeting is finished once all has arrived, for who runs it', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	const meeting = async (person: 'marjan' | 'tirza') =>
		(
			await tableView(stored(at.app), at.world.actor(person), at.world.table.oneTwoThree)
		)?.meetings.find(({ id }) => id === at.world.meeting.oneTwoThree);
	expect(await meeting('marjan')).toMatchObject({ finished: null });
	await at.app.database.write((queries) =>
		repositories(queries).tables.changeMeeting(at.world.meeting.oneTwoThree, {
			...{ status: 'closed', closedAt: at.app.clock.now() }
		})
	);
	expect(await meeting('marjan')).toMatchObject({ status: 'closed', finished: false });
	await at.outbox.drain();
	expect(await meeting('marjan')).toMatchObject({ finished: true });
	// It tells of all items, so to a member it is not said.
	expect(await meeting('tirza')).toMatchObject({ status: 'closed', finished: null });
});

test('KO42 on "Vandaag" a closed meeting says as long as not all has arrived, to who runs it', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	const id = at.world.meeting.oneTwoThree;
	const line = async (person: 'marjan' | 'tirza') =>
		(await myMeetings(stored(at.app), at.world.actor(person), at.app.clock.now())).meetings.find(
			(one) => one.id === id
		);
	expect(await line('marjan')).toMatchObject({ finished: null });
	await at.app.database.write((queries) =>
		repositories(queries).tables.changeMeeting(id, {
			...{ status: 'closed', closedAt: at.app.clock.now() }
		})
	);
	expect(await line('marjan')).toMatchObject({ status: 'closed', finished: false });
	await at.outbox.drain();
	expect(await line('marjan')).toMatchObject({ finished: true });
	expect(await line('tirza')).toMatchObject({ status: 'closed', finished: null });
});

test('KO43 the ledger tells whom to call at the receiver', async () => {
	const at = await deliveryWorld();
	await at.propose('Bellen met school');
	await at.world.do('petra', 'person.change', {
		...{ personId: at.world.people.tirza.id, organisationId: at.world.organisation.ggd },
		...{ name: 'Tirza Jansen', function: 'jeugdarts', email: 'tirza@noorderveld.example' },
		...{ phone: '0500 123 456', administers: 'nothing' }
	});
	expect((await ledger(at)).contacts[at.world.organisation.ggd]).toEqual([
		{ name: 'Tirza Jansen', phone: '0500 123 456' }
	]);
});
