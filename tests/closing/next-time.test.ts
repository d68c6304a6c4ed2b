import { describe, expect, it } from 'vitest';
import { type AtMila, atMila } from './support.ts';

const partOf = async (at: AtMila, who: 'hilde' | 'roos' | 'nadia', itemId?: string) =>
	(await at.viewOf(who, itemId)).closing;

describe('next time', () => {
	it('CL9 one day at most; from that day on it waits for who runs the table', async () => {
		const at = await atMila();
		expect(await at.send('roos', 'review.plan', { on: '2026-11-23' })).toMatchObject({
			error: 'date-in-past'
		});
		await at.send('roos', 'review.plan', { on: '2026-12-08' });
		await at.send('roos', 'review.plan', { on: '2026-12-15', about: 'Hoe gaat het op school?' });
		expect((await partOf(at, 'hilde')).review).toEqual({
			on: '2026-12-15',
			about: 'Hoe gaat het op school?'
		});
		expect(await at.dutiesOf('hilde')).toEqual([]);
		at.daysLater(21);
		const due = { kind: 'review', group: 'left', due: '2026-12-15' };
		expect(await at.dutiesOf('hilde')).toEqual([due]);
		expect(await at.dutiesOf('roos')).toEqual([]);
		await at.nextItem();
		expect(await at.dutiesOf('hilde')).toEqual([]);
	});

	it('CL9 it can be dropped; a guest does not learn when the table meets', async () => {
		const at = await atMila();
		await at.send('roos', 'review.plan', { on: '2026-12-08' });
		await at.send('hilde', 'review.drop');
		expect((await partOf(at, 'roos')).review).toBeNull();
		await at.send('hilde', 'item.invite', { personId: at.world.people.sanne.id });
		at.daysLater(14);
		await at.planMeeting();
		at.daysLater(-1);
		expect((await partOf(at, 'roos')).nextMeetings).toEqual(['2026-12-08']);
		expect((await at.viewOf('sanne')).closing.nextMeetings).toEqual([]);
	});
});

describe('changes in the family', () => {
	it('CL10 ask for a new assessment, until there is one', async () => {
		const at = await atMila();
		const moved = { kind: 'move', on: '2026-11-30', what: 'Naar Dorenweerd.' };
		expect(await at.send('roos', 'family-change.record', moved)).toMatchObject({
			error: 'date-in-future'
		});
		expect(
			await at.send('roos', 'family-change.record', { kind: 'other', on: '2026-11-20' })
		).toMatchObject({ error: 'say-what-changed' });
		await at.assess();
		at.daysLater(7);
		await at.send('roos', 'family-change.record', moved);
		expect((await partOf(at, 'hilde')).changes).toMatchObject([{ kind: 'move', open: true }]);
		expect(await at.dutiesOf('hilde')).toEqual([{ kind: 'reassess', group: 'left', due: null }]);
		await at.nextItem();
		expect((await partOf(at, 'hilde')).changes).toMatchObject([{ open: true }]);
		await at.assess();
		expect((await partOf(at, 'hilde')).changes).toMatchObject([{ open: false }]);
	});

	it('CL10 or until someone says why none is needed', async () => {
		const at = await atMila();
		await at.assess();
		at.daysLater(1);
		await at.send('roos', 'family-change.record', { kind: 'birth', on: '2026-11-20' });
		const [change] = (await partOf(at, 'hilde')).changes;
		const nothing = { changeId: change?.id, because: 'Het is het kind van de buren.' };
		expect(await at.send('hilde', 'family-change.not-needed', nothing)).toMatchObject({ ok: true });
		expect(await at.send('roos', 'family-change.not-needed', nothing)).toMatchObject({
			error: 'already-answered'
		});
		expect((await partOf(at, 'roos')).changes).toMatchObject([
			{ open: false, notNeeded: { because: nothing.because, name: 'Hilde Kremer' } }
		]);
	});
});

describe('last time beside today', () => {
	it('CL12 is the newest earlier item that was assessed', async () => {
		const at = await atMila();
		expect((await partOf(at, 'hilde')).previous).toBeNull();
		const first = at.itemId;
		await at.assess({ safety: 'undetermined', grade: 6 });
		at.daysLater(50);
		await at.nextItem();
		expect((await partOf(at, 'roos')).previous).toMatchObject({
			itemId: first,
			day: '2026-11-24',
			joint: [{ childId: at.mila, safety: 'undetermined', grade: 6, risk: 'low' }]
		});
		expect((await partOf(at, 'roos', first)).previous).toBeNull();
		expect((await at.timeline('roos')).map(({ kind, tone }) => [kind, tone])).toEqual([
			['assessed', 'amber']
		]);
	});
});

it('CL13 who was at an earlier item only learns nothing of what was recorded later', async () => {
	const at = await atMila();
	const first = at.itemId;
	await at.assess({ safety: 'undetermined', grade: 6 });
	await at.send('hilde', 'item.conclude');
	const before = JSON.stringify(await partOf(at, 'roos', first));
	const timeline = JSON.stringify(await at.timeline('roos'));
	at.daysLater(1);
	await at.nextItem(['yusuf']);
	await at.assess();
	await at.send('yusuf', 'contact.record', {
		...{ childId: at.mila, on: '2026-11-25', how: 'both', name: 'Juf Geheim', function: 'juf' }
	});
	await at.send('yusuf', 'family-change.record', {
		kind: 'other',
		on: '2026-11-25',
		what: 'Geheim'
	});
	await at.send('yusuf', 'review.plan', { on: '2026-12-08', about: 'Geheim' });
	expect(JSON.stringify(await partOf(at, 'roos', first))).toBe(before);
	expect(JSON.stringify(await at.timeline('roos'))).toBe(timeline);
	const [change] = (await partOf(at, 'hilde')).changes;
	const hidden = { itemId: first, changeId: change?.id, because: 'x' };
	expect(await at.send('roos', 'family-change.not-needed', hidden)).toEqual({
		ok: false,
		error: 'not-found'
	});
	// What Roos agrees at her item leaves the day that she does not know of.
	await at.send('roos', 'review.drop', { itemId: first });
	expect((await partOf(at, 'hilde')).review).toMatchObject({ on: '2026-12-08' });
	expect(JSON.stringify(await at.viewOf('hilde'))).toContain('Juf Geheim');
	expect(JSON.stringify(await at.viewOf('roos', first))).not.toContain('Geheim');
});
