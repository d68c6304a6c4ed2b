import { HANDOVER_POINTS } from '#lib/domain/handover.ts';
import type { ItemView } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { arrivedMoves } from '#lib/server/views/arrived-moves.ts';
import { bringCase } from '#lib/server/views/bring-case.ts';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { loadItemView } from '#lib/server/views/item/load-item-view.ts';
import { meetingView } from '#lib/server/views/meeting.ts';
import { tableView } from '#lib/server/views/table.ts';
import { myMeetings } from '#lib/server/views/today.ts';
import { describe, expect, test } from 'vitest';
import { type Noorderveld, noorderveld } from '../support/people.ts';
import { done, run, stored, type TestApp, testApp } from '../support/test-app.ts';
import { linesOf, offered, type OfferedLine } from './support.ts';

type Who = keyof Noorderveld['people'];
const REASON = 'Welke hulp past bij dit gezin, en wie begint?';
const NOT_FOUND = { ok: false, error: 'not-found' };

interface AtIlyas {
	app: TestApp;
	world: Noorderveld;
	itemId: string;
	as(who: Who, name: string, input: object): ReturnType<typeof run>;
	move(who?: Who, pick?: (line: OfferedLine) => boolean): ReturnType<typeof run>;
	/** Moved, received by Hilde with the mover invited: the new item. */
	received(pick?: (line: OfferedLine) => boolean): Promise<{ itemId: string; moveId: string }>;
	view(who: Who, itemId?: string): Promise<ItemView>;
	arrived(who: Who): ReturnType<typeof arrivedMoves>;
}

/** The 1-2-3-tje about Ilyas and Sami, with all that could go along. */
async function atIlyas(): Promise<AtIlyas> {
	const app = testApp();
	const world = await noorderveld(app);
	const itemId = world.item.ilyas;
	const [ilyas = '', sami = ''] = world.children.ilyas;
	await world.goLive('ilyas');
	const judged = { safety: 'undetermined', grade: 4, risk: 'raised', expected: 0 };
	for (const [childId, motivation] of [
		[ilyas, 'De uitleg past niet bij de plek.'],
		[sami, 'Niemand zag de baby.']
	]) {
		const own = { safetyReason: 'Zie de feiten.', riskReason: 'Zie de feiten.' };
		await world.do('marjan', 'judgement.give', { itemId, childId, ...judged, ...own });
		await world.do('marjan', 'judgement.reveal', { itemId, childId });
		await world.do('marjan', 'judgement.decide-jointly', {
			itemId,
			childId,
			motivation,
			...judged
		});
	}
	await world.do('tirza', 'answer.give', {
		...{ itemId, subjectId: sami, questionId: 'B6', expected: 0 },
		value: { kind: 'scale', choice: 'not-checked' }
	});
	await world.do('marjan', 'action.propose', {
		...{ itemId, title: 'De huisarts bellen', due: '2026-12-01' },
		ownerOrganisationId: world.organisation.ggd,
		ownerPersonId: world.people.tirza.id
	});
	const as = (who: Who, name: string, input: object) => run(app, world.actor(who), name, input);
	const move = async (who: Who = 'marjan', pick?: (line: OfferedLine) => boolean) =>
		as(who, 'case.move', {
			...{ itemId, tableId: world.table.cjg, reason: REASON },
			lines: await linesOf(app, world.actor('marjan'), itemId, pick)
		});
	return {
		...{ app, world, itemId, as, move },
		async received(pick) {
			const moved = await move('marjan', pick);
			const { moveId } = (moved.ok ? moved.value : {}) as { moveId: string };
			const meetingId = world.meeting.cjg;
			const input = { moveId, meetingId, inviteTable: true, inviteMover: true };
			const item = await done<{ itemId: string }>(app, world.actor('hilde'), 'move.receive', input);
			return { itemId: item.itemId, moveId };
		},
		async view(who, id = itemId) {
			const loaded = await loadItemView(stored(app), world.actor(who), id, app.clock.now());
			if (!loaded) throw new Error(`${who} does not see the item`);
			return loaded.parts as ItemView;
		},
		arrived: (who) => arrivedMoves(stored(app), world.actor(who))
	};
}

/** Everything that reaches someone at the new table, as text. */
async function everythingFor({ app, world }: AtIlyas, who: Who, itemId: string): Promise<string> {
	const store = stored(app);
	const actor = world.actor(who);
	const now = app.clock.now();
	const caseId = (await store.agenda.find(itemId))?.caseId ?? '';
	return JSON.stringify([
		await loadItemView(store, actor, itemId, now),
		(await caseView(store, actor, caseId, now))?.value,
		(await meetingView(store, actor, world.meeting.cjg, now))?.parts,
		await tableView(store, actor, world.table.cjg),
		(await bringCase(store, actor, world.meeting.cjg))?.value,
		(await myMeetings(store, actor, now)).meetings,
		(await duties(store, actor, dayInTheNetherlands(now))).value,
		(await arrivedMoves(store, actor)).value
	]);
}

describe('who moves, to where, with what', () => {
	test('MV1 the chair and the presenter; others at the item are told, the rest finds nothing', async () => {
		const at = await atIlyas();
		const { app, world, itemId } = at;
		expect(await at.move('bas')).toMatchObject({ error: 'presenter-only' });
		expect(await at.move('hilde')).toEqual(NOT_FOUND);
		expect(await offered(app, world.actor('bas'), itemId)).toMatchObject({
			error: 'presenter-only'
		});
		expect((await at.view('bas')).moving.mayMove).toBe(false);
		expect((await at.view('marjan')).moving.mayMove).toBe(true);
		expect(await at.move()).toMatchObject({ ok: true });
		expect((await at.view('bas')).moving.sent).toMatchObject([
			{ status: 'waiting', tableName: 'CJG-aanmeldoverleg Noorderveld', mayTakeBack: false }
		]);
	});

	test('MV2 other tables by name and kind of meeting, nothing more', async () => {
		const { app, world, itemId } = await atIlyas();
		const offer = await offered(app, world.actor('marjan'), itemId);
		expect(offer.ok && offer.value.tables).toEqual([
			{ id: world.table.cjg, name: 'CJG-aanmeldoverleg Noorderveld', format: 'cjg-intake' },
			{
				id: world.table.zat,
				name: 'Zorgadviesteam Dorenweerd College',
				format: 'care-advisory-team'
			}
		]);
	});

	test('MV3 the least is ticked beforehand; a child that stays takes along what is about it', async () => {
		const at = await atIlyas();
		const { app, world, itemId } = at;
		const offer = await offered(app, world.actor('marjan'), itemId);
		const lines = offer.ok ? offer.value.lines : [];
		const kinds = (of: OfferedLine[]) => [...new Set(of.map(({ kind }) => kind))];
		expect(kinds(lines.filter(({ chosen }) => chosen))).toEqual([
			...['child', 'caregiver', 'question', 'news', 'judgement', 'watch']
		]);
		expect(kinds(lines.filter(({ chosen }) => !chosen))).toEqual([
			...['coordinator', 'blind-spots', 'action']
		]);
		const sami = lines.find(({ text }) => text === 'Sami')?.key;
		expect(await at.move('marjan', (line) => line.chosen && line.key !== sami)).toMatchObject({
			error: 'child-not-chosen'
		});
		expect(await at.move('marjan', ({ kind }) => kind === 'watch')).toMatchObject({
			error: 'no-child-chosen'
		});
	});

	test('MV4 what changed since it was seen does not go over', async () => {
		const at = await atIlyas();
		const { app, world, itemId } = at;
		const lines = await linesOf(app, world.actor('marjan'), itemId);
		await world.do('marjan', 'item.change', {
			...{ itemId, expected: (await at.view('marjan')).head.revision, minutes: 12 },
			...{ reason: 'Een andere vraag', news: 'Iets nieuws' }
		});
		const input = { itemId, tableId: world.table.cjg, reason: REASON, lines };
		expect(await at.as('marjan', 'case.move', input)).toMatchObject({ error: 'extract-changed' });
		expect((await at.arrived('hilde')).value).toEqual([]);
	});

	test('MV6 one at a time', async () => {
		const at = await atIlyas();
		expect(await at.move()).toMatchObject({ ok: true });
		expect(await at.move()).toMatchObject({ error: 'already-moving' });
		expect((await at.view('marjan')).moving.mayMove).toBe(false);
	});
});

describe('at the other table', () => {
	test('MV7 until it is received only who runs it sees it; taken back, it is gone', async () => {
		const at = await atIlyas();
		const moved = await at.move();
		const { moveId } = (moved.ok ? moved.value : {}) as { moveId: string };
		for (const who of ['hilde', 'yusuf'] as const)
			expect((await at.arrived(who)).value).toMatchObject([
				{ fromTableName: '1-2-3-tje De Regenboog', reason: REASON, by: { name: 'Marjan Hofstee' } }
			]);
		for (const who of ['roos', 'nadia', 'karel', 'petra'] as const)
			expect(await at.arrived(who)).toEqual({ value: [], reads: [] });
		const before = await stored(at.app).cases.ofTable(at.world.table.cjg);
		expect(before.map(({ code }) => code)).toEqual(['26-3391', '26-5038', '26-8452']);
		const back = { itemId: at.itemId, moveId };
		expect(await at.as('bas', 'move.take-back', back)).toMatchObject({ error: 'presenter-only' });
		expect(await at.as('hilde', 'move.take-back', back)).toEqual(NOT_FOUND);
		await at.as('marjan', 'move.take-back', back);
		expect((await at.arrived('hilde')).value).toEqual([]);
		expect(await at.as('hilde', 'move.return', { moveId, reason: 'a' })).toEqual(NOT_FOUND);
	});

	test('MV7 given back with a reason that everyone at the old item sees, and moved again', async () => {
		const at = await atIlyas();
		const moved = await at.move();
		const { moveId } = (moved.ok ? moved.value : {}) as { moveId: string };
		const reason = 'Dit gezin hoort bij het wijkteam van Zuid.';
		expect(await at.as('roos', 'move.return', { moveId, reason })).toEqual(NOT_FOUND);
		await at.as('hilde', 'move.return', { moveId, reason });
		expect((await at.view('bas')).moving.sent).toMatchObject([
			{ status: 'returned', returnReason: reason, newCode: null }
		]);
		const { value } = await duties(stored(at.app), at.world.actor('marjan'), '2026-11-25');
		expect(value.filter(({ area }) => area === 'moving').map(({ kind }) => kind)).toEqual([
			'returned'
		]);
		expect(await at.move()).toMatchObject({ ok: true });
	});

	test('MV8 a new case with a code of its own, on the agenda, presented by who receives it', async () => {
		const at = await atIlyas();
		const { itemId } = await at.received();
		const { head, people } = await at.view('hilde', itemId);
		expect(head).toMatchObject({
			reason: REASON,
			presenter: { name: 'Hilde Kremer' },
			tableName: 'CJG-aanmeldoverleg Noorderveld',
			children: [
				{ firstName: 'Ilyas', birthMonth: '2017-05' },
				{ firstName: 'Sami', birthMonth: '2026-03' }
			],
			caregivers: [{ firstName: 'Samira', lastName: 'Haddou', relation: 'moeder' }]
		});
		expect(head.code).not.toBe('26-2903');
		expect(people.find(({ name }) => name === 'Marjan Hofstee')).toMatchObject({ guest: true });
		expect(people.filter(({ takesPart }) => takesPart).map(({ name }) => name)).toContain(
			'Roos van Dalen'
		);
	});

	test('MV8 not on the agenda of another table', async () => {
		const at = await atIlyas();
		const moved = await at.move();
		const { moveId } = (moved.ok ? moved.value : {}) as { moveId: string };
		const input = { moveId, inviteTable: true, inviteMover: false };
		expect(
			await at.as('hilde', 'move.receive', { ...input, meetingId: at.world.meeting.zat })
		).toMatchObject({ error: 'unknown-meeting' });
		expect(
			await at.as('karel', 'move.receive', { ...input, meetingId: at.world.meeting.zat })
		).toEqual(NOT_FOUND);
	});
});

describe('two cases', () => {
	test('MV9 nothing of the old case but the extract reaches anyone at the new table', async () => {
		const at = await atIlyas();
		const { world } = at;
		const pick = (line: OfferedLine) =>
			['watch', 'question'].includes(line.kind) || line.text === 'Ilyas';
		const { itemId } = await at.received(pick);
		const [ilyas = '', sami = ''] = world.children.ilyas;
		const old = [
			...['26-2903', 'Sami', 'Samira', 'Haddou', 'De huisarts bellen', 'Niemand zag de baby'],
			...['De uitleg past niet', 'Blauwe plek', world.case.ilyas, at.itemId, ilyas, sami],
			...[world.table.oneTwoThree, world.meeting.oneTwoThree]
		];
		for (const who of ['hilde', 'yusuf', 'roos', 'nadia'] as const) {
			const text = await everythingFor(at, who, itemId);
			expect({ who, told: old.filter((secret) => text.includes(secret)) }).toEqual({
				who,
				told: []
			});
			expect(text).toContain('1-2-3-tje De Regenboog');
		}
	});

	test('MV9 the old table sees how it stands and the new code, once it is received', async () => {
		const at = await atIlyas();
		const { itemId, moveId } = await at.received();
		const { head } = await at.view('hilde', itemId);
		await at.as('hilde', 'action.propose', {
			...{ itemId, title: 'Gezinshulp vragen', due: '2026-12-01' },
			ownerOrganisationId: at.world.organisation.cjg
		});
		const [sent] = (await at.view('bas')).moving.sent;
		expect(sent).toMatchObject({ id: moveId, status: 'received', newCode: head.code });
		const text = JSON.stringify([
			await at.view('bas'),
			await caseView(stored(at.app), at.world.actor('bas'), at.world.case.ilyas, at.app.clock.now())
		]);
		for (const secret of [head.caseId, itemId, 'Gezinshulp', 'Hilde Kremer', 'Roos van Dalen'])
			expect(text).not.toContain(secret);
	});

	test('MV5 what happens at the old table later does not change the extract', async () => {
		const at = await atIlyas();
		const { itemId } = await at.received();
		const before = (await at.view('hilde', itemId)).moving.origin?.lines;
		const [ilyas = ''] = at.world.children.ilyas;
		await at.world.do('marjan', 'judgement.decide-jointly', {
			...{ itemId: at.itemId, childId: ilyas, motivation: 'Toch anders.', expected: 1 },
			...{ safety: 'safe', grade: 8, risk: 'low' }
		});
		await at.world.do('marjan', 'case.change-family', {
			caseId: at.world.case.ilyas,
			children: [{ id: ilyas, firstName: 'Elias', birthMonth: '2017-05' }],
			caregivers: []
		});
		const after = await at.view('hilde', itemId);
		expect(after.moving.origin?.lines).toEqual(before);
		expect(after.head.children[0]?.firstName).toBe('Ilyas');
	});

	test('MV9 reading the extract, and receiving it, are on the access log of the old case', async () => {
		const at = await atIlyas();
		const { reads } = await at.arrived('hilde');
		expect(reads).toEqual([]);
		await at.move();
		expect((await at.arrived('hilde')).reads).toMatchObject([
			{ event: 'read-extract', caseId: at.world.case.ilyas, ground: 'chair' }
		]);
	});
});

describe('warm', () => {
	test('MV10, HO1 each side confirms its own six points; until then it is not warm at both', async () => {
		const at = await atIlyas();
		const { itemId, moveId } = await at.received();
		const confirm = (who: Who, here: string, point: string, yes = true) =>
			at.as(who, 'move.confirm', { itemId: here, moveId, point, done: yes });
		expect(await confirm('bas', at.itemId, 'spoken')).toMatchObject({ error: 'presenter-only' });
		expect(await confirm('roos', itemId, 'spoken')).toMatchObject({ error: 'presenter-only' });
		// Marjan is a guest at the new item: there she does not take, here she gives.
		expect(await confirm('marjan', itemId, 'spoken')).toMatchObject({ error: 'presenter-only' });
		expect(await confirm('hilde', at.itemId, 'spoken')).toEqual(NOT_FOUND);
		expect(await confirm('hilde', at.world.item.mila, 'spoken')).toEqual(NOT_FOUND);
		for (const point of HANDOVER_POINTS) await confirm('marjan', at.itemId, point);
		const kinds = async (who: Who) =>
			(await duties(stored(at.app), at.world.actor(who), '2026-11-24')).value
				.filter(({ area }) => area === 'moving')
				.map(({ kind }) => kind);
		expect(await kinds('marjan')).toEqual([]);
		expect(await kinds('hilde')).toEqual(['take']);
		for (const point of HANDOVER_POINTS) await confirm('hilde', itemId, point);
		await confirm('hilde', itemId, 'spoken', false);
		expect((await at.view('roos', itemId)).moving.origin?.handover).toEqual({
			given: HANDOVER_POINTS,
			taken: HANDOVER_POINTS.filter((point) => point !== 'spoken'),
			mine: null
		});
		await confirm('hilde', itemId, 'spoken');
		expect(await kinds('hilde')).toEqual([]);
	});

	test('MV11 the watch stays at the old table until someone at the new one says yes', async () => {
		const at = await atIlyas();
		const role = 'safety-watch';
		const ask = async (asker: Who, who: Who, itemId: string) => {
			await at.as(asker, 'role.ask', { itemId, role, personId: at.world.people[who].id });
			await at.as(who, 'role.accept', { itemId, role });
		};
		const { itemId } = await at.received();
		const places = async () => [
			(await at.view('bas')).moving.sent[0]?.watch,
			(await at.view('roos', itemId)).moving.origin?.watch
		];
		expect(await places()).toEqual(['nobody', 'nobody']);
		await ask('marjan', 'tirza', at.itemId);
		expect(await places()).toEqual(['old-table', 'old-table']);
		await ask('hilde', 'yusuf', itemId);
		expect(await places()).toEqual(['new-table', 'new-table']);
		await at.as('yusuf', 'role.hand-back', { itemId, role, reason: 'Ziek.' });
		expect(await places()).toEqual(['old-table', 'old-table']);
	});
});
