import { describe, expect, it } from 'vitest';
import { HANDOVER_POINTS } from '#lib/domain/handover.ts';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';

type Who = Parameters<AtDeWitBakker['viewOf']>[0];

const CJG = 'CJG Noorderveld';
const VEILIG_THUIS = 'Veilig Thuis Noorderveld';

async function refer(at: AtDeWitBakker, to: string, more: object = {}, who: Who = 'hilde') {
	return at.send(who, 'referral.record', {
		from: CJG,
		to,
		reason: 'Er is meer nodig dan wij bieden.',
		on: '2026-10-01',
		...more
	});
}

async function referralsOf(at: AtDeWitBakker, viewer: Who = 'hilde') {
	return (await at.viewOf(viewer)).referrals.referrals;
}

async function lastReferral(at: AtDeWitBakker, viewer: Who = 'hilde') {
	const last = (await referralsOf(at, viewer)).at(-1);
	if (!last) throw new Error('no referral');
	return last;
}

/** An answer to the last referral, as the one who gives it sees it. */
async function say(at: AtDeWitBakker, who: Who, name: string, more: object) {
	const { id, revision } = await lastReferral(at, who);
	return at.send(who, name, { referralId: id, expected: revision, ...more });
}

describe('a family that is sent on', () => {
	it('RF1 from and to, why and when; not to oneself, not in the future', async () => {
		const at = await atDeWitBakker();
		expect(await refer(at, 'cjg noorderveld')).toMatchObject({ error: 'same-party' });
		expect(await refer(at, 'Wijkteam', { on: '2026-11-25' })).toMatchObject({
			error: 'date-in-future'
		});
		await refer(at, 'Wijkteam');
		expect(await lastReferral(at, 'wim')).toMatchObject({
			from: CJG,
			to: 'Wijkteam',
			on: '2026-10-01',
			status: 'asked'
		});
	});

	it('RF2 the one it goes to answers for itself when it is at the item', async () => {
		const at = await atDeWitBakker();
		await refer(at, 'veilig thuis noorderveld');
		expect((await lastReferral(at)).mayAnswer).toBe(false);
		expect(await say(at, 'hilde', 'referral.answer', { status: 'accepted' })).toMatchObject({
			error: 'other-side'
		});
		expect(await say(at, 'roos', 'referral.answer', { status: 'refused' })).toMatchObject({
			error: 'reason-required'
		});
		const { id, revision } = await lastReferral(at);
		await say(at, 'roos', 'referral.answer', { status: 'accepted' });
		const late = { referralId: id, status: 'refused', reason: 'Vol.', expected: revision };
		expect(await at.send('roos', 'referral.answer', late)).toEqual({
			ok: false,
			error: 'stale',
			detail: { revision: revision + 1 }
		});
		expect(await lastReferral(at)).toMatchObject({ to: VEILIG_THUIS, status: 'accepted' });
		expect((await at.viewOf('wim')).coordination.daysWithoutHelp).not.toBeNull();
	});

	it('RF3 help that starts by a referral is the start of help, and is taken back as one', async () => {
		const at = await atDeWitBakker();
		await refer(at, 'Wijkteam');
		const start = { on: '2026-11-23', what: 'Ambulante hulp, Wijkteam' };
		expect(await say(at, 'yusuf', 'referral.start', { ...start, on: '2026-09-30' })).toMatchObject({
			error: 'before-referral'
		});
		expect(await say(at, 'yusuf', 'referral.start', { ...start, on: '2026-11-25' })).toMatchObject({
			error: 'date-in-future'
		});
		await say(at, 'yusuf', 'referral.start', start);
		const { coordination, referrals } = await at.viewOf('wim');
		expect(coordination.help).toEqual(start);
		expect(coordination.referrals.withoutHelp).toBe(0);
		expect(referrals.referrals.at(-1)?.status).toBe('started');
		await at.send('yusuf', 'coordination.help-not-started', { expected: coordination.revision });
		expect((await lastReferral(at)).status).toBe('accepted');
	});

	it('RF4 the second referral without help is the alarm', async () => {
		const at = await atDeWitBakker();
		const count = async () => (await at.viewOf('wim')).coordination.referrals;
		await refer(at, 'Wijkteam');
		expect(await count()).toEqual({ withoutHelp: 1, pingPong: false });
		await say(at, 'yusuf', 'referral.answer', { status: 'refused', reason: 'Te zwaar.' });
		await refer(at, VEILIG_THUIS, { from: 'Wijkteam', on: '2026-10-20' });
		expect(await count()).toEqual({ withoutHelp: 2, pingPong: true });
		await at.send('yusuf', 'coordination.help-started', {
			...{ on: '2026-11-23', what: 'Hulp', expected: 0 }
		});
		expect(await count()).toEqual({ withoutHelp: 0, pingPong: false });
	});

	it('RF5 who coordinates and who watches does not move with it', async () => {
		const at = await atDeWitBakker();
		const role = 'safety-watch';
		await at.send('hilde', 'role.ask', { role, personId: at.world.people.yusuf.id });
		await at.send('yusuf', 'role.accept', { role });
		const before = (await at.viewOf('hilde')).coordination.roles;
		await refer(at, VEILIG_THUIS);
		await say(at, 'roos', 'referral.answer', { status: 'accepted' });
		expect((await at.viewOf('hilde')).coordination.roles).toEqual(before);
	});
});

describe('a warm handover', () => {
	const all = [...HANDOVER_POINTS];

	it('RF6 each side confirms for itself, and it is warm when both did', async () => {
		const at = await atDeWitBakker();
		await refer(at, VEILIG_THUIS);
		expect(await say(at, 'roos', 'handover.confirm', { side: 'given', points: all })).toMatchObject(
			{ error: 'other-side' }
		);
		await say(at, 'hilde', 'handover.confirm', { side: 'given', points: all });
		await say(at, 'roos', 'handover.confirm', { side: 'taken', points: ['spoken'] });
		expect(await lastReferral(at)).toMatchObject({
			given: { points: all, by: 'Hilde Kremer', may: 'own' },
			taken: { points: ['spoken'], by: 'Roos van Dalen', may: null }
		});
	});

	it('RF6 for a side that is not here, the other one says who confirmed it', async () => {
		const at = await atDeWitBakker();
		await refer(at, 'Wijkteam');
		const taken = { side: 'taken', points: all };
		expect(await say(at, 'roos', 'handover.confirm', taken)).toMatchObject({
			error: 'other-side'
		});
		expect(await say(at, 'hilde', 'handover.confirm', taken)).toMatchObject({
			error: 'name-required'
		});
		await say(at, 'hilde', 'handover.confirm', { ...taken, by: 'Joke van het wijkteam' });
		expect((await lastReferral(at)).taken).toMatchObject({
			points: all,
			by: 'Joke van het wijkteam',
			may: 'by-name'
		});
	});
});

describe('help that does not come', () => {
	async function theStagnation(at: AtDeWitBakker) {
		const [one] = (await at.viewOf('wim')).referrals.stagnations;
		if (!one) throw new Error('no stagnation');
		return one;
	}
	async function go(at: AtDeWitBakker, who: Who, name: string, more: object) {
		const { id, revision } = await theStagnation(at);
		return at.send(who, name, { stagnationId: id, expected: revision, ...more });
	}

	it('RF7 asks for an alternative with a day and an owner, and looks back on it', async () => {
		const at = await atDeWitBakker();
		await at.send('yusuf', 'stagnation.record', { reason: 'unwilling', since: '2026-11-20' });
		expect((await theStagnation(at)).state).toBe('needs-alternative');
		const other = {
			what: 'Oma haalt de kinderen op.',
			due: '2026-11-30',
			ownerId: at.world.people.yusuf.id
		};
		const set = (more: object = {}) =>
			go(at, 'hilde', 'stagnation.set-alternative', { ...other, ...more });
		expect(await set({ due: '2026-11-23' })).toMatchObject({ error: 'date-in-past' });
		expect(await set({ ownerId: at.world.people.bas.id })).toMatchObject({
			error: 'not-a-participant'
		});
		await set();
		expect(await set()).toMatchObject({ error: 'has-alternative' });
		expect(await theStagnation(at)).toMatchObject({
			state: 'tried',
			alternative: { what: other.what, owner: { name: 'Yusuf Aydin' } }
		});
		at.app.clock.advance(7 * 86_400_000);
		expect((await theStagnation(at)).state).toBe('look-back');
		await go(at, 'yusuf', 'stagnation.look-back', {
			outcome: 'does-not-work',
			note: 'Oma is ziek.'
		});
		expect(await theStagnation(at)).toMatchObject({
			state: 'needs-alternative',
			alternative: null,
			tried: [{ what: other.what, note: 'Oma is ziek.' }]
		});
		await set({ due: '2026-12-05' });
		await go(at, 'yusuf', 'stagnation.look-back', { outcome: 'works' });
		expect((await theStagnation(at)).state).toBe('over');
	});

	it('RF8 a waiting list is stagnation at once, until help starts', async () => {
		const at = await atDeWitBakker();
		await refer(at, 'Jeugd-GGZ');
		await say(at, 'hilde', 'referral.answer', {
			status: 'waiting-list',
			expectedOn: '2027-04-24'
		});
		expect(await theStagnation(at)).toMatchObject({
			reason: 'waiting-list',
			note: 'Jeugd-GGZ',
			state: 'needs-alternative'
		});
		await say(at, 'hilde', 'referral.start', { on: '2026-11-24', what: 'Jeugd-GGZ' });
		expect((await theStagnation(at)).state).toBe('over');
	});

	it('RF9 two missed appointments within 60 days may be avoidance of care', async () => {
		const at = await atDeWitBakker();
		const miss = (on: string) =>
			at.send('yusuf', 'missed.record', { on, withWhom: 'CJG', reason: 'not-shown' });
		await miss('2026-10-05');
		expect((await at.viewOf('wim')).referrals.mayAvoidCare).toBe(false);
		await miss('2026-11-12');
		const { mayAvoidCare, missed } = (await at.viewOf('wim')).referrals;
		expect(mayAvoidCare).toBe(true);
		const [last] = missed;
		expect(last).toMatchObject({ on: '2026-11-12', reason: 'not-shown', mine: false });
		const back = { missedId: last?.id };
		expect(await at.send('hilde', 'missed.take-back', back)).toMatchObject({
			error: 'not-yours'
		});
		await at.send('yusuf', 'missed.take-back', back);
		expect((await at.viewOf('wim')).referrals.mayAvoidCare).toBe(false);
	});
});
