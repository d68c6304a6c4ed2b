import { describe, expect, it } from 'vitest';
import { done } from '../support/test-app.ts';
import { withSignals } from './support.ts';

const PLAN = { topics: ['plan', 'coordinator'], line: 'Alleen dat er iemand is.' };

describe('feedback', () => {
	it('SI4 is owed by who recorded the signal, in two weeks; a signaller at the item hears it there', async () => {
		const at = await withSignals();
		const outside = await at.record('yusuf');
		expect((await at.signalOf('yusuf', outside)).feedback).toMatchObject({
			status: 'owed',
			teller: { name: 'Yusuf Aydin' },
			mine: true,
			dueOn: '2026-12-04',
			overdue: false,
			topics: []
		});
		const here = await at.record('hilde', { signallerId: at.personId('wim') });
		expect((await at.signalOf('hilde', here)).feedback.status).toBe('at-table');
		expect(await at.dutiesOf('hilde')).toEqual([]);
		// It turns out that the station called, not Wim himself.
		await at.step('hilde', 'signal.correct', here, {
			fact: 'Opnieuw een melding.',
			signallerOrganisation: 'politie, meldkamer',
			givenOn: '2026-11-20'
		});
		expect((await at.signalOf('hilde', here)).feedback.status).toBe('owed');
	});

	it('SI5 what may be told is agreed first, by whom and before when; the teller finds it on Vandaag', async () => {
		const at = await withSignals();
		const id = await at.record('yusuf');
		const [open] = await at.dutiesOf('yusuf');
		expect(open).toMatchObject({ kind: 'agree', group: 'wait', due: '2026-12-04' });
		const agree = (more: object) =>
			at.step('yusuf', 'feedback.agree', id, {
				...PLAN,
				tellerId: at.personId('roos'),
				dueOn: '2026-11-30',
				...more
			});
		expect(await agree({ topics: [] })).toMatchObject({ error: 'topics-missing' });
		expect(await agree({ topics: ['plan', 'being-worked-on'] })).toMatchObject({
			error: 'topics-exclude'
		});
		expect(await agree({ dueOn: '2026-11-23' })).toMatchObject({ error: 'date-in-past' });
		expect(await agree({ tellerId: at.personId('bas') })).toMatchObject({
			error: 'not-a-participant'
		});
		expect(
			await at.step('yusuf', 'feedback.give', id, {
				byId: at.personId('yusuf'),
				on: '2026-11-24'
			})
		).toMatchObject({ error: 'feedback-not-agreed' });
		expect(await agree({})).toMatchObject({ ok: true });
		expect(await at.dutiesOf('yusuf')).toEqual([]);
		expect(await at.dutiesOf('roos')).toEqual([
			expect.objectContaining({
				kind: 'tell',
				group: 'wait',
				due: '2026-11-30',
				code: '26-5038',
				detail: { name: '', organisation: 'woningcorporatie', teller: 'Roos van Dalen' }
			})
		]);
		expect(
			await at.send('yusuf', 'feedback.cannot', { signalId: id, reason: 'x', expected: 1 })
		).toEqual({ ok: false, error: 'stale', detail: { revision: 2 } });
	});

	it('SI6 it is given on a day, by someone, somehow, and is then on no list; that can be taken back', async () => {
		const at = await withSignals();
		const id = await at.record('yusuf');
		const mine = { tellerId: at.personId('yusuf'), dueOn: '2026-12-04' };
		await at.step('yusuf', 'feedback.agree', id, { ...PLAN, ...mine });
		const give = (more: object) =>
			at.step('hilde', 'feedback.give', id, {
				byId: at.personId('yusuf'),
				on: '2026-11-23',
				how: 'telefonisch',
				...more
			});
		expect(await give({ on: '2026-11-25' })).toMatchObject({ error: 'date-in-future' });
		expect(await give({ on: '2026-11-19' })).toMatchObject({ error: 'feedback-before-signal' });
		expect(await give({ byId: at.personId('bas') })).toMatchObject({ error: 'not-a-participant' });
		expect(await give({})).toMatchObject({ ok: true });
		expect((await at.signalOf('wim', id)).feedback).toMatchObject({
			status: 'given',
			given: { by: 'Yusuf Aydin', on: '2026-11-23', how: 'telefonisch' },
			topics: ['plan', 'coordinator']
		});
		expect(await at.dutiesOf('yusuf')).toEqual([]);
		expect(await give({})).toMatchObject({ error: 'feedback-done' });
		await at.step('yusuf', 'feedback.reopen', id);
		expect(await at.dutiesOf('yusuf')).toHaveLength(1);
	});

	it('SI6 it can be impossible, for a reason that everyone at the item reads', async () => {
		const at = await withSignals();
		const id = await at.record('yusuf');
		await at.step('yusuf', 'feedback.cannot', id, { reason: 'De beller gaf geen nummer.' });
		expect((await at.signalOf('roos', id)).feedback).toMatchObject({
			status: 'impossible',
			reason: 'De beller gaf geen nummer.'
		});
		expect(await at.dutiesOf('yusuf')).toEqual([]);
	});

	it('SI7 overdue it is also on the list of who runs the table; so it is when the teller left the case', async () => {
		const at = await withSignals();
		await at.record('roos');
		const kinds = async (who: 'hilde' | 'roos', on?: string) =>
			(await at.dutiesOf(who, on)).map(({ kind, group }) => `${kind} ${group}`);
		expect(await kinds('hilde')).toEqual([]);
		expect(await kinds('hilde', '2026-12-04')).toEqual([]);
		expect(await kinds('hilde', '2026-12-05')).toEqual(['overdue left']);
		expect(await kinds('roos', '2026-12-05')).toEqual(['agree wait']);
		await done(at.app, at.world.actor('hilde'), 'item.uninvite', {
			itemId: at.itemId,
			personId: at.personId('roos')
		});
		expect(await kinds('roos', '2026-12-05')).toEqual([]);
		expect(await kinds('hilde')).toEqual(['nobody left']);
	});
});
