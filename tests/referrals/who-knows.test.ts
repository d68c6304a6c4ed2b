import { describe, expect, it } from 'vitest';
import { loadItemView } from '#lib/server/views/item/load-item-view.ts';
import { caseView } from '#lib/server/views/case/case-view.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { done, run, stored } from '../support/test-app.ts';

const SECRET = 'Geheim wijkteam';

/** A later item on the same case, at which Roos takes part and Wim does not; recorded there: everything. */
async function later(at: AtDeWitBakker): Promise<string> {
	const { app, world } = at;
	const hilde = world.actor('hilde');
	const { meetingId } = await done<{ meetingId: string }>(app, hilde, 'meeting.plan', {
		tableId: world.table.cjg,
		startsAt: '2026-12-01T08:30:00.000Z',
		minutes: 60
	});
	const { itemId } = await done<{ itemId: string }>(app, hilde, 'item.add-case', {
		meetingId,
		caseId: world.case.deWitBakker,
		reason: 'Hoe nu verder?',
		news: 'Weer verwezen.',
		minutes: 10,
		participants: [world.people.roos.id]
	});
	const say = (name: string, input: object) => done(app, hilde, name, { itemId, ...input });
	const on = '2026-11-24';
	for (const to of [SECRET, `${SECRET} twee`])
		await say('referral.record', { from: 'CJG Noorderveld', to, reason: SECRET, on });
	await say('stagnation.record', { reason: 'other', note: SECRET, since: on });
	for (const day of ['2026-11-02', '2026-11-09'])
		await say('missed.record', { on: day, withWhom: SECRET, reason: 'unknown' });
	await say('family-action.add', {
		...{ what: SECRET, who: 'oma', due: '2026-12-04', followedBy: world.people.roos.id }
	});
	const role = 'safety-watch';
	await say('role.ask', { role, personId: world.people.hilde.id });
	await done(app, hilde, 'role.accept', { itemId, role });
	await say('escalation.record', { toWhom: SECRET, reason: SECRET });
	return itemId;
}

describe('RF10 what was recorded at an item one does not know', () => {
	it('RF10 is in no view, no count, no time line and no duty of Wim; Roos has it all', async () => {
		const at = await atDeWitBakker();
		await later(at);
		const { app, world } = at;
		const store = stored(app);
		for (const [who, knows] of [
			['wim', false],
			['roos', true]
		] as const) {
			const actor = world.actor(who);
			const seen = [
				await loadItemView(store, actor, at.itemId, app.clock.now()),
				await caseView(store, actor, world.case.deWitBakker, app.clock.now()),
				await duties(store, actor, '2026-11-24')
			];
			expect(JSON.stringify(seen).includes(SECRET), who).toBe(knows);
			const { coordination, referrals } = await at.viewOf(who);
			expect(coordination.referrals).toEqual({ withoutHelp: knows ? 2 : 0, pingPong: knows });
			expect(referrals.mayAvoidCare).toBe(knows);
		}
	});

	it('RF10 cannot be changed from an item that one knows', async () => {
		const at = await atDeWitBakker();
		const itemId = await later(at);
		const view = await loadItemView(
			stored(at.app),
			at.world.actor('hilde'),
			itemId,
			at.app.clock.now()
		);
		const { referrals, coordination } = view?.parts as Awaited<ReturnType<AtDeWitBakker['viewOf']>>;
		const [referral] = referrals.referrals;
		const [stagnation] = referrals.stagnations;
		const wim = (name: string, input: object) =>
			run(at.app, at.world.actor('wim'), name, { itemId: at.itemId, ...input });
		const referred = { referralId: referral?.id, expected: 1 };
		const refused = [
			await wim('referral.answer', { ...referred, status: 'accepted' }),
			await wim('referral.start', { ...referred, on: '2026-11-24', what: 'Hulp' }),
			await wim('handover.confirm', { ...referred, side: 'given', points: [], by: 'Wim' }),
			await wim('stagnation.look-back', {
				...{ stagnationId: stagnation?.id, outcome: 'works', expected: 1 }
			}),
			await wim('missed.take-back', { missedId: referrals.missed[0]?.id }),
			await wim('escalation.answer', {
				...{ escalationId: coordination.escalations[0]?.id, on: '2026-11-24', outcome: 'Ja' }
			}),
			await wim('family-action.settle', {
				...{ familyActionId: coordination.familyActions[0]?.id, status: 'done', expected: 1 }
			})
		];
		expect(refused).toEqual(refused.map(() => ({ ok: false, error: 'not-found' })));
	});

	it('MA13 an item at which something of this was recorded is not thrown away', async () => {
		const at = await atDeWitBakker();
		const itemId = await later(at);
		expect(await run(at.app, at.world.actor('hilde'), 'item.remove', { itemId })).toMatchObject({
			error: 'item-has-content'
		});
	});
});
