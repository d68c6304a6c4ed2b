import { oneAction } from '#lib/server/views/my-action.ts';
import { allMyActions, myActions } from '#lib/server/views/my-actions.ts';
import type { ActionFilter } from '#lib/protocol/my-actions.ts';
import { ok } from '#lib/domain/result.ts';
import { describe, expect, it } from 'vitest';
import { atDeWitBakker, proposal } from './at-noorderveld.ts';

const found = async (at: Awaited<ReturnType<typeof atDeWitBakker>>, id: string) => {
	const action = await at.store.actions.find(id);
	if (!action) throw new Error('no such action');
	return action;
};

describe('who picks up what', () => {
	it('AU1 an owner who is not in the room accepts later', async () => {
		const at = await atDeWitBakker();
		// Nadia sits at the table and was not asked to this item.
		const id = await at.propose(proposal(at.world, 'nadia'));
		expect((await found(at, id)).status).toBe('proposed');
		at.app.clock.advance(3 * 3_600_000);
		await at.world.do('nadia', 'action.accept', { actionId: id });
		const action = await found(at, id);
		expect(action).toMatchObject({ status: 'accepted', revision: 1, statusRevision: 2 });
		const events = await at.store.actions.events([id]);
		expect(events.map((event) => event.kind)).toEqual(['propose', 'accept']);
	});

	it('AU2 declining needs a reason, and everyone at the item sees it', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		const without = await at.try('roos', 'action.decline', { actionId: id, reason: ' ' });
		expect(without).toMatchObject({ ok: false, error: 'invalid-input' });
		await at.world.do('roos', 'action.decline', { actionId: id, reason: 'Valt onder het CJG' });
		expect(await found(at, id)).toMatchObject({
			status: 'declined',
			reason: 'Valt onder het CJG'
		});
	});

	it('AU3 handing on goes to a colleague of the same organisation only, who answers again', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose(proposal(at.world, 'hilde'));
		await at.world.do('hilde', 'action.accept', { actionId: id });
		const outside = await at.try('hilde', 'action.hand-on', {
			actionId: id,
			personId: at.world.people.roos.id
		});
		expect(outside).toMatchObject({ ok: false, error: 'other-organisation' });
		await at.world.do('hilde', 'action.hand-on', {
			actionId: id,
			personId: at.world.people.yusuf.id
		});
		expect(await found(at, id)).toMatchObject({
			status: 'proposed',
			ownerPersonId: at.world.people.yusuf.id,
			revision: 2
		});
		const refused = await at.try('hilde', 'action.accept', { actionId: id });
		expect(refused).toMatchObject({ ok: false, error: 'not-yours' });
	});

	it('AU4 a stranger to item and action gets not-found, as for an action that does not exist', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		for (const actionId of [id, at.app.ids.id()])
			expect(await at.try('tirza', 'action.accept', { actionId })).toEqual({
				ok: false,
				error: 'not-found'
			});
		const log = await at.store.log.newest(1);
		expect(log[0]).toMatchObject({ outcome: 'refused', ground: 'not-found' });
	});

	it('AU5 given in person, a colleague of the same organisation does not find it', async () => {
		const at = await atDeWitBakker();
		const { karel, esther } = at.world.people;
		expect(esther.organisationId).toBe(karel.organisationId);
		const forKarel = { ...proposal(at.world, 'karel'), itemId: at.world.item.jayden };
		const id = await at.propose(forKarel, 'karel');
		const outcome = await at.try('esther', 'action.accept', { actionId: id });
		expect(outcome).toMatchObject({ error: 'not-found' });
	});

	it('AU5 given to an organisation, whoever of it answers takes it', async () => {
		const at = await atDeWitBakker();
		const jgz = at.world.people.tirza.organisationId;
		const id = await at.propose({ ownerOrganisationId: jgz, ownerPersonId: undefined });
		await at.world.do('tirza', 'action.accept', { actionId: id });
		expect(await found(at, id)).toMatchObject({
			ownerPersonId: at.world.people.tirza.id,
			revision: 1
		});
	});

	it.each(['Daan ophalen bij school', 'Bellen met mevrouw bakker', 'Daans leerkracht spreken'])(
		'AU6 a name registered on the case is refused: %s',
		async (title) => {
			const at = await atDeWitBakker();
			const outcome = await at.try('hilde', 'action.propose', {
				...proposal(at.world, 'roos'),
				title
			});
			expect(outcome).toMatchObject({ ok: false, error: 'names-in-title' });
			expect(await at.store.actions.ofItem(at.world.item.deWitBakker)).toEqual([]);
		}
	);

	it("AU6 the owner's own name may stand, also when someone of the family has the same", async () => {
		const at = await atDeWitBakker();
		await at.app.database.write(async (queries) => {
			const { repositories } = await import('#lib/server/store/repositories.ts');
			await repositories(queries).people.change(at.world.people.roos.id, { name: 'Lotte Smit' });
		});
		const title = 'Lotte Smit belt met de politie';
		const forRoos = await at.try('hilde', 'action.propose', {
			...proposal(at.world, 'roos'),
			title
		});
		expect(forRoos.ok).toBe(true);
		const forYusuf = await at.try('hilde', 'action.propose', {
			...proposal(at.world, 'yusuf'),
			title
		});
		expect(forYusuf).toMatchObject({ ok: false, error: 'names-in-title' });
	});

	it('AU6 to whom the result is told names nobody of the family either', async () => {
		const at = await atDeWitBakker();
		const outcome = await at.try('hilde', 'action.propose', {
			...proposal(at.world, 'roos'),
			tellTo: 'Sandra'
		});
		expect(outcome).toMatchObject({
			ok: false,
			error: 'names-in-title',
			detail: { field: 'tellTo' }
		});
	});

	it('AU7 text, owner or date changed: the owner answers again, and a stale change is refused', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		await at.world.do('roos', 'action.accept', { actionId: id });
		const changed = { ...proposal(at.world, 'roos'), actionId: id, due: '2026-12-01', expected: 1 };
		await at.world.do('wim', 'action.change', changed);
		expect(await found(at, id)).toMatchObject({
			status: 'proposed',
			due: '2026-12-01',
			revision: 2
		});
		expect(await at.try('wim', 'action.change', { ...changed, due: '2026-12-02' })).toEqual({
			ok: false,
			error: 'stale',
			detail: { revision: 2 }
		});
	});

	it('AU7 another organisation: the old one hears that it is off, the new one that it is theirs', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		await at.world.do('hilde', 'action.change', {
			...proposal(at.world, 'wim'),
			actionId: id,
			expected: 1
		});
		const ledger = await at.store.delivery.ledger([at.world.item.deWitBakker]);
		const standing = ledger.filter(({ delivery }) => delivery.status !== 'outdated');
		expect(standing.map(({ row }) => [row.type, row.organisationId])).toEqual([
			['action-withdrawn', at.world.people.roos.organisationId],
			['action-assigned', at.world.people.wim.organisationId]
		]);
	});

	it('AU8 a last day in the past is refused', async () => {
		const at = await atDeWitBakker();
		const outcome = await at.try('hilde', 'action.propose', {
			...proposal(at.world, 'roos'),
			due: '2026-11-23'
		});
		expect(outcome).toMatchObject({ ok: false, error: 'date-in-past' });
	});

	it('AU9 only the chair leaves an action with nobody, and holds it until a day', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		const input = { actionId: id, due: '2026-12-04' };
		expect(await at.try('wim', 'action.leave-unowned', input)).toMatchObject({ ok: false });
		await at.world.do('hilde', 'action.leave-unowned', input);
		expect(await found(at, id)).toMatchObject({
			status: 'unowned',
			ownerPersonId: at.world.people.hilde.id,
			due: '2026-12-04'
		});
	});

	it('AU10 done with day and result, and undone when it was not', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		await at.world.do('roos', 'action.accept', { actionId: id });
		const tomorrow = { actionId: id, doneOn: '2026-11-25', result: '' };
		expect(await at.try('roos', 'action.finish', tomorrow)).toMatchObject({
			error: 'date-in-future'
		});
		await at.world.do('roos', 'action.finish', {
			...tomorrow,
			doneOn: '2026-11-24',
			result: 'Gesproken'
		});
		expect(await found(at, id)).toMatchObject({ status: 'done', doneOn: '2026-11-24' });
		await at.world.do('roos', 'action.reopen', { actionId: id });
		expect(await found(at, id)).toMatchObject({ status: 'in-progress', doneOn: null });
	});

	it('AU11 who owns an action without taking part in the item sees the action and no item', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose(proposal(at.world, 'nadia'));
		const view = await at.read(at.world.actor('nadia'), (work) => oneAction(work, id));
		if (!view.ok) throw new Error(view.error);
		expect(view.value).toMatchObject({
			title: 'De kinderen zien en spreken',
			code: '26-5038',
			due: '2026-11-27',
			tellTo: 'Hilde Kremer',
			place: null,
			proposedBy: null,
			history: []
		});
		const text = JSON.stringify(view.value);
		for (const hidden of [at.world.item.deWitBakker, at.world.meeting.cjg, 'Daan', 'Wim', 'Bakker'])
			expect(text).not.toContain(hidden);
	});

	it('AU11 who takes part sees where the action comes from and its history', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		const mine = await at.read(at.world.actor('roos'), async (work) =>
			ok(await allMyActions(work, 'read-my-actions'))
		);
		if (!mine.ok) throw new Error(mine.error);
		expect(mine.value).toHaveLength(1);
		expect(mine.value[0]).toMatchObject({
			id,
			place: { itemId: at.world.item.deWitBakker },
			history: [{ kind: 'propose', who: 'Hilde Kremer' }]
		});
		expect(mine.value[0]?.may).toEqual(expect.arrayContaining(['answer', 'hand-on']));
	});

	it('AU12 each read of an action leaves a row on the access log', async () => {
		const at = await atDeWitBakker();
		const id = await at.propose();
		await at.read(at.world.actor('roos'), (work) => oneAction(work, id));
		const [row] = await at.store.log.ofCase(at.world.case.deWitBakker, 1);
		expect(row).toMatchObject({
			event: 'read-action',
			personId: at.world.people.roos.id,
			objectId: id,
			ground: 'owner',
			outcome: 'allowed'
		});
	});

	it('AU12 my actions: by what asks for attention, overdue first, filtered and searched', async () => {
		const at = await atDeWitBakker();
		const late = await at.propose({ title: 'Bellen met de huisarts', due: '2026-11-25' });
		const later = await at.propose({ title: 'Gesprek op school', due: '2026-12-10' });
		const asked = await at.propose({ title: 'De kinderen zien en spreken' });
		const ready = await at.propose({ title: 'Terugkoppelen aan de melder' });
		for (const actionId of [later, late, ready])
			await at.world.do('roos', 'action.accept', { actionId });
		await at.world.do('roos', 'action.finish', { actionId: ready, doneOn: '2026-11-24' });
		at.app.clock.advance(2 * 86_400_000);
		const seen = async (filter: ActionFilter, search = '') => {
			const read = await at.read(at.world.actor('roos'), async (work) =>
				ok(await myActions(work, { filter, search, table: '' }))
			);
			if (!read.ok) throw new Error(read.error);
			const { waiting, open, done } = read.value;
			return [waiting, open, done].map((list) => list.map((action) => action.id));
		};
		expect(await seen('all')).toEqual([[asked], [late, later], [ready]]);
		expect(await seen('overdue')).toEqual([[], [late], []]);
		expect(await seen('done')).toEqual([[], [], [ready]]);
		expect(await seen('all', 'HUISARTS')).toEqual([[], [late], []]);
		expect(await seen('all', '26-5038')).toEqual([[asked], [late, later], [ready]]);
		const [row] = await at.store.log.ofCase(at.world.case.deWitBakker, 1);
		expect(row?.event).toBe('search-my-actions');
	});
});
