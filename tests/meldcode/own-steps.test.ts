import { describe, expect, it } from 'vitest';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';
import { done, run, stored } from '../support/test-app.ts';

const SIGNALS = { signals: 'Blauwe plek, door moeder verteld.', childTold: false };
const UNSAFE = { suspicion: 'yes', unsafe: 'yes' };

async function partOf(at: AtDeWitBakker, who: Parameters<AtDeWitBakker['viewOf']>[0]) {
	return (await at.viewOf(who)).meldcodeSteps;
}
const mapped = (at: AtDeWitBakker, more: object = {}) =>
	at.send('yusuf', 'steps.map-signals', {
		...SIGNALS,
		kindcheck: 'worrying',
		expected: 0,
		...more
	});

describe('one’s own five steps', () => {
	it('ME1 others see the step and the two decisions; the words only when they are shown', async () => {
		const at = await atDeWitBakker();
		expect(await mapped(at)).toMatchObject({ ok: true });
		const weighed = { answers: UNSAFE, because: 'Geheime weging.', expected: 1 };
		expect(await at.send('yusuf', 'steps.weigh', weighed)).toMatchObject({ ok: true });
		for (const who of ['hilde', 'roos', 'wim'] as const) {
			const view = await at.viewOf(who);
			expect(view.meldcodeSteps.others).toMatchObject([
				{ person: { name: 'Yusuf Aydin' }, next: 2, decided: null, words: null }
			]);
			expect(JSON.stringify(view)).not.toContain('door moeder verteld');
			expect(JSON.stringify(view)).not.toContain('Geheime weging');
		}
		const decided = { report: false, help: true, because: 'Reden van Yusuf.', expected: 2 };
		expect(await at.send('yusuf', 'steps.decide', decided)).toMatchObject({ ok: true });
		const [seen] = (await partOf(at, 'roos')).others;
		expect(seen).toMatchObject({ decided: { report: false, help: true }, words: null });
		expect(JSON.stringify(await at.viewOf('roos'))).not.toContain('Reden van Yusuf');

		await at.send('yusuf', 'steps.show', { shown: true });
		expect((await partOf(at, 'roos')).others[0]?.words).toMatchObject({
			signals: { signals: SIGNALS.signals, kindcheck: 'worrying' },
			decisions: { because: 'Reden van Yusuf.' }
		});
		await at.send('yusuf', 'steps.show', { shown: false });
		expect((await partOf(at, 'roos')).others[0]?.words).toBeNull();
	});

	it('ME1 what is written at a later item is not there for who was at the earlier one only', async () => {
		const at = await atDeWitBakker();
		const { app, world } = at;
		await mapped(at);
		await done(app, world.actor('hilde'), 'item.carry-over', { itemId: at.itemId, ...NOT_JUDGED });
		app.clock.advance(7 * 86_400_000);
		const { meetingId } = await done<{ meetingId: string }>(
			app,
			world.actor('hilde'),
			'meeting.plan',
			{ tableId: world.table.cjg, startsAt: app.clock.now().toISOString(), minutes: 60 }
		);
		// The item goes along to it, with everyone; Wim is not asked again.
		const there = await stored(app).agenda.ofMeeting(meetingId);
		const itemId = there.find(({ caseId }) => caseId === world.case.deWitBakker)?.id ?? '';
		await done(app, world.actor('hilde'), 'item.uninvite', {
			itemId,
			personId: world.people.wim.id
		});
		const later = (name: string, input: object) =>
			run(app, world.actor('yusuf'), name, { itemId, ...input });
		await later('steps.consult', {
			who: 'Tirza',
			on: '2026-11-30',
			outcome: 'Overlegd.',
			expected: 1
		});
		await later('steps.show', { shown: true });
		await later('straight.mark', { childId: at.lotte, kind: 'honour' });
		await later('advice.record', {
			childIds: [at.daan],
			askedOn: '2026-12-01',
			adviser: 'Latere adviseur',
			advice: 'Later advies.',
			named: false
		});
		const wim = await at.viewOf('wim');
		expect(wim.meldcodeSteps.others).toMatchObject([{ next: 2, words: null }]);
		expect(wim.meldcodeSteps.straight).toEqual([]);
		expect(wim.meldcodeSteps.advices).toEqual([]);
		expect(wim.meldcode.open).toEqual([]);
		expect(JSON.stringify(wim)).not.toMatch(/Later|Overlegd/);
		// Who runs the table knows all of it (CK2).
		expect((await partOf(at, 'hilde')).others).toMatchObject([{ next: 4 }]);
	});

	it('ME2 outside the meldcode there are no steps, and the next one is the first not done', async () => {
		const at = await atDeWitBakker();
		for (const who of ['wim', 'roos'] as const) {
			expect((await partOf(at, who)).own).toBeNull();
			const tried = await at.send(who, 'steps.map-signals', {
				...SIGNALS,
				kindcheck: 'safe',
				expected: 0
			});
			expect(tried).toEqual({ ok: false, error: 'outside-meldcode' });
		}
		expect((await partOf(at, 'yusuf')).own).toMatchObject({ begun: false, next: 1, done: [] });
		expect((await partOf(at, 'yusuf')).suspicion).toBe(false);
		await at.answer('hilde', 'B7', at.lotte, 'suspected');
		expect((await partOf(at, 'yusuf')).suspicion).toBe(true);
		await mapped(at);
		expect((await partOf(at, 'yusuf')).own).toMatchObject({ begun: true, next: 2, done: [1] });
	});

	it('ME1 a newer version replaces, on what one saw last', async () => {
		const at = await atDeWitBakker();
		await mapped(at);
		expect(await mapped(at)).toEqual({ ok: false, error: 'stale', detail: { revision: 1 } });
		await mapped(at, { kindcheck: 'safe', childTold: true, expected: 1 });
		expect((await partOf(at, 'yusuf')).own).toMatchObject({
			signals: { kindcheck: 'safe', childTold: true },
			reporting: 'norm',
			revision: 2
		});
	});

	it('ME6, ME7, ME8 weighed first, in one’s organisation’s words; against the norm with a reason', async () => {
		const at = await atDeWitBakker();
		const { organisation, actor } = at.world;
		const words = ['', 'Is het thuis onveilig?', '', '', ''];
		const set = { organisationId: organisation.cjg, framework: 'Afwegingskader jeugdhulp', words };
		await done(at.app, actor('petra'), 'weighing.set-questions', { ...set, expected: 0 });
		expect((await partOf(at, 'yusuf')).questions).toEqual({
			framework: 'Afwegingskader jeugdhulp',
			words: { unsafe: 'Is het thuis onveilig?' }
		});
		expect((await partOf(at, 'roos')).questions.words).toEqual({});
		const decide = (input: object) =>
			at.send('yusuf', 'steps.decide', { report: false, help: true, ...input });
		expect(await decide({ expected: 0 })).toMatchObject({ error: 'weigh-first' });
		const weigh = (answers: object, expected: number) =>
			at.send('yusuf', 'steps.weigh', { answers, because: '', expected });
		expect(await weigh({ suspicion: 'yes' }, 0)).toMatchObject({ error: 'weighing-unfinished' });
		await weigh({ ...UNSAFE, accepted: 'no' }, 0);
		expect((await partOf(at, 'yusuf')).own).toMatchObject({
			reporting: 'norm',
			weighing: { answers: UNSAFE, asked: { unsafe: 'Is het thuis onveilig?' } }
		});
		expect(await decide({ expected: 1 })).toMatchObject({ error: 'reason-required' });
		expect(await decide({ because: 'De politie meldde al.', expected: 1 })).toMatchObject({
			ok: true
		});
	});
});
