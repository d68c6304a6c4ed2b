import { describe, expect, it } from 'vitest';
import { duties } from '#lib/server/views/duties/duties.ts';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { done, stored } from '../support/test-app.ts';

type Who = Parameters<AtDeWitBakker['viewOf']>[0];

async function coordinated(): Promise<AtDeWitBakker> {
	const at = await atDeWitBakker();
	const role = 'coordinator';
	await at.send('hilde', 'coordination.ask-family', { can: false, expected: 0 });
	await at.send('hilde', 'role.ask', { role, personId: at.world.people.roos.id });
	await at.send('roos', 'role.accept', {
		role,
		mandate: 'Roept iedereen bijeen.',
		escalatesTo: 'Gebiedsmanager'
	});
	return at;
}

async function coordinatorOf(at: AtDeWitBakker, viewer: Who = 'wim') {
	const one = (await at.viewOf(viewer)).coordination.roles.find(
		({ role }) => role === 'coordinator'
	);
	if (!one) throw new Error('no role');
	return one;
}

async function dutiesOf(at: AtDeWitBakker, who: Who) {
	const { value } = await duties(stored(at.app), at.world.actor(who), '2026-11-24');
	return value;
}

describe('what a coordinator may decide', () => {
	it('CO7 is said with the yes, known to all, and changed by the holder or who runs the table', async () => {
		const at = await coordinated();
		expect((await coordinatorOf(at)).mandate).toEqual({
			text: 'Roept iedereen bijeen.',
			escalatesTo: 'Gebiedsmanager',
			revision: 0,
			mayChange: false
		});
		const other = { mandate: 'Beslist over het plan.', escalatesTo: 'Wethouder', expected: 0 };
		expect(await at.send('wim', 'role.set-mandate', other)).toMatchObject({
			error: 'not-the-holder'
		});
		await at.send('hilde', 'role.set-mandate', other);
		expect(await at.send('roos', 'role.set-mandate', other)).toEqual({
			ok: false,
			error: 'stale',
			detail: { revision: 1 }
		});
		expect((await coordinatorOf(at)).mandate).toMatchObject({ escalatesTo: 'Wethouder' });
	});

	it('CO8 who coordinates escalates; it waits until its answer is recorded', async () => {
		const at = await coordinated();
		const put = { toWhom: 'Gebiedsmanager', reason: 'Niemand begint.' };
		expect(await at.send('yusuf', 'escalation.record', put)).toMatchObject({
			error: 'holders-only'
		});
		await at.send('roos', 'escalation.record', put);
		const [one] = (await at.viewOf('wim')).coordination.escalations;
		expect(one).toMatchObject({ ...put, by: 'Roos van Dalen', on: '2026-11-24', tone: 'amber' });
		expect((await dutiesOf(at, 'roos')).map(({ kind }) => kind)).toContain('no-answer');
		const answer = { escalationId: one?.id, on: '2026-11-24', outcome: 'Er komt iemand vrij.' };
		expect(
			await at.send('hilde', 'escalation.answer', { ...answer, on: '2026-11-23' })
		).toMatchObject({ error: 'before-escalation' });
		await at.send('hilde', 'escalation.answer', answer);
		expect(await at.send('hilde', 'escalation.answer', answer)).toMatchObject({
			error: 'already-answered'
		});
		expect((await at.viewOf('wim')).coordination.escalations).toMatchObject([
			{ answeredOn: '2026-11-24', outcome: 'Er komt iemand vrij.', tone: null }
		]);
		expect((await dutiesOf(at, 'roos')).map(({ kind }) => kind)).not.toContain('no-answer');
	});
});

describe('a holder who is gone', () => {
	it('CO9 out of every item of the case: the role is nobody’s, and comes back with him or her', async () => {
		const at = await coordinated();
		const roos = { itemId: at.itemId, personId: at.world.people.roos.id };
		await done(at.app, at.world.actor('hilde'), 'item.uninvite', roos);
		expect(await coordinatorOf(at)).toMatchObject({ holder: null, lost: 'Roos van Dalen' });
		expect((await dutiesOf(at, 'hilde')).map(({ kind }) => kind)).toContain('nobody');
		await done(at.app, at.world.actor('hilde'), 'item.invite', roos);
		expect(await coordinatorOf(at)).toMatchObject({ holder: { name: 'Roos van Dalen' } });
	});

	it('CO9 a closed account holds nothing and is asked nothing, also when another took it since', async () => {
		const at = await coordinated();
		const petra = at.world.actor('petra');
		const roos = { personId: at.world.people.roos.id };
		await done(at.app, petra, 'person.disable', roos);
		expect(await coordinatorOf(at)).toMatchObject({ holder: null, lost: 'Roos van Dalen' });
		const role = 'coordinator';
		at.app.clock.advance(60_000);
		await at.send('hilde', 'role.ask', { role, personId: at.world.people.wim.id });
		await done(at.app, petra, 'person.disable', { personId: at.world.people.wim.id });
		expect((await coordinatorOf(at, 'yusuf')).asked).toBeNull();
		at.app.clock.advance(60_000);
		await at.send('hilde', 'role.ask', { role, personId: at.world.people.yusuf.id });
		await at.send('yusuf', 'role.accept', { role });
		for (const { id: personId } of [at.world.people.roos, at.world.people.wim])
			await done(at.app, petra, 'person.enable', { personId });
		expect(await coordinatorOf(at)).toMatchObject({
			holder: { name: 'Yusuf Aydin' },
			asked: null,
			lost: null
		});
	});
});

it('CO14 since when the same person coordinates is there for everyone, also a week later', async () => {
	const at = await coordinated();
	at.app.clock.advance(7 * 86_400_000);
	expect(await coordinatorOf(at, 'wim')).toMatchObject({
		holder: { name: 'Roos van Dalen' },
		since: '2026-11-24'
	});
});
