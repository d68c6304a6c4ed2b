import { repositories } from '#lib/server/store/repositories.ts';
import { expect, test } from 'vitest';
import { NOT_JUDGED } from '../support/not-judged.ts';
import { course, type Course } from './support.ts';

const codes = async (at: Course, meetingId: string) =>
	(await at.at('hilde', meetingId))?.agenda.flatMap(({ code }) => code ?? []);

test('MT1 each case item has its heading, from what was before; a general item has none', async () => {
	const at = await course();
	const sections = async (meetingId: string) =>
		Object.fromEntries(
			((await at.at('hilde', meetingId))?.agenda ?? []).map(({ code, title, section }) => [
				code ?? title,
				section
			])
		);
	expect(await sections(at.meetingId)).toEqual({
		'Opening en aanwezigen': null,
		'Openstaande acties': null,
		'26-5038': 'stuck',
		'26-8452': 'new',
		'26-3391': 'new',
		Afsluiting: null
	});
	await at.closeAll();
	at.days(7);
	const second = await at.plan(0);
	await at.closeAll(second);
	at.days(7);
	const third = await at.plan(0);
	expect((await sections(third))['26-3391']).toBe('stuck');
	// What came later changes nothing of how the first meeting stood.
	expect((await sections(at.meetingId))['26-3391']).toBe('new');
});

test('MT3 cases on no agenda are proposed to who runs the table, with why, the most unsafe first', async () => {
	const at = await course();
	const { world } = at;
	const later = await at.later();
	expect((await at.at('hilde', later))?.proposals).toEqual([]);
	await world.goLive('deWitBakker', ['roos', 'wim']);
	await at.judge(world.item.deWitBakker, world.children.deWitBakker, 'acutely-unsafe');
	await world.do('hilde', 'action.propose', {
		itemId: world.item.deWitBakker,
		title: 'Bellen met school',
		ownerOrganisationId: world.organisation.cjg,
		due: '2026-11-25'
	});
	at.days(3);
	await at.closeAll();
	const seen = (await at.at('hilde', later))?.proposals;
	expect(seen?.map(({ code }) => code)).toEqual(['26-5038', '26-8452', '26-3391']);
	expect(seen?.[0]).toMatchObject({
		safety: 'acutely-unsafe',
		whys: [
			{ kind: 'overdue-actions', count: 1 },
			{ kind: 'carried-over', count: 1 },
			{ kind: 'without-help', count: 73 }
		],
		skips: 0
	});
	expect(seen?.[1]).toMatchObject({ whys: [{ kind: 'carried-over', count: 1 }], skips: 1 });
	expect(seen?.[0]?.participants).toContain(world.people.wim.id);
	// Nobody else: not who takes part in them, not a member, not a guest.
	for (const person of ['roos', 'nadia'] as const)
		expect((await at.at(person, later))?.proposals).toEqual([]);
	expect(await at.at('wim', later)).toBeNull();

	await world.do('hilde', 'item.add-case', {
		...{ meetingId: later, caseId: world.case.deWitBakker, reason: 'a', news: 'b' },
		...{ minutes: 12, participants: seen?.[0]?.participants ?? [] }
	});
	expect((await at.at('hilde', later))?.proposals.map(({ code }) => code)).toEqual([
		'26-8452',
		'26-3391'
	]);
});

test('MT3 a review whose day has come is a why; a closed case is there for its check, and stays closed', async () => {
	const at = await course();
	const { app, world } = at;
	const later = await at.later();
	const { mila: itemId } = world.item;
	await world.do('hilde', 'review.plan', { itemId, on: '2026-11-26', about: 'De overdracht' });
	at.days(3);
	await at.closeAll();
	await app.database.write(async (queries) => {
		const store = repositories(queries);
		await store.cases.change(world.case.amir, { closedAt: app.clock.now() });
		await store.closing.addClosure({
			...{ id: 'closed', caseId: world.case.amir, itemId: world.item.amir },
			...{ recordedBy: world.people.hilde.id, recordedAt: app.clock.now() },
			...{ stays: 'Roos', staysUntil: '2027-02-01' },
			...{ followUpOn: '2026-11-25', followUpId: world.people.roos.id }
		});
	});
	const seen = (await at.at('hilde', later))?.proposals ?? [];
	const of = (caseId: string) => seen.find((one) => one.caseId === caseId);
	expect(of(world.case.mila)?.whys).toContainEqual({ kind: 'review-due', count: 1 });
	expect(of(world.case.amir)).toMatchObject({
		closed: true,
		whys: [{ kind: 'check-due', count: 2 }]
	});
	expect((await at.at('roos', later))?.proposals).toEqual([]);
});

test('MT3 a new case that stands nowhere is proposed; a running meeting proposes nothing', async () => {
	const at = await course();
	const { caseId } = await at.world.do<{ caseId: string }>('nadia', 'case.open', {
		tableId: at.world.table.cjg,
		children: [{ firstName: 'Sem', birthMonth: '2019-09' }],
		caregivers: []
	});
	expect((await at.at('hilde', at.meetingId))?.proposals).toMatchObject([
		{ caseId, safety: null, whys: [{ kind: 'new', count: 0 }], participants: [] }
	]);
	await at.world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
	expect((await at.at('hilde', at.meetingId))?.proposals).toEqual([]);
});

test('MT4 one tap orders what is still to come by safety; the rest keeps its place; moving undoes it', async () => {
	const at = await course();
	const { world, meetingId } = at;
	expect(await codes(at, meetingId)).toEqual(['26-5038', '26-8452', '26-3391']);
	const titles = async () => (await at.at('hilde', meetingId))?.agenda.map(({ title }) => title);
	const before = await titles();
	// De Wit–Bakker waits 70 days, Mila 240, Amir 6; nobody was judged.
	await world.do('hilde', 'meeting.order-by-safety', { meetingId });
	expect(await codes(at, meetingId)).toEqual(['26-8452', '26-5038', '26-3391']);
	expect(await titles()).toEqual(before);
	await world.do('hilde', 'item.move', { itemId: world.item.deWitBakker, by: -1 });
	expect(await codes(at, meetingId)).toEqual(['26-5038', '26-8452', '26-3391']);
	for (const [person, error] of [
		['roos', 'chair-only'],
		['nadia', 'chair-only'],
		['wim', 'not-found'],
		['bas', 'not-found']
	] as const)
		expect(await at.try(person, 'meeting.order-by-safety', { meetingId })).toMatchObject({ error });
});

test('MT4 acutely unsafe comes before who waits longer', async () => {
	const at = await course();
	const { world } = at;
	await world.do('hilde', 'meeting.start', { meetingId: at.meetingId });
	await world.do('hilde', 'item.set-live', { itemId: world.item.amir });
	await at.judge(world.item.amir, world.children.amir, 'acutely-unsafe');
	await world.do('hilde', 'item.set-live', { itemId: world.item.deWitBakker });
	await world.do('hilde', 'item.carry-over', { itemId: world.item.deWitBakker, ...NOT_JUDGED });
	await world.do('hilde', 'meeting.order-by-safety', { meetingId: at.meetingId });
	// What is carried over is no longer to come, and keeps its place.
	expect(await codes(at, at.meetingId)).toEqual(['26-5038', '26-3391', '26-8452']);
});
