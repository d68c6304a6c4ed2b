import { describe, expect, it } from 'vitest';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { noorderveld } from '../support/people.ts';
import { done, run, stored, testApp } from '../support/test-app.ts';

const ADVICE = {
	askedOn: '2026-11-20',
	adviser: 'M. Dekker',
	advice: 'Praat eerst met moeder.',
	named: false
};
const partOf = async (at: AtDeWitBakker, who: Parameters<AtDeWitBakker['viewOf']>[0]) =>
	(await at.viewOf(who)).meldcodeSteps;

describe('advice of Veilig Thuis', () => {
	it('ME9 who asked, when, of whom, and what; with names only with a reason', async () => {
		const at = await atDeWitBakker();
		const ask = (more: object) =>
			at.send('hilde', 'advice.record', { childIds: [at.daan], ...ADVICE, ...more });
		expect(await ask({ named: true })).toMatchObject({ error: 'reason-required' });
		expect(await ask({ askedOn: '2026-11-25' })).toMatchObject({ error: 'date-in-future' });
		expect(await ask({ childIds: [at.mark] })).toMatchObject({ error: 'unknown-subject' });
		expect(await ask({ askedBy: at.world.people.wim.id })).toMatchObject({
			error: 'not-a-participant'
		});
		expect(await ask({ askedBy: at.world.people.yusuf.id })).toMatchObject({ ok: true });
		expect((await partOf(at, 'wim')).advices).toMatchObject([
			{
				organisation: 'CJG Noorderveld',
				askedBy: 'Yusuf Aydin',
				askedOn: '2026-11-20',
				adviser: 'M. Dekker',
				namedBecause: null
			}
		]);
		const itself = await at.send('roos', 'advice.record', { childIds: [at.daan], ...ADVICE });
		expect(itself).toEqual({ ok: false, error: 'advice-of-itself' });
	});

	it('ME10 it is the organisation’s decision where the step is open and nothing was decided', async () => {
		const at = await atDeWitBakker();
		await at.answer('wim', 'A4', at.daan, 'observed');
		await at.answer('wim', 'A4', at.lotte, 'observed');
		const both = { childIds: [at.daan, at.lotte], ...ADVICE };
		await at.send('yusuf', 'meldcode.decide', {
			childId: at.lotte,
			decision: 'reported',
			expected: 0
		});
		await at.send('hilde', 'advice.record', both);
		const { decisions } = (await at.viewOf('roos')).meldcode;
		expect(decisions.map(({ childId, decision }) => [childId, decision])).toEqual([
			[at.lotte, 'reported'],
			[at.daan, 'advice-asked']
		]);
		expect(decisions[1]?.decidedOn).toBe('2026-11-20');
		const watch = (await at.viewOf('hilde')).coordination.roles.find(
			({ role }) => role === 'safety-watch'
		);
		expect(watch?.holder).toBeNull();
		// Advice of a colleague is a consultation of one's own step 2 (ME4).
		expect((await partOf(at, 'yusuf')).own).toMatchObject({ advised: true, done: [2] });
	});

	it('ME10 before the step is open it is advice alone', async () => {
		const at = await atDeWitBakker();
		await at.send('hilde', 'advice.record', { childIds: [at.daan], ...ADVICE });
		expect((await at.viewOf('hilde')).meldcode.decisions).toEqual([]);
	});
});

describe('expertise that is missing', () => {
	async function atFenna() {
		const app = testApp();
		const world = await noorderveld(app);
		const itemId = world.item.fenna;
		await world.goLive('fenna', ['tirza', 'bas', 'esther']);
		const send = (who: Parameters<typeof world.actor>[0], name: string, input: object = {}) =>
			run(app, world.actor(who), name, { itemId, ...input });
		return { app, world, itemId, send };
	}

	it('ME12 one click invites who has it, once, and only presenter or chair clicks', async () => {
		const { app, world, itemId, send } = await atFenna();
		const veiligThuis = { expertise: 'veilig-thuis' };
		expect(await send('esther', 'expertise.invite', veiligThuis)).toMatchObject({
			error: 'presenter-only'
		});
		expect(await send('karel', 'expertise.invite', { expertise: 'youth-doctor' })).toMatchObject({
			error: 'nobody-known'
		});
		for (let click = 0; click < 2; click += 1)
			expect(await send('karel', 'expertise.invite', veiligThuis)).toMatchObject({ ok: true });
		const here = await stored(app).agenda.participants(itemId);
		expect(here.filter((one) => one.personId === world.people.roos.id).length).toBe(1);
	});

	it('ME11 it is named until someone is there, or A was checked and nothing found', async () => {
		const at = await atDeWitBakker();
		expect((await partOf(at, 'hilde')).expertise).toEqual({
			why: 'unchecked',
			missing: ['attention-officer', 'youth-doctor'],
			toInvite: []
		});
		await done(at.app, at.world.actor('hilde'), 'item.uninvite', {
			itemId: at.itemId,
			personId: at.world.people.roos.id
		});
		await at.answer('wim', 'A4', at.daan, 'observed');
		expect((await partOf(at, 'hilde')).expertise).toMatchObject({
			why: 'positive',
			missing: ['attention-officer', 'youth-doctor', 'veilig-thuis'],
			toInvite: [{ expertise: 'veilig-thuis', name: 'Roos van Dalen' }]
		});
		expect((await partOf(at, 'wim')).expertise.toInvite).toEqual([]);
		for (const child of [at.daan, at.lotte])
			for (const question of ['A1', 'A2', 'A3', 'A5'])
				await at.answer('wim', question, child, 'ruled-out');
		await at.answer('wim', 'A4', at.lotte, 'ruled-out');
		await at.answer('wim', 'A4', at.daan, 'ruled-out', { expected: 1 });
		expect((await partOf(at, 'hilde')).expertise).toEqual({ why: null, missing: [], toInvite: [] });
	});
});

describe('what goes straight to Veilig Thuis', () => {
	it('ME13 anyone marks it: the step opens for that child, and the talk is no step', async () => {
		const at = await atDeWitBakker();
		const mark = { childId: at.lotte, kind: 'forced-marriage' };
		for (let tick = 0; tick < 2; tick += 1)
			expect(await at.send('wim', 'straight.mark', mark)).toMatchObject({ ok: true });
		const view = await at.viewOf('yusuf');
		expect(view.meldcodeSteps.straight).toEqual([
			{ ...mark, setBy: 'Wim Tuinstra', mayTakeBack: true }
		]);
		expect((await partOf(at, 'roos')).straight[0]?.mayTakeBack).toBe(false);
		expect(view.meldcode.open).toEqual([at.lotte]);
		expect(view.meldcodeSteps.own).toMatchObject({ talk: 'not-needed', done: [3] });
		expect(view.meldcodeSteps.suspicion).toBe(true);
		const decide = { childId: at.lotte, decision: 'reported', expected: 0 };
		expect(await at.send('yusuf', 'meldcode.decide', decide)).toMatchObject({ ok: true });
	});

	it('ME14 it is taken back by who set it or runs the table, with a reason', async () => {
		const at = await atDeWitBakker();
		const mark = { childId: at.lotte, kind: 'honour' };
		const back = { ...mark, reason: 'Het ging om een ander gezin.' };
		expect(await at.send('wim', 'straight.take-back', back)).toMatchObject({ error: 'not-marked' });
		await at.send('wim', 'straight.mark', mark);
		expect(await at.send('yusuf', 'straight.take-back', back)).toMatchObject({ ok: true });
		expect((await partOf(at, 'wim')).straight).toEqual([]);
		await at.send('wim', 'straight.mark', mark);
		expect(await at.send('roos', 'straight.take-back', back)).toMatchObject({
			error: 'not-yours-to-take-back'
		});
		const kept = await stored(at.app).meldcode.marks(at.world.case.deWitBakker);
		expect(kept.map(({ reason }) => reason)).toEqual([back.reason, null]);
	});
});
