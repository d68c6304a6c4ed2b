import { describe, expect, it } from 'vitest';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { done } from '../support/test-app.ts';

type Who = Parameters<AtDeWitBakker['viewOf']>[0];

const role = 'safety-watch';

/** Yusuf watches; Wim saw violence, so the Veilig Thuis step is open, and the CJG decides so. */
async function decided(decision: 'reported' | 'advice-asked'): Promise<AtDeWitBakker> {
	const at = await atDeWitBakker();
	await at.send('hilde', 'role.ask', { role, personId: at.world.people.yusuf.id });
	await at.send('yusuf', 'role.accept', { role });
	await at.answer('wim', 'A4', at.daan, 'observed');
	at.app.clock.advance(60_000);
	const outcome = await at.send('hilde', 'meldcode.decide', {
		childId: at.daan,
		decision,
		decidedOn: '2026-11-23',
		expected: 0
	});
	expect(outcome).toMatchObject({ ok: true });
	return at;
}

async function watchOf(at: AtDeWitBakker, viewer: Who = 'wim') {
	const { roles, afterReport } = (await at.viewOf(viewer)).coordination;
	const { holder, since } = roles.find((one) => one.role === role) ?? {};
	return { holder: holder?.name, organisation: holder?.organisation, since, ...afterReport };
}

async function withoutRoos(at: AtDeWitBakker): Promise<void> {
	await done(at.app, at.world.actor('hilde'), 'item.uninvite', {
		itemId: at.itemId,
		personId: at.world.people.roos.id
	});
}

describe('the watch after the Veilig Thuis step', () => {
	it('CO10 with a report it stays until receipt is confirmed; with advice it stays', async () => {
		const reported = await decided('reported');
		expect(await watchOf(reported)).toMatchObject({
			holder: 'Yusuf Aydin',
			watch: 'passes',
			may: null
		});
		const advised = await decided('advice-asked');
		expect(await watchOf(advised, 'roos')).toMatchObject({
			holder: 'Yusuf Aydin',
			watch: 'stays',
			may: null
		});
		expect(await advised.send('roos', 'watch.confirm-receipt')).toMatchObject({
			error: 'nothing-reported'
		});
	});

	it('CO11 Veilig Thuis confirms in one tap, and watches from that moment; once', async () => {
		const at = await decided('reported');
		expect((await watchOf(at, 'roos')).may).toBe('confirm');
		expect(await at.send('hilde', 'watch.confirm-receipt')).toMatchObject({
			error: 'veilig-thuis-only'
		});
		const byName = { on: '2026-11-24', name: 'Sam' };
		expect(await at.send('hilde', 'watch.record-receipt', byName)).toMatchObject({
			error: 'veilig-thuis-is-here'
		});
		expect(await at.send('roos', 'watch.confirm-receipt')).toMatchObject({ ok: true });
		expect(await watchOf(at)).toMatchObject({
			holder: 'Roos van Dalen',
			since: '2026-11-24',
			watch: 'passed'
		});
		expect(await at.send('roos', 'watch.confirm-receipt')).toMatchObject({
			error: 'nothing-reported'
		});
	});

	it('CO11 when nobody of Veilig Thuis is here, who reported says by name who watches', async () => {
		const at = await decided('reported');
		await withoutRoos(at);
		const said = { on: '2026-11-24', name: 'Sam Verbeek' };
		expect((await watchOf(at, 'yusuf')).may).toBe('record');
		expect((await watchOf(at, 'wim')).may).toBeNull();
		expect(await at.send('wim', 'watch.record-receipt', said)).toMatchObject({
			error: 'reporter-only'
		});
		for (const [on, error] of [
			['2026-11-22', 'before-report'],
			['2026-11-25', 'date-in-future']
		])
			expect(await at.send('hilde', 'watch.record-receipt', { ...said, on })).toMatchObject({
				error
			});
		await at.send('hilde', 'watch.record-receipt', said);
		expect(await watchOf(at)).toMatchObject({
			holder: 'Sam Verbeek',
			organisation: 'Veilig Thuis',
			since: '2026-11-24',
			watch: 'passed'
		});
		// Never a gap: Sam watches until the next one says yes.
		at.app.clock.advance(60_000);
		await at.send('hilde', 'role.ask', { role, personId: at.world.people.yusuf.id });
		expect((await watchOf(at)).holder).toBe('Sam Verbeek');
		await at.send('yusuf', 'role.accept', { role });
		expect(await watchOf(at)).toMatchObject({ holder: 'Yusuf Aydin', watch: null });
	});
});
