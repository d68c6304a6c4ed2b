import { record } from '#lib/server/views/record.ts';
import { review } from '#lib/server/views/review.ts';
import { describe, expect, it } from 'vitest';
import { type AtNoorderveld, atDeWitBakker, proposal, type Who } from './at-noorderveld.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

const AT_THE_ITEM: Who[] = ['hilde', 'yusuf', 'roos', 'wim'];

async function current(at: AtNoorderveld) {
	const version = await at.store.decisions.current(at.world.item.deWitBakker);
	if (!version) throw new Error('nothing decided');
	return version;
}

async function ratifyAll(at: AtNoorderveld, people = AT_THE_ITEM) {
	const { itemId, version, hash } = await current(at);
	for (const person of people)
		await at.world.do(person, 'decisions.ratify', { itemId, version, hash });
}

/** Carries everything over and closes: a meeting that had no time. */
async function close(at: AtNoorderveld) {
	for (const key of ['deWitBakker', 'mila', 'amir'] as const)
		await at.world.do('hilde', 'item.carry-over', { itemId: at.world.item[key], ...NOT_JUDGED });
	await at.world.do('hilde', 'meeting.close', { meetingId: at.world.meeting.cjg });
}

describe('the exact text of the decisions', () => {
	it('DU1 a version is there from the first action on, and a new one only when the text changed', async () => {
		const at = await atDeWitBakker();
		expect(await at.store.decisions.current(at.world.item.deWitBakker)).toBeNull();
		const id = await at.propose();
		expect(await current(at)).toMatchObject({ version: 1 });
		await at.world.do('roos', 'action.accept', { actionId: id });
		expect(await current(at)).toMatchObject({ version: 1 });
		await at.propose({ ...proposal(at.world, 'yusuf'), title: 'Bellen met de huisarts' });
		expect(await current(at)).toMatchObject({ version: 2 });
	});

	it('DE6 what an owner does with an action leaves the text as it was; what the table changes does not', async () => {
		const at = await atDeWitBakker();
		const actionId = await at.propose();
		await ratifyAll(at);
		await at.world.do('roos', 'action.accept', { actionId });
		await at.world.do('roos', 'action.start', { actionId });
		await at.world.do('roos', 'action.finish', { actionId, doneOn: '2026-11-24' });
		expect(await current(at)).toMatchObject({ version: 1 });
		const other = await at.propose({ title: 'Bellen met de huisarts' });
		expect(await current(at)).toMatchObject({ version: 2, ratifiedAt: null });
		await at.world.do('hilde', 'action.withdraw', { actionId: other, reason: 'Al gedaan.' });
		const { version, text } = await current(at);
		expect(version).toBe(3);
		expect(text).not.toContain('Bellen met de huisarts');
	});

	it('DU2 ratified when all who were at the item confirmed this very version', async () => {
		const at = await atDeWitBakker();
		await at.propose();
		await ratifyAll(at, AT_THE_ITEM.slice(0, -1));
		expect((await current(at)).ratifiedAt).toBeNull();
		await ratifyAll(at, AT_THE_ITEM.slice(-1));
		expect((await current(at)).ratifiedAt).not.toBeNull();
	});

	it('DU2 the ratified list goes to every organisation at the item, once', async () => {
		const at = await atDeWitBakker();
		await at.propose();
		await ratifyAll(at);
		await ratifyAll(at);
		const ledger = await at.store.delivery.ledger([at.world.item.deWitBakker]);
		const lists = ledger.filter(({ row }) => row.type === 'action-list-ratified');
		const expected = new Set(AT_THE_ITEM.map((who) => at.world.people[who].organisationId));
		expect(lists.map(({ row }) => row.organisationId).toSorted()).toEqual([...expected].toSorted());
	});

	it('DU3 a version that is not the current one is refused', async () => {
		const at = await atDeWitBakker();
		await at.propose();
		const old = await current(at);
		await at.propose({ title: 'Bellen met de huisarts' });
		const input = { itemId: old.itemId, version: old.version, hash: old.hash };
		expect(await at.try('roos', 'decisions.ratify', input)).toEqual({
			ok: false,
			error: 'stale',
			detail: { version: 2 }
		});
		const wrongText = { ...input, version: 2 };
		expect(await at.try('roos', 'decisions.ratify', wrongText)).toMatchObject({ error: 'stale' });
	});

	it('DU4 who was not at the item confirms nothing; who takes no part finds nothing', async () => {
		const at = await atDeWitBakker();
		await at.world.do('hilde', 'item.invite', {
			itemId: at.world.item.deWitBakker,
			personId: at.world.people.sanne.id
		});
		await at.propose();
		const { itemId, version, hash } = await current(at);
		const input = { itemId, version, hash };
		expect(await at.try('sanne', 'decisions.ratify', input)).toMatchObject({
			error: 'was-not-there'
		});
		expect(await at.try('nadia', 'decisions.ratify', input)).toMatchObject({ error: 'not-found' });
	});

	it('DU5 a later change reopens what was ratified, visibly', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		await ratifyAll(at);
		await at.world.do('hilde', 'action.change', {
			...proposal(at.world, 'roos'),
			actionId: id,
			due: '2026-12-02',
			expected: 1
		});
		expect(await current(at)).toMatchObject({ version: 2, ratifiedAt: null });
		const seen = await at.read(at.world.actor('wim'), (work) => review(work, at.world.meeting.cjg));
		if (!seen.ok) throw new Error(seen.error);
		expect(seen.value.items[0]).toMatchObject({
			mayRatify: true,
			decisions: { version: 2, reopened: true, ratifiedBy: [] }
		});
	});

	it('DU6 handing on does not change what was decided', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose(proposal(at.world, 'hilde'));
		const before = await current(at);
		await at.world.do('hilde', 'action.hand-on', {
			actionId: id,
			personId: at.world.people.yusuf.id
		});
		expect(await current(at)).toEqual(before);
	});

	it('DU7 the chair goes on without the rest only after closing', async () => {
		const at = await atDeWitBakker();
		await at.propose();
		await ratifyAll(at, ['wim']);
		const input = { itemId: at.world.item.deWitBakker };
		const during = await at.try('hilde', 'decisions.ratify-without-rest', input);
		expect(during).toMatchObject({ error: 'meeting-not-closed' });
		await close(at);
		const byWim = await at.try('wim', 'decisions.ratify-without-rest', input);
		expect(byWim).toMatchObject({ error: 'chair-only' });
		await at.world.do('hilde', 'decisions.ratify-without-rest', input);
		expect((await current(at)).ratifiedAt).not.toBeNull();
	});
});

describe('the fixed record', () => {
	it('DU8 each viewer gets only the own items, with nothing of the others', async () => {
		const at = await atDeWitBakker();
		await at.propose();
		await close(at);
		const seenBy = async (person: Who) => {
			const seen = await at.read(at.world.actor(person), (work) =>
				record(work, at.world.meeting.cjg)
			);
			return seen.ok ? seen.value.items.map((item) => item.content.code).toSorted() : seen.error;
		};
		expect(await seenBy('hilde')).toEqual(['26-3391', '26-5038', '26-8452']);
		expect(await seenBy('wim')).toEqual(['26-5038']);
		expect(await seenBy('nadia')).toEqual([]);
		expect(await seenBy('tirza')).toBe('not-found');
	});

	it('DU9 what was fixed stays as it was, also when the action changes later', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		await close(at);
		const before = await at.store.decisions.record(at.world.item.deWitBakker);
		await at.world.do('hilde', 'action.change', {
			...proposal(at.world, 'roos'),
			title: 'Bellen met de huisarts',
			actionId: id,
			expected: 1
		});
		expect(await at.store.decisions.record(at.world.item.deWitBakker)).toEqual(before);
		const seen = await at.read(at.world.actor('wim'), (work) => record(work, at.world.meeting.cjg));
		if (!seen.ok) throw new Error(seen.error);
		expect(seen.value.items[0]).toMatchObject({
			now: { version: 2, ratifiedAt: null },
			content: {
				attendees: expect.arrayContaining([expect.objectContaining({ name: 'Wim Tuinstra' })]),
				actions: [{ title: 'De kinderen zien en spreken', owner: expect.stringContaining('Roos') }],
				decisions: { version: 1 }
			}
		});
	});

	it('DU9 it holds the joint judgement with its motivation, and who judged otherwise', async () => {
		const at = await atDeWitBakker();
		const itemId = at.world.item.deWitBakker;
		const childId = at.world.children.deWitBakker[0];
		const about = {
			itemId,
			childId,
			safety: 'acutely-unsafe',
			grade: 2,
			risk: 'high',
			expected: 0
		};
		await at.world.do('hilde', 'judgement.give', {
			...about,
			safetyReason: 'Geweld',
			riskReason: 'Tweede melding'
		});
		await at.world.do('hilde', 'judgement.reveal', { itemId, childId });
		await at.world.do('hilde', 'judgement.decide-jointly', {
			...about,
			motivation: 'Het gaat door'
		});
		await at.world.do('wim', 'dissent.record', { itemId, childId, reason: 'Nu is er rust' });
		expect((await current(at)).text).toContain('Nu is er rust');
		await close(at);
		const fixed = await at.store.decisions.record(itemId);
		expect(fixed?.content).toMatchObject({
			judgements: [
				{
					firstName: 'Daan',
					grade: 2,
					motivation: 'Het gaat door',
					dissents: [{ name: 'Wim Tuinstra', reason: 'Nu is er rust' }]
				}
			]
		});
	});

	it('DU12 reading and printing the record leave a row for each case on it', async () => {
		const at = await atDeWitBakker();
		await close(at);
		const meetingId = at.world.meeting.cjg;
		await at.read(at.world.actor('wim'), (work) => record(work, meetingId));
		await at.read(at.world.actor('wim'), (work) => record(work, meetingId, 'print-record'));
		const rows = (await at.store.log.ofCase(at.world.case.deWitBakker)).filter(
			(row) => row.personId === at.world.people.wim.id && row.event.endsWith('-record')
		);
		expect(rows.map((row) => row.event)).toEqual(['print-record', 'read-record']);
	});

	it('DU10 there is no record before the meeting is closed', async () => {
		const at = await atDeWitBakker();
		await at.propose();
		const seen = await at.read(at.world.actor('hilde'), (work) =>
			record(work, at.world.meeting.cjg)
		);
		expect(seen).toEqual({ ok: false, error: 'not-found' });
	});

	it('DU11 after closing only the chair changes what was agreed', async () => {
		const at = await atDeWitBakker();
		await at.propose();
		await close(at);
		const again = await at.try('wim', 'action.propose', proposal(at.world, 'roos'));
		expect(again).toMatchObject({ error: 'meeting-closed' });
		const byChair = await at.try('hilde', 'action.propose', {
			...proposal(at.world, 'roos'),
			title: 'Bellen met de huisarts'
		});
		expect(byChair.ok).toBe(true);
	});
});
