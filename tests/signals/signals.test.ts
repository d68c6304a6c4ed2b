import { describe, expect, it } from 'vitest';
import { done } from '../support/test-app.ts';
import { HOUSING, withSignals } from './support.ts';

describe('a signal', () => {
	it('SI1, SI2 says what was seen, by whom and when; what is thought of it stands apart', async () => {
		const at = await withSignals();
		const id = await at.record('yusuf', {
			interpretation: 'Er is geen geld voor het gezin.',
			source: 'telefonisch',
			childId: at.daan
		});
		expect(await at.signalOf('wim', id)).toMatchObject({
			givenOn: '2026-11-20',
			signaller: { personId: null, name: '', organisation: 'woningcorporatie' },
			fact: HOUSING.fact,
			interpretation: 'Er is geen geld voor het gezin.',
			source: 'telefonisch',
			childId: at.daan,
			recordedBy: 'Yusuf Aydin',
			withdrawn: null,
			mayChange: false
		});
		const refused = async (more: object) =>
			(await at.send('yusuf', 'signal.record', { ...HOUSING, ...more })) as { error?: string };
		expect(await refused({ signallerOrganisation: ' ' })).toMatchObject({
			error: 'signaller-missing'
		});
		expect(await refused({ givenOn: '2026-11-25' })).toMatchObject({ error: 'date-in-future' });
		expect(await refused({ fact: ' ' })).toMatchObject({ error: 'invalid-input' });
		expect(await refused({ childId: at.mark })).toMatchObject({ error: 'unknown-child' });
		expect(await refused({ signallerId: at.personId('bas') })).toMatchObject({
			error: 'not-a-participant'
		});
	});

	it('SI1 of a colleague at the item the name and organisation are his or her own', async () => {
		const at = await withSignals();
		const id = await at.record('hilde', {
			signallerId: at.personId('wim'),
			signallerOrganisation: 'iets anders'
		});
		expect((await at.signalOf('roos', id)).signaller).toEqual({
			personId: at.personId('wim'),
			name: 'Wim Tuinstra',
			organisation: 'Politie Noorderveld'
		});
	});

	it('SI3 corrected by who recorded it, gave it or runs the table; two at once lose nothing', async () => {
		const at = await withSignals();
		const id = await at.record('yusuf', { signallerId: at.personId('wim') });
		const words = {
			...HOUSING,
			signallerId: at.personId('wim'),
			fact: 'Drie maanden achterstand.'
		};
		expect(await at.step('roos', 'signal.correct', id, words)).toMatchObject({
			error: 'signal-not-yours'
		});
		expect(await at.step('wim', 'signal.correct', id, words)).toMatchObject({ ok: true });
		expect(await at.signalOf('roos', id)).toMatchObject({
			fact: 'Drie maanden achterstand.',
			correctedOn: '2026-11-24',
			revision: 2
		});
		expect(
			await at.send('yusuf', 'signal.correct', { signalId: id, expected: 1, ...words })
		).toEqual({ ok: false, error: 'stale', detail: { revision: 2 } });
		expect(await at.step('hilde', 'signal.correct', id, words)).toMatchObject({ ok: true });
	});

	it('SI3 who gave it stays who gave it, also after leaving the item', async () => {
		const at = await withSignals();
		const wim = at.personId('wim');
		const id = await at.record('hilde', { signallerId: wim });
		await done(at.app, at.world.actor('hilde'), 'item.uninvite', {
			itemId: at.itemId,
			personId: wim
		});
		const words = { ...HOUSING, signallerId: wim, fact: 'Eén maand achterstand.' };
		expect(await at.step('hilde', 'signal.correct', id, words)).toMatchObject({ ok: true });
		expect((await at.signalOf('hilde', id)).signaller.name).toBe('Wim Tuinstra');
	});

	it('SI3 a withdrawn signal stays, with its reason, and nothing follows from it', async () => {
		const at = await withSignals();
		const id = await at.record('yusuf', { givenOn: '2026-08-01' });
		expect((await at.viewOf('wim')).coordination.daysWithoutHelp).toBe(115);
		const because = { reason: 'Het ging over een ander gezin.' };
		expect(await at.step('wim', 'signal.withdraw', id, because)).toMatchObject({
			error: 'signal-not-yours'
		});
		expect(await at.step('yusuf', 'signal.withdraw', id, because)).toMatchObject({ ok: true });
		expect((await at.signalOf('wim', id)).withdrawn).toEqual({
			by: 'Yusuf Aydin',
			on: '2026-11-24',
			reason: 'Het ging over een ander gezin.'
		});
		expect((await at.viewOf('wim')).coordination.daysWithoutHelp).toBe(70);
		expect(await at.dutiesOf('yusuf')).toEqual([]);
		for (const name of ['signal.withdraw', 'feedback.cannot'])
			expect(await at.step('yusuf', name, id, because)).toMatchObject({
				error: 'signal-withdrawn'
			});
	});

	it('SI3 an item at which one was recorded is not taken off the agenda', async () => {
		const at = await withSignals();
		const itemId = at.world.item.mila;
		await at.send('roos', 'signal.record', { ...HOUSING, itemId });
		expect(await at.send('hilde', 'item.remove', { itemId })).toMatchObject({
			error: 'item-has-content'
		});
	});
});
