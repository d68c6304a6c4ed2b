import { expect, test } from 'vitest';
import { NOT_JUDGED } from '../support/not-judged.ts';
import { course } from './support.ts';

/** De Wit–Bakker with two actions and some answers, a week later on the next agenda. */
async function aWeekLater() {
	const at = await course();
	const { world } = at;
	const itemId = world.item.deWitBakker;
	const [daan = ''] = world.children.deWitBakker;
	await world.goLive('deWitBakker', ['roos', 'wim']);
	await world.do('hilde', 'answer.rest-not-checked', {
		itemId,
		sectionId: 'A',
		subjectIds: [daan]
	});
	const propose = (title: string, due: string) =>
		world.do<{ actionId: string }>('hilde', 'action.propose', {
			...{ itemId, title, due, ownerOrganisationId: world.organisation.cjg },
			ownerPersonId: world.people.yusuf.id
		});
	const late = await propose('Bellen met school', '2026-11-26');
	const done = await propose('Brief sturen', '2026-11-25');
	await propose('Langsgaan', '2026-12-20');
	await world.do('yusuf', 'action.accept', { actionId: done.actionId });
	await world.do('yusuf', 'action.finish', { actionId: done.actionId, doneOn: '2026-11-24' });
	await world.do('hilde', 'item.carry-over', { itemId, ...NOT_JUDGED });
	await at.closeAll();
	at.days(7);
	const next = await at.plan(0);
	return { at, late, next, daan, nextItem: await at.itemOf(next, world.case.deWitBakker) };
}

test('MT7 an item opens with the actions of last time, the overdue first, and the blind spots left open', async () => {
	const { at, nextItem, daan } = await aWeekLater();
	const seen = (await at.item('wim', nextItem))?.lastTime;
	expect(seen?.on).toBe('2026-11-24');
	expect(seen?.actions.map(({ title, overdue, status }) => [title, overdue, status])).toEqual([
		['Bellen met school', true, 'proposed'],
		['Langsgaan', false, 'proposed'],
		['Brief sturen', false, 'done']
	]);
	expect(seen?.actions[0]?.owner).toBe('Yusuf Aydin');
	expect(seen?.blindSpots.length).toBeGreaterThan(0);
	expect(seen?.blindSpots.every(({ subjectId }) => subjectId === daan)).toBe(true);
	expect((await at.item('wim', at.world.item.deWitBakker))?.lastTime).toMatchObject({
		on: null,
		actions: []
	});
});

test('MT7, CK1 of an item without this viewer nothing is told at an earlier one', async () => {
	const { at, nextItem } = await aWeekLater();
	const { world } = at;
	await world.do('hilde', 'item.uninvite', { itemId: nextItem, personId: world.people.wim.id });
	await world.do('hilde', 'action.propose', {
		...{ itemId: nextItem, title: 'Iets van later', due: '2026-12-30' },
		ownerOrganisationId: world.organisation.cjg
	});
	expect(JSON.stringify(await at.item('wim', world.item.deWitBakker))).not.toContain('later');
	await at.closeAll((await at.store.agenda.find(nextItem))?.meetingId);
	at.days(7);
	const third = await at.itemOf(await at.plan(0), world.case.deWitBakker);
	// Asked again, Wim knows the case up to here (CK1).
	await world.do('hilde', 'item.invite', { itemId: third, personId: world.people.wim.id });
	const titles = (await at.item('wim', third))?.lastTime.actions.map(({ title }) => title);
	expect(titles).toContain('Iets van later');
	expect(titles).toContain('Bellen met school');
	// Done the time before last: no news any more.
	expect(titles).not.toContain('Brief sturen');
});

test('MT8 the board: what has no judgement, action or owner, who said nothing, who has not confirmed', async () => {
	const at = await course();
	const { world } = at;
	const itemId = world.item.deWitBakker;
	const [daan = ''] = world.children.deWitBakker;
	const line = async () =>
		(await at.at('hilde', at.meetingId))?.board.find((one) => one.itemId === itemId);
	await world.goLive('deWitBakker', ['roos', 'wim', 'yusuf']);
	expect(await line()).toMatchObject({
		code: '26-5038',
		notJudged: 2,
		actions: 0,
		withoutOwner: 0,
		unanswered: 0,
		notConfirmed: null
	});
	const silent = async () => (await line())?.silent.map(({ name }) => name).toSorted();
	expect(await silent()).toEqual(['Hilde Kremer', 'Roos van Dalen', 'Wim Tuinstra', 'Yusuf Aydin']);
	await world.do('wim', 'answer.rest-not-checked', { itemId, sectionId: 'A', subjectIds: [daan] });
	await at.judge(itemId, [daan], 'undetermined');
	expect(await silent()).toEqual(['Roos van Dalen', 'Yusuf Aydin']);
	const action = { itemId, title: 'Bellen', due: '2026-12-01' };
	await world.do('hilde', 'action.propose', {
		...action,
		ownerOrganisationId: world.organisation.cjg
	});
	await world.do('hilde', 'action.propose', {
		...{ ...action, ownerOrganisationId: world.organisation.cjg },
		ownerPersonId: world.people.yusuf.id
	});
	expect(await line()).toMatchObject({
		notJudged: 1,
		actions: 2,
		withoutOwner: 1,
		unanswered: 1
	});
	const current = await at.store.decisions.current(itemId);
	await world.do('roos', 'decisions.ratify', {
		...{ itemId, version: current?.version, hash: current?.hash }
	});
	expect((await line())?.notConfirmed?.map(({ name }) => name).toSorted()).toEqual([
		'Hilde Kremer',
		'Wim Tuinstra',
		'Yusuf Aydin'
	]);
	// Nobody but who runs the meeting.
	for (const person of ['roos', 'nadia', 'wim'] as const)
		expect((await at.at(person, at.meetingId))?.board).toEqual([]);
});
