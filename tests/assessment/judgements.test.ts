import { describe, expect, it } from 'vitest';
import { atDeWitBakker, JUDGEMENT } from './support.ts';

const ROLES = ['hilde', 'yusuf', 'roos', 'wim'] as const;
const CANARY = 'Zeldzaamwoord in een motief';

describe('judging alone, then together', () => {
	it.each(ROLES)('JG2 before the reveal no part holds another’s judgement: %s', async (viewer) => {
		const at = await atDeWitBakker();
		const before = await at.viewOf(viewer);
		const others = ROLES.filter((each) => each !== viewer).slice(0, 2);
		for (const [index, person] of others.entries()) {
			at.app.clock.advance(61_000);
			const outcome = await at.judge(person, at.daan, {
				safety: 'acutely-unsafe',
				grade: 1 + index,
				safetyReason: CANARY,
				riskReason: CANARY.repeat(index + 1)
			});
			expect(outcome.ok).toBe(true);
		}
		const view = await at.viewOf(viewer);
		const daan = view.judgements.find(({ childId }) => childId === at.daan);
		expect(daan).toEqual({
			childId: at.daan,
			revealedAt: null,
			revealedBy: null,
			submittedBy: others.map((each) => at.world.people[each].id).toSorted(),
			own: null,
			others: [],
			joint: null,
			dissents: []
		});
		expect(JSON.stringify(view)).not.toContain(CANARY);
		expect(JSON.stringify(view)).not.toContain('acutely-unsafe');
		// All that tells of them is who has given one.
		expect({ ...view, judgements: null }).toEqual({ ...before, judgements: null });
	});

	it('JG2 a changed judgement changes nothing in what another receives', async () => {
		const at = await atDeWitBakker();
		await at.judge('roos', at.daan);
		const before = await at.viewOf('wim');
		at.app.clock.advance(61_000);
		const changed = { grade: 0, safety: 'acutely-unsafe', expected: 1, safetyReason: 'Anders.' };
		expect(await at.judge('roos', at.daan, changed)).toMatchObject({ ok: true });
		expect(await at.viewOf('wim')).toEqual(before);
	});

	it('JG1 one’s own is seen and changed until the reveal; an older one is stale', async () => {
		const at = await atDeWitBakker();
		await at.judge('roos', at.daan);
		expect(await at.judge('roos', at.daan, { grade: 2 })).toMatchObject({ error: 'stale' });
		await at.judge('roos', at.daan, { grade: 2, expected: 1 });
		const [daan] = (await at.viewOf('roos')).judgements;
		expect(daan?.own).toMatchObject({
			grade: 2,
			revision: 2,
			safetyReason: JUDGEMENT.safetyReason
		});
	});

	it('JG3 the chair reveals, once there is a judgement; nobody else does', async () => {
		const at = await atDeWitBakker();
		const reveal = { childId: at.daan };
		expect(await at.send('hilde', 'judgement.reveal', reveal)).toMatchObject({
			error: 'nothing-to-reveal'
		});
		await at.judge('roos', at.daan, { grade: 2 });
		expect(await at.send('roos', 'judgement.reveal', reveal)).toMatchObject({
			error: 'chair-only'
		});
		expect(await at.send('hilde', 'judgement.reveal', reveal)).toMatchObject({ ok: true });
		expect(await at.send('hilde', 'judgement.reveal', reveal)).toMatchObject({ ok: true });
		const [daan, lotte] = (await at.viewOf('wim')).judgements;
		expect(daan?.others).toMatchObject([{ personId: at.world.people.roos.id, grade: 2 }]);
		expect(daan?.revealedBy).toBe(at.world.people.hilde.id);
		expect(lotte?.revealedAt).toBeNull();
	});

	it('JG3 the last of those present to judge makes all visible, per child', async () => {
		const at = await atDeWitBakker();
		for (const person of ROLES.slice(0, 3)) await at.judge(person, at.daan);
		expect((await at.viewOf('wim')).judgements[0]?.revealedAt).toBeNull();
		await at.judge('wim', at.daan);
		const [daan, lotte] = (await at.viewOf('wim')).judgements;
		expect(daan).toMatchObject({ revealedBy: null, others: { length: 3 } });
		expect(daan?.revealedAt).not.toBeNull();
		expect(lotte?.revealedAt).toBeNull();
	});

	it('JG3 judgements given beforehand stay hidden until the item', async () => {
		const at = await atDeWitBakker({ live: false });
		for (const person of ROLES) await at.judge(person, at.daan);
		expect((await at.viewOf('hilde')).judgements[0]).toMatchObject({
			revealedAt: null,
			others: [],
			submittedBy: { length: 4 }
		});
	});

	it('JG4 after the reveal no own judgement is given or changed', async () => {
		const at = await atDeWitBakker();
		await at.judge('roos', at.daan);
		await at.send('hilde', 'judgement.reveal', { childId: at.daan });
		for (const [person, expected] of [
			['roos', 1],
			['wim', 0]
		] as const)
			expect(await at.judge(person, at.daan, { expected })).toEqual({
				ok: false,
				error: 'already-revealed'
			});
	});

	it('JG1 JG2 for who takes no part there is nothing to judge', async () => {
		const at = await atDeWitBakker();
		for (const person of ['sanne', 'petra', 'nadia'] as const)
			expect(await at.judge(person, at.daan)).toMatchObject({ error: 'not-found' });
	});

	it('JG1 who runs the table without taking part in the item reveals, and judges nothing', async () => {
		const at = await atDeWitBakker();
		await at.send('hilde', 'item.uninvite', { personId: at.world.people.yusuf.id });
		expect(await at.judge('yusuf', at.daan)).toEqual({ ok: false, error: 'not-a-participant' });
		await at.judge('roos', at.daan);
		expect(await at.send('yusuf', 'judgement.reveal', { childId: at.daan })).toMatchObject({
			ok: true
		});
	});

	it('JG5 the joint judgement comes after the reveal, from the chair, and keeps the earlier one', async () => {
		const at = await atDeWitBakker();
		await at.judge('roos', at.daan);
		expect(await at.joint(at.daan)).toMatchObject({ error: 'not-revealed' });
		await at.send('hilde', 'judgement.reveal', { childId: at.daan });
		const byWim = { childId: at.daan, ...JUDGEMENT, motivation: 'Zo.' };
		expect(await at.send('wim', 'judgement.decide-jointly', byWim)).toMatchObject({
			error: 'chair-only'
		});
		expect(await at.joint(at.daan)).toEqual({ ok: true, value: { revision: 1 } });
		expect(await at.joint(at.daan)).toMatchObject({ error: 'stale' });
		expect(await at.joint(at.daan, { expected: 1, grade: 3 })).toEqual({
			ok: true,
			value: { revision: 2 }
		});
		expect((await at.viewOf('wim')).judgements[0]?.joint).toMatchObject({ grade: 3, revision: 2 });
	});

	it('JG6 a dissent stands beside the joint judgement, until its holder withdraws it', async () => {
		const at = await atDeWitBakker();
		const dissent = { childId: at.daan, reason: 'Ik vind het acuut.' };
		expect(await at.send('roos', 'dissent.record', dissent)).toMatchObject({
			error: 'no-joint-judgement'
		});
		await at.judge('roos', at.daan);
		await at.send('hilde', 'judgement.reveal', { childId: at.daan });
		await at.joint(at.daan);
		expect(await at.send('roos', 'dissent.record', dissent)).toMatchObject({ ok: true });
		await at.send('hilde', 'dissent.withdraw', { childId: at.daan });
		const view = await at.viewOf('wim');
		expect(view.judgements[0]?.dissents).toMatchObject([
			{ personId: at.world.people.roos.id, reason: dissent.reason }
		]);
		expect(view.decisions?.text).toContain(dissent.reason);
		await at.send('roos', 'dissent.withdraw', { childId: at.daan });
		expect((await at.viewOf('wim')).judgements[0]?.dissents).toEqual([]);
	});
});
