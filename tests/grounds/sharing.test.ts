import { describe, expect, it } from 'vitest';
import { intake, question } from '../agenda/support.ts';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';
import { done, stored } from '../support/test-app.ts';

type Who = Parameters<AtDeWitBakker['viewOf']>[0];

async function groundOf(at: AtDeWitBakker, organisation: string, viewer: Who = 'hilde') {
	const { grounds } = (await at.viewOf(viewer)).grounds;
	return grounds.find((one) => one.organisation === organisation);
}

/** A general practitioner, whose kind has no ground of itself. */
async function withGp(at: AtDeWitBakker) {
	const { organisationId } = await done<{ organisationId: string }>(
		at.app,
		at.world.actor('petra'),
		'organisation.add',
		{
			name: 'Huisartsen Dorpsplein',
			kind: 'gp',
			underMeldcode: true,
			requireSecondFactor: false
		}
	);
	const { personId } = await done<{ personId: string }>(
		at.app,
		at.world.actor('petra'),
		'person.add',
		{
			organisationId,
			name: 'Floor Dijkman',
			function: 'huisarts',
			email: 'floor@dorpsplein.example',
			administers: 'nothing',
			tokenHash: 'f'.repeat(43)
		}
	);
	return { organisationId, personId };
}

const CONSENT = { ground: 'consent', informed: true, expected: 0 };
const REASONS = {
	why: 'De kinderen zijn in gevaar.',
	lessWouldDo: 'Nee, ieder heeft een stuk.',
	otherWay: 'Nee, de ouders zijn niet samen te spreken.',
	informed: false,
	notInformedBecause: 'Dat brengt moeder in gevaar.',
	expected: 0
};

describe('the ground of each organisation', () => {
	it('GC1, GC2 everyone at the item sees on what ground each organisation is there', async () => {
		const at = await atDeWitBakker();
		for (const viewer of ['hilde', 'wim'] as const) {
			const { grounds } = (await at.viewOf(viewer)).grounds;
			expect(grounds.map((one) => [one.organisation, one.ground, one.informed])).toEqual([
				['CJG Noorderveld', 'youth-act', null],
				['Politie Noorderveld', 'police-act', null],
				['Veilig Thuis Noorderveld', 'wmo-2015', null]
			]);
		}
		const police = { organisationId: at.world.organisation.police, expected: 0 };
		expect(
			await at.send('roos', 'ground.record', { ...police, ground: 'police-act' })
		).toMatchObject({ error: 'presenter-only' });
		expect(
			await at.send('wim', 'ground.record', { ...police, ground: 'police-act', informed: false })
		).toMatchObject({ error: 'not-informed-why' });
		expect(
			await at.send('wim', 'ground.record', { ...police, ground: 'police-act', informed: true })
		).toMatchObject({ ok: true });
		expect(await groundOf(at, 'Politie Noorderveld', 'roos')).toMatchObject({ informed: true });
		expect(
			await at.send('hilde', 'ground.record', { ...police, ground: 'legal-duty', explanation: 'x' })
		).toEqual({ ok: false, error: 'stale', detail: { revision: 1 } });
	});

	it('GC3 without a ground nobody of it is asked; with one recorded, they are', async () => {
		const at = await atDeWitBakker();
		const { organisationId, personId } = await withGp(at);
		expect(await at.send('hilde', 'item.invite', { personId })).toEqual({
			ok: false,
			error: 'ground-required',
			detail: { organisation: 'Huisartsen Dorpsplein', organisationId }
		});
		expect(await at.send('hilde', 'ground.record', { organisationId, ...CONSENT })).toMatchObject({
			ok: true
		});
		expect(await at.send('hilde', 'item.invite', { personId })).toMatchObject({ ok: true });
		expect(await groundOf(at, 'Huisartsen Dorpsplein')).toMatchObject({
			ground: 'consent',
			withoutConsent: true
		});
	});

	it('GC3 who brings a case is there without; a colleague beside is not, nor another organisation', async () => {
		const at = await intake();
		const { organisation, people } = at.world;
		await at.world.do('petra', 'organisation.change', {
			organisationId: organisation.municipality,
			name: 'Gemeente Noorderveld',
			kind: 'other',
			underMeldcode: false,
			requireSecondFactor: false
		});
		const { caseId } = await at.world.do<{ caseId: string }>('nadia', 'case.open', {
			tableId: at.world.table.cjg,
			children: [{ firstName: 'Sem', birthMonth: '2019-09' }],
			caregivers: []
		});
		const brought = question(at.meetingId, caseId);
		expect(
			await at.try('nadia', 'item.add-case', { ...brought, participants: [people.petra.id] })
		).toMatchObject({ error: 'ground-required' });
		const { itemId } = await at.world.do<{ itemId: string }>('nadia', 'item.add-case', brought);
		const rows = await at.store.grounds.ofItem(itemId);
		expect(rows.map(({ organisationId, ground }) => [organisationId, ground])).toEqual(
			expect.arrayContaining([
				[organisation.municipality, null],
				[organisation.cjg, 'youth-act']
			])
		);
		// What came of itself goes with the item.
		await at.world.do('nadia', 'item.remove', { itemId, ...NOT_JUDGED });
		expect(await at.store.grounds.ofItem(itemId)).toEqual([]);
	});

	it('GC4 a ground goes along with a carried-over item, and not the ended one', async () => {
		const at = await atDeWitBakker();
		const { police, veiligThuis } = at.world.organisation;
		await at.send('hilde', 'ground.record', {
			organisationId: veiligThuis,
			ground: 'wmo-2015',
			informed: true,
			expected: 0
		});
		await at.send('hilde', 'sharing.justify', REASONS);
		await at.send('hilde', 'ground.withdraw', { organisationId: police, reason: 'Niet nodig' });
		const { meetingId } = await at.world.do<{ meetingId: string }>('hilde', 'meeting.plan', {
			tableId: at.world.table.cjg,
			startsAt: '2026-12-01T08:00:00.000Z',
			minutes: 90
		});
		await at.world.do('hilde', 'item.carry-over', { itemId: at.itemId, meetingId, ...NOT_JUDGED });
		const items = await stored(at.app).agenda.ofMeeting(meetingId);
		const next = items.find(({ caseId }) => caseId === at.world.case.deWitBakker)?.id ?? '';
		const rows = await stored(at.app).grounds.ofItem(next);
		expect(rows.find((row) => row.organisationId === veiligThuis)).toMatchObject({
			informed: true
		});
		expect(rows.some((row) => row.organisationId === police)).toBe(false);
		const reasons = await stored(at.app).grounds.reasons(at.world.case.deWitBakker);
		expect(reasons.map(({ itemId }) => itemId)).toContain(next);
		// The default of its kind does not come back of itself either.
		expect(
			await at.send('hilde', 'item.invite', { itemId: next, personId: at.world.people.wim.id })
		).toMatchObject({ error: 'ground-required' });
		// And it can be taken up again here: what went along is no preparation there.
		expect(await at.send('hilde', 'item.set-live')).toMatchObject({ ok: true });
	});

	it('GC7 who runs the table is not put out of it', async () => {
		const at = await atDeWitBakker();
		expect(
			await at.send('hilde', 'ground.withdraw', {
				organisationId: at.world.organisation.cjg,
				reason: 'x'
			})
		).toMatchObject({ error: 'runs-the-table' });
	});
});

describe('consent and sharing without', () => {
	it('GC8, GC9, GC10 each parent by himself, for each child; without custody one is not asked', async () => {
		const at = await atDeWitBakker();
		const linesOf = async (childId: string, viewer: Who = 'roos') =>
			(await at.viewOf(viewer)).grounds.consent.find((one) => one.childId === childId)?.lines;
		const ask = { subjectId: at.sandra, childIds: [at.daan, at.lotte], on: '2026-11-12' };
		expect(
			await at.send('yusuf', 'consent.record', { ...ask, state: 'given', expected: 0 })
		).toMatchObject({ ok: true });
		expect(await linesOf(at.daan)).toEqual([
			expect.objectContaining({ subjectId: at.mark, state: 'not-asked' }),
			expect.objectContaining({
				subjectId: at.sandra,
				state: 'given',
				on: '2026-11-12',
				recordedBy: 'Yusuf Aydin',
				organisations: null
			})
		]);
		expect((await at.viewOf('wim')).grounds.withoutConsent).toBe(true);
		const mark = { ...ask, subjectId: at.mark, on: '2026-11-24' };
		const named = { organisationIds: [at.world.organisation.veiligThuis] };
		await at.send('hilde', 'consent.record', { ...mark, ...named, state: 'given', expected: 0 });
		expect((await linesOf(at.lotte))?.[0]?.organisations).toEqual(['Veilig Thuis Noorderveld']);
		expect((await at.viewOf('wim')).grounds.withoutConsent).toBe(true);
		await at.send('hilde', 'custody.record', {
			...{ caregiverId: at.mark, childIds: [at.daan, at.lotte], custody: 'no' },
			expected: 2
		});
		expect((await linesOf(at.daan))?.map(({ subjectId }) => subjectId)).toEqual([at.sandra]);
		expect((await at.viewOf('wim')).grounds.withoutConsent).toBe(false);
		const refusals: [object, string][] = [
			[{ ...mark, state: 'refused', expected: 4 }, 'consent-not-needed'],
			[{ ...ask, state: 'refused', expected: 0 }, 'stale'],
			[{ ...ask, state: 'refused', on: '2026-11-25', expected: 2 }, 'date-in-future'],
			[
				{
					...{ ...ask, state: 'given', expected: 2 },
					organisationIds: [at.world.organisation.ggd]
				},
				'organisation-not-here'
			],
			[{ ...ask, subjectId: at.lotte, state: 'given', expected: 0 }, 'consent-not-needed']
		];
		for (const [input, error] of refusals)
			expect(await at.send('hilde', 'consent.record', input)).toMatchObject({ error });
	});

	it('GC11 sharing without is substantiated once, by whom and when, and stops nothing', async () => {
		const at = await atDeWitBakker();
		expect((await at.viewOf('roos')).grounds).toMatchObject({ withoutConsent: true, reason: null });
		expect(
			await at.send('roos', 'sharing.justify', { ...REASONS, notInformedBecause: '' })
		).toMatchObject({ error: 'not-informed-why' });
		expect(await at.send('roos', 'sharing.justify', REASONS)).toMatchObject({ ok: true });
		expect((await at.viewOf('wim')).grounds.reason).toMatchObject({
			why: REASONS.why,
			by: 'Roos van Dalen',
			on: '2026-11-24',
			revision: 1
		});
		expect(await at.send('wim', 'sharing.justify', REASONS)).toMatchObject({ error: 'stale' });
	});

	it('GC12 consent taken back: red until it is settled; one tap ends what rested on it', async () => {
		const at = await atDeWitBakker();
		const { organisationId, personId } = await withGp(at);
		await at.send('hilde', 'ground.record', { organisationId, ...CONSENT });
		await at.send('hilde', 'item.invite', { personId });
		const say = (subjectId: string, state: string, expected: number) =>
			at.send('hilde', 'consent.record', {
				...{ subjectId, childIds: [at.daan, at.lotte], state, on: '2026-11-24', expected }
			});
		await say(at.mark, 'given', 0);
		await say(at.sandra, 'given', 0);
		expect(await groundOf(at, 'Huisartsen Dorpsplein')).toMatchObject({ withoutConsent: false });
		expect(await at.send('hilde', 'ground.stop-on-consent')).toMatchObject({
			error: 'nothing-on-consent'
		});
		await at.send('hilde', 'sharing.justify', REASONS);
		at.app.clock.advance(60_000);
		await say(at.mark, 'withdrawn', 2);
		expect((await at.viewOf('wim')).grounds.withdrawn).toBe(true);
		expect(await at.send('wim', 'ground.stop-on-consent')).toMatchObject({
			error: 'presenter-only'
		});
		expect(await at.send('hilde', 'ground.stop-on-consent')).toMatchObject({ ok: true });
		expect(await stored(at.app).agenda.participant(at.itemId, personId)).toBeNull();
		expect(await groundOf(at, 'Huisartsen Dorpsplein')).toMatchObject({
			ended: { by: 'Hilde Kremer' }
		});
		// The reason given before it does not answer it.
		expect((await at.viewOf('hilde')).grounds.withdrawn).toBe(true);
		await at.send('hilde', 'sharing.justify', { ...REASONS, expected: 1 });
		expect((await at.viewOf('hilde')).grounds.withdrawn).toBe(false);
	});

	it('CK1 what is recorded at a later item is not known at an earlier one', async () => {
		const at = await atDeWitBakker();
		const { meetingId } = await at.world.do<{ meetingId: string }>('hilde', 'meeting.plan', {
			tableId: at.world.table.cjg,
			startsAt: '2026-12-01T08:00:00.000Z',
			minutes: 90
		});
		const { itemId } = await at.world.do<{ itemId: string }>(
			'hilde',
			'item.add-case',
			question(meetingId, at.world.case.deWitBakker)
		);
		const later = { itemId, subjectId: at.sandra, childIds: [at.daan], on: '2026-11-24' };
		await at.send('hilde', 'consent.record', { ...later, state: 'refused', expected: 0 });
		await at.send('hilde', 'sharing.justify', { ...REASONS, itemId });
		const wim = JSON.stringify((await at.viewOf('wim')).grounds);
		expect(wim).not.toContain('refused');
		expect(wim).not.toContain(REASONS.why);
		// Nor by a revision that would tell that there is something.
		expect(
			await at.send('wim', 'consent.record', {
				...{ subjectId: at.sandra, childIds: [at.daan], state: 'given', on: '2026-11-24' },
				expected: 0
			})
		).toMatchObject({ ok: true });
	});
});
