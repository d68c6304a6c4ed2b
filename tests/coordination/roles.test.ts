import { describe, expect, it } from 'vitest';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { done } from '../support/test-app.ts';

type Who = Parameters<AtDeWitBakker['viewOf']>[0];

async function roleOf(at: AtDeWitBakker, role: string, viewer: Who = 'hilde') {
	const { roles } = (await at.viewOf(viewer)).coordination;
	const found = roles.find((one) => one.role === role);
	if (!found) throw new Error(role);
	return found;
}
const personId = (at: AtDeWitBakker, who: Who) => at.world.people[who].id;

async function ask(at: AtDeWitBakker, role: string, who: Who, more: object = {}) {
	return at.send('hilde', 'role.ask', { role, personId: personId(at, who), ...more });
}

const FAMILY = { can: false, who: '', wishes: 'Rust bij de overdracht.', expected: 0 };

describe('who coordinates', () => {
	it('CO1 the family is asked first; what it wishes is on record', async () => {
		const at = await atDeWitBakker();
		expect(await ask(at, 'coordinator', 'yusuf')).toEqual({
			ok: false,
			error: 'family-not-asked'
		});
		expect((await at.viewOf('roos')).coordination.family).toBeNull();
		expect(await at.send('yusuf', 'coordination.ask-family', FAMILY)).toMatchObject({ ok: true });
		expect((await at.viewOf('roos')).coordination.family).toEqual({
			can: false,
			who: '',
			wishes: 'Rust bij de overdracht.'
		});
		expect(await ask(at, 'coordinator', 'yusuf')).toMatchObject({ ok: true });
		const stale = await at.send('hilde', 'coordination.ask-family', FAMILY);
		expect(stale).toEqual({ ok: false, error: 'stale', detail: { revision: 1 } });
	});

	it('CO2, CO4 exactly one, who said yes himself; a no has a reason that everyone at the item sees', async () => {
		const at = await atDeWitBakker();
		await at.send('hilde', 'coordination.ask-family', FAMILY);
		await ask(at, 'coordinator', 'yusuf', { replacementId: personId(at, 'hilde') });
		expect(await roleOf(at, 'coordinator', 'roos')).toMatchObject({
			holder: null,
			asked: { name: 'Yusuf Aydin' },
			askedMe: false
		});
		expect((await roleOf(at, 'coordinator', 'yusuf')).askedMe).toBe(true);
		expect(await at.send('hilde', 'role.accept', { role: 'coordinator' })).toMatchObject({
			error: 'not-asked'
		});
		const no = { role: 'coordinator', reason: 'Ik ken het gezin niet.' };
		expect(await at.send('yusuf', 'role.decline', no)).toMatchObject({ ok: true });
		expect(await roleOf(at, 'coordinator')).toMatchObject({
			holder: null,
			asked: null,
			lastReason: { name: 'Yusuf Aydin', reason: 'Ik ken het gezin niet.' }
		});
		await ask(at, 'coordinator', 'roos');
		await ask(at, 'coordinator', 'yusuf', { replacementId: personId(at, 'hilde') });
		// Roos was asked too, and another was asked in her place before she answered.
		expect(await at.send('roos', 'role.accept', { role: 'coordinator' })).toMatchObject({
			error: 'not-asked'
		});
		expect(await at.send('yusuf', 'role.accept', { role: 'coordinator' })).toMatchObject({
			ok: true
		});
		expect(await roleOf(at, 'coordinator', 'yusuf')).toMatchObject({
			holder: { name: 'Yusuf Aydin' },
			replacement: { name: 'Hilde Kremer' },
			since: '2026-11-24',
			mine: true
		});
	});
});

describe('who watches safety', () => {
	it('CO3 never a gap: it passes on at the moment the next one says yes', async () => {
		const at = await atDeWitBakker();
		await ask(at, 'safety-watch', 'yusuf');
		await at.send('yusuf', 'role.accept', { role: 'safety-watch' });
		await ask(at, 'safety-watch', 'roos');
		expect(await roleOf(at, 'safety-watch')).toMatchObject({
			holder: { name: 'Yusuf Aydin' },
			asked: { name: 'Roos van Dalen' }
		});
		await at.send('roos', 'role.accept', { role: 'safety-watch' });
		expect(await roleOf(at, 'safety-watch')).toMatchObject({
			holder: { name: 'Roos van Dalen' },
			asked: null
		});
		const stop = { role: 'safety-watch', reason: 'Het onderzoek is overgedragen.' };
		expect(await at.send('yusuf', 'role.hand-back', stop)).toMatchObject({
			error: 'not-the-holder'
		});
		await at.send('roos', 'role.hand-back', stop);
		expect(await roleOf(at, 'safety-watch')).toMatchObject({
			holder: null,
			lastReason: { name: 'Roos van Dalen' }
		});
	});

	it('CO5 nobody without a part in the item is asked, answers, or finds it', async () => {
		const at = await atDeWitBakker();
		expect(await ask(at, 'safety-watch', 'bas')).toMatchObject({ error: 'not-a-participant' });
		expect(
			await ask(at, 'safety-watch', 'wim', { replacementId: personId(at, 'wim') })
		).toMatchObject({ error: 'own-replacement' });
		expect(await at.send('bas', 'role.accept', { role: 'safety-watch' })).toEqual({
			ok: false,
			error: 'not-found'
		});
		await ask(at, 'safety-watch', 'wim');
		await done(at.app, at.world.actor('hilde'), 'item.uninvite', {
			itemId: at.itemId,
			personId: personId(at, 'wim')
		});
		expect(await at.send('wim', 'role.accept', { role: 'safety-watch' })).toEqual({
			ok: false,
			error: 'not-found'
		});
	});
});

it('CO6 the days without help are there for everyone until help has started, and again when it had not; they count from the first signal', async () => {
	const at = await atDeWitBakker();
	const before = (await at.viewOf('wim')).coordination;
	expect(before.daysWithoutHelp).toBe(70);
	const started = { on: '2026-11-23', what: 'Ambulante hulp, CJG', expected: 0 };
	expect(
		await at.send('yusuf', 'coordination.help-started', { ...started, on: '2026-11-25' })
	).toMatchObject({ error: 'date-in-future' });
	await at.send('yusuf', 'coordination.help-started', started);
	expect((await at.viewOf('wim')).coordination).toMatchObject({
		help: { on: '2026-11-23', what: 'Ambulante hulp, CJG' },
		daysWithoutHelp: null
	});
	await at.send('yusuf', 'coordination.help-not-started', { expected: 1 });
	expect((await at.viewOf('wim')).coordination).toMatchObject({
		help: null,
		daysWithoutHelp: before.daysWithoutHelp
	});
	await at.send('yusuf', 'signal.record', {
		fact: 'De buren hoorden geschreeuw.',
		signallerOrganisation: 'buren',
		givenOn: '2026-09-01'
	});
	expect((await at.viewOf('wim')).coordination.daysWithoutHelp).toBe(84);
});
