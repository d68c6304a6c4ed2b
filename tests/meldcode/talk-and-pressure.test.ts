import { describe, expect, it } from 'vitest';
import { repositories } from '#lib/server/store/repositories.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { type AtDeWitBakker, atDeWitBakker } from '../assessment/support.ts';

type Who = Parameters<AtDeWitBakker['viewOf']>[0];
const DAY = 86_400_000;
const partOf = async (at: AtDeWitBakker, who: Who) => (await at.viewOf(who)).meldcodeSteps;
const idOf = (at: AtDeWitBakker, who: Who) => at.world.people[who].id;

async function dutiesOf(at: AtDeWitBakker, who: Who) {
	const store = repositories(at.app.database.reader);
	const today = dayInTheNetherlands(at.app.clock.now());
	const { value } = await duties(store, at.world.actor(who), today);
	return value.filter(({ area }) => area === 'meldcode');
}
const planned = (at: AtDeWitBakker, more: object = {}) =>
	at.send('hilde', 'talk.plan', {
		caregiverIds: [at.sandra],
		childIds: [at.lotte],
		holderId: idOf(at, 'yusuf'),
		on: '2026-11-26',
		helpFrom: 'jeugdarts',
		sayFirst: '',
		expected: 0,
		...more
	});

describe('the talk with parents and child', () => {
	it('ME15 it is prepared, waits for who holds it, and gets its outcome', async () => {
		const at = await atDeWitBakker();
		expect(await planned(at, { on: '2026-11-23' })).toMatchObject({ error: 'date-in-past' });
		expect(await planned(at, { caregiverIds: [], childIds: [] })).toMatchObject({
			error: 'nobody-to-talk-with'
		});
		expect(await planned(at, { childIds: [at.sandra] })).toMatchObject({
			error: 'unknown-subject'
		});
		expect(await planned(at, { holderId: idOf(at, 'bas') })).toMatchObject({
			error: 'not-a-participant'
		});
		expect(await planned(at)).toMatchObject({ ok: true });
		const [talk] = (await partOf(at, 'roos')).talks;
		expect(talk).toMatchObject({ holder: { name: 'Yusuf Aydin' }, status: 'planned', revision: 1 });
		expect(await dutiesOf(at, 'yusuf')).toMatchObject([{ kind: 'talk', due: '2026-11-26' }]);
		expect(await dutiesOf(at, 'hilde')).toEqual([]);
		const talkId = talk?.talkId;
		expect(await planned(at, { talkId, on: '2026-11-27' })).toMatchObject({ error: 'stale' });
		await planned(at, { talkId, on: '2026-11-24', expected: 1 });
		const record = { talkId, on: '2026-11-24', outcome: 'Moeder herkent de zorgen.', expected: 2 };
		expect(await at.send('yusuf', 'talk.record', { ...record, on: '2026-11-25' })).toMatchObject({
			error: 'date-in-future'
		});
		expect(await at.send('yusuf', 'talk.record', record)).toMatchObject({ ok: true });
		const after = await partOf(at, 'yusuf');
		expect(after.talks).toMatchObject([{ status: 'held', outcome: 'Moeder herkent de zorgen.' }]);
		expect(after.own).toMatchObject({ talk: 'done', done: [3] });
		expect(await dutiesOf(at, 'yusuf')).toEqual([]);
	});

	it('ME16 it is left for reasons of safety only, planned or not', async () => {
		const at = await atDeWitBakker();
		const because = 'Vader dreigt; eerst Veilig Thuis.';
		const left = { caregiverIds: [at.mark], childIds: [at.lotte], because, expected: 0 };
		expect(await at.send('yusuf', 'talk.leave', { ...left, because: ' ' })).toMatchObject({
			error: 'invalid-input'
		});
		expect(await at.send('yusuf', 'talk.leave', left)).toMatchObject({ ok: true });
		const [talk] = (await partOf(at, 'wim')).talks;
		expect(talk).toMatchObject({ status: 'not-held', outcome: because });
		const again = { ...left, talkId: talk?.talkId, expected: 1 };
		expect(await at.send('yusuf', 'talk.leave', again)).toMatchObject({ error: 'talk-settled' });
		expect((await partOf(at, 'hilde')).own?.talk).toBe('done');
	});

	it('ME17 its day passed without an outcome: everyone sees that', async () => {
		const at = await atDeWitBakker();
		await planned(at);
		at.app.clock.advance(2 * DAY);
		expect((await partOf(at, 'wim')).talks[0]?.overdue).toBe(false);
		at.app.clock.advance(DAY);
		expect((await partOf(at, 'wim')).talks[0]?.overdue).toBe(true);
	});
});

describe('pressure and compulsion', () => {
	const chosen = (at: AtDeWitBakker, more: object = {}) => ({
		kind: 'pressure',
		what: 'Hulp aanvaarden vóór 8 december, anders een raadsmelding.',
		why: 'Hulp is drie keer afgezegd.',
		carrierId: idOf(at, 'yusuf'),
		told: 'Dit is beide ouders verteld.',
		lookBackOn: '2026-12-08',
		agreed: true,
		...more
	});

	it('ME19 it is asked where help is refused and safety is not sufficient; “not now” answers it here', async () => {
		const at = await atDeWitBakker();
		await at.answer('hilde', 'C17', at.sandra, 'observed');
		expect((await partOf(at, 'wim')).pressure.asks).toBe(false);
		await at.answer('wim', 'A4', at.daan, 'observed');
		expect((await partOf(at, 'wim')).pressure.asks).toBe(true);
		const because = 'Moeder belt morgen zelf.';
		expect(await at.send('wim', 'pressure.not-now', { because })).toMatchObject({
			error: 'chair-only'
		});
		await at.send('hilde', 'pressure.not-now', { because });
		expect((await partOf(at, 'wim')).pressure).toEqual({
			asks: false,
			inForce: null,
			notNow: because
		});
	});

	it('ME18, ME20 recorded by who runs the table, carried out by one, stepped down from', async () => {
		const at = await atDeWitBakker();
		const choose = (who: Who, more?: object) => at.send(who, 'pressure.choose', chosen(at, more));
		expect(await choose('yusuf', { agreed: false })).toMatchObject({ error: 'invalid-input' });
		expect(await choose('wim')).toMatchObject({ error: 'chair-only' });
		expect(await choose('hilde', { carrierId: idOf(at, 'bas') })).toMatchObject({
			error: 'not-a-participant'
		});
		expect(await choose('hilde', { lookBackOn: '2026-11-23' })).toMatchObject({
			error: 'date-in-past'
		});
		const down = { because: 'De hulp is gestart.', agreed: true };
		expect(await at.send('hilde', 'pressure.step-down', down)).toMatchObject({
			error: 'nothing-in-force'
		});
		expect(await choose('hilde')).toMatchObject({ ok: true });
		expect((await partOf(at, 'wim')).pressure.inForce).toMatchObject({
			kind: 'pressure',
			carrier: 'Yusuf Aydin',
			overdue: false
		});
		expect(await dutiesOf(at, 'yusuf')).toMatchObject([{ kind: 'pressure', due: '2026-12-08' }]);
		at.app.clock.advance(15 * DAY);
		expect((await partOf(at, 'wim')).pressure.inForce?.overdue).toBe(true);
		await at.send('hilde', 'pressure.step-down', down);
		expect((await partOf(at, 'wim')).pressure.inForce).toBeNull();
		expect(await dutiesOf(at, 'yusuf')).toEqual([]);
	});
});
