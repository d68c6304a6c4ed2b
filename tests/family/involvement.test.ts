import { sql } from 'drizzle-orm';
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#lib/protocol/commands.ts';
import { stored } from '../support/test-app.ts';
import { atFamily, seen } from './support.ts';

const GP = {
	party: 'gp',
	name: 'dr. Visser',
	since: '2024-03',
	purpose: 'Kwam in september met een bloedneus',
	contactName: 'De assistente',
	contactPhone: '050-1234567',
	standing: 'involved'
};
const QUESTION = {
	party: 'gp',
	title: 'Bij de huisarts navragen wat bekend is',
	due: '2026-12-01'
};

describe('who is involved', () => {
	it('FA4 with whom, since when, what for and whom to call', async () => {
		const at = await atFamily();
		const { world, daan, sandra } = at;
		expect(
			await at.send('wim', 'involvement.record', {
				...{ ...GP, with: [daan, sandra], organisationId: world.organisation.ggd }
			})
		).toMatchObject({ ok: true });
		expect(await at.party('roos', 'gp')).toMatchObject({
			...{ ...GP, with: [daan, sandra], question: null },
			organisation: { name: 'GGD Noorderveld' },
			...{ standingOn: '2026-11-24', standingBy: 'Wim Tuinstra' }
		});
	});

	it('FA4 what cannot be so is refused', async () => {
		const at = await atFamily();
		const refused = async (more: object) => {
			const outcome = await at.send('hilde', 'involvement.record', { ...GP, ...more });
			return outcome.ok ? 'ok' : outcome.error;
		};
		expect(await refused({ since: '2026-12' })).toBe('date-in-future');
		expect(await refused({ since: '2026-02-30' })).toBe('date-required');
		expect(await refused({ with: [at.world.children.noor[0]] })).toBe('not-in-family');
		expect(await refused({ organisationId: 'a'.repeat(22) })).toBe('unknown-organisation');
		expect(await refused({ party: 'other', name: '' })).toBe('name-required');
	});

	it('FA5, FA6 asked and not involved is said with day and person, and can turn out otherwise', async () => {
		const at = await atFamily();
		const no = { party: 'housing', standing: 'asked-not-involved' };
		await at.send('roos', 'involvement.record', no);
		const housing = await at.party('hilde', 'housing');
		expect(housing).toMatchObject({
			...{ standing: 'asked-not-involved', standingOn: '2026-11-24', standingBy: 'Roos van Dalen' }
		});
		const to = (standing: string, version = housing) =>
			at.send('hilde', 'involvement.set-standing', { ...seen(version), standing });
		expect(await to('ended')).toMatchObject({ error: 'wrong-standing' });
		expect(await to('involved')).toMatchObject({ ok: true });
		expect(await to('involved')).toMatchObject({ error: 'stale' });
		const now = await at.party('hilde', 'housing');
		expect(await to('ended', now)).toMatchObject({ ok: true });
		expect(await to('taken-back', await at.party('roos', 'housing'))).toMatchObject({ ok: true });
		expect((await at.familyOf('roos')).involvements).toEqual([]);
	});

	it('FA6 two who tap at once record it once', async () => {
		const at = await atFamily();
		expect(await at.send('hilde', 'involvement.record', GP)).toMatchObject({ ok: true });
		expect(
			await at.send('roos', 'involvement.record', { ...GP, name: 'Dr.  Visser' })
		).toMatchObject({ error: 'already-recorded' });
		expect(await at.send('roos', 'involvement.record', { ...GP, name: 'dr. Maas' })).toMatchObject({
			ok: true
		});
	});

	it('FA7 help to a parent alone asks who keeps the children in view', async () => {
		const at = await atFamily();
		const ggz = { party: 'adult-mental-health', with: [at.sandra], standing: 'involved' };
		await at.send('hilde', 'involvement.record', ggz);
		expect(await at.dutiesOf('hilde')).toMatchObject([
			{ area: 'family', kind: 'children', group: 'left' }
		]);
		expect(await at.dutiesOf('roos')).toEqual([]);
		const answer = { answer: 'someone', text: 'Yusuf belt de behandelaar' };
		await at.send('yusuf', 'involvement.children-in-view', {
			...{ ...seen(await at.party('yusuf', 'adult-mental-health')), ...answer }
		});
		expect((await at.party('roos', 'adult-mental-health')).childrenInView).toEqual(answer);
		expect(await at.dutiesOf('hilde')).toEqual([]);
	});

	it('FA8 what is changed at a later item is unknown to who takes no part there', async () => {
		const at = await atFamily();
		await at.send('roos', 'involvement.record', GP);
		const before = await at.party('roos', 'gp');
		const secret = { ...GP, purpose: 'GEHEIM: sprak moeder alleen', ...seen(before) };
		expect(await at.at('yusuf', at.later, 'involvement.change', secret)).toMatchObject({
			ok: true
		});
		await at.at('yusuf', at.later, 'family.add-member', {
			...{ firstName: 'Geheimpje', relation: 'oma', circle: 'network' }
		});
		await at.at('yusuf', at.later, 'involvement.record', { party: 'police', standing: 'involved' });
		expect(await at.party('roos', 'gp')).toEqual(before);
		for (const person of ['roos', 'wim'] as const) {
			const payload = await at.payloadOf(person);
			expect(payload).not.toMatch(/geheim/i);
			expect(await at.timelineOf(person)).toHaveLength(1);
			expect((await at.familyOf(person)).involvements).toHaveLength(1);
		}
		expect((await at.party('hilde', 'gp')).purpose).toContain('GEHEIM');
		// A change at the earlier item of what was recorded at the later one stays at the later one.
		const later = await at.party('yusuf', 'gp');
		await at.send('yusuf', 'involvement.set-standing', { ...seen(later), standing: 'ended' });
		expect(await at.party('roos', 'gp')).toEqual(before);
		expect(await at.send('roos', 'involvement.change', { ...GP, ...seen(later) })).toMatchObject({
			error: 'stale',
			detail: { revision: before.version }
		});
	});

	it('FA8 an involvement with someone recorded later is known no earlier than that person', async () => {
		const at = await atFamily();
		await at.at('yusuf', at.later, 'family.add-member', {
			...{ firstName: 'Geheimpje', relation: 'oma', circle: 'network' }
		});
		const [oma] = (await at.familyOf('yusuf')).network;
		await at.send('yusuf', 'involvement.record', { ...GP, with: [oma?.id] });
		expect((await at.familyOf('yusuf')).involvements).toHaveLength(1);
		expect((await at.familyOf('roos')).involvements).toEqual([]);
		expect(await at.send('roos', 'involvement.record', { ...GP, with: [oma?.id] })).toMatchObject({
			error: 'not-in-family'
		});
	});

	it('FA9 not by others, and not of a closed case', async () => {
		const at = await atFamily();
		expect(await at.send('nadia', 'involvement.record', GP)).toEqual({
			ok: false,
			error: 'not-found'
		});
		await at.app.database.write(async (queries) => {
			await queries.run(
				sql`update cases set closed_at = 1 where id = ${at.world.case.deWitBakker}`
			);
		});
		expect(await at.send('hilde', 'involvement.record', GP)).toMatchObject({
			error: 'case-closed'
		});
	});

	it('FA9 no command, address or query looks for a party or a person across cases', async () => {
		const ours = Object.entries(COMMANDS).filter(([name]) => /^(family|involvement)\./.test(name));
		expect(ours).toHaveLength(8);
		for (const [, schema] of ours) expect(Object.keys(schema.entries)).toContain('itemId');
		const routes = globSync('src/routes/**/*').filter((path) => /[/(-](zoek|search)/.test(path));
		expect(routes).toEqual([]);
		const at = await atFamily();
		await at.send('hilde', 'involvement.record', GP);
		const store = stored(at.app).family;
		for (const elsewhere of [at.world.case.mila, at.world.case.ilyas, '', '%']) {
			expect(await store.involvements(elsewhere)).toEqual([]);
			expect(await store.members(elsewhere)).toEqual([]);
		}
	});
});

describe('a question put out', () => {
	it('FA14 is an action with an owner and a day, and a record, in one step', async () => {
		const at = await atFamily();
		const owner = { ownerOrganisationId: at.world.organisation.cjg };
		const by = { ...owner, ownerPersonId: at.world.people.yusuf.id };
		expect(await at.send('wim', 'involvement.ask', { ...QUESTION, ...by })).toMatchObject({
			ok: true
		});
		expect(await at.party('roos', 'gp')).toMatchObject({
			...{ standing: 'asked', standingBy: 'Wim Tuinstra' },
			question: { owner: 'Yusuf Aydin', due: '2026-12-01', status: 'proposed' }
		});
		expect((await at.viewOf('roos')).actions).toMatchObject([
			{ title: QUESTION.title, owner: { name: 'Yusuf Aydin' }, due: '2026-12-01' }
		]);
		expect(await at.send('roos', 'involvement.ask', { ...QUESTION, ...by })).toMatchObject({
			error: 'already-recorded'
		});
	});

	it('FA14 when the action is refused, nothing is recorded', async () => {
		const at = await atFamily();
		const owner = { ownerOrganisationId: at.world.organisation.cjg };
		const named = { ...QUESTION, ...owner, title: 'De huisarts van Daan bellen' };
		expect(await at.send('hilde', 'involvement.ask', named)).toMatchObject({
			error: 'names-in-title'
		});
		const late = { ...QUESTION, ...owner, due: '2026-11-20' };
		expect(await at.send('hilde', 'involvement.ask', late)).toMatchObject({
			error: 'date-in-past'
		});
		expect(await at.familyOf('hilde')).toEqual({ network: [], involvements: [] });
		expect(await stored(at.app).actions.ofItem(at.itemId)).toEqual([]);
	});

	it('FA6, FA14 the answer ends it; of whoever is involved one can ask more', async () => {
		const at = await atFamily();
		const owner = { ownerOrganisationId: at.world.organisation.cjg };
		await at.send('hilde', 'involvement.ask', { ...QUESTION, ...owner });
		await at.send('roos', 'involvement.set-standing', {
			...{ ...seen(await at.party('roos', 'gp')), standing: 'involved' }
		});
		const involved = await at.party('roos', 'gp');
		expect(involved).toMatchObject({ standing: 'involved', standingBy: 'Roos van Dalen' });
		const again = { ...QUESTION, ...owner, ...seen(involved), due: '2026-12-08' };
		expect(await at.send('roos', 'involvement.ask', again)).toMatchObject({ ok: true });
		expect(await at.party('roos', 'gp')).toMatchObject({
			...{ standing: 'involved', question: { due: '2026-12-08' } }
		});
		expect((await at.timelineOf('wim')).map(({ kind, on }) => [kind, on]).toSorted()).toEqual([
			['asked', '2026-11-24'],
			['asked', '2026-11-24'],
			['involved', '2026-11-24']
		]);
	});

	it('FA15 who did the action is asked on Vandaag what the answer was', async () => {
		const at = await atFamily();
		const owner = {
			ownerOrganisationId: at.world.organisation.cjg,
			ownerPersonId: at.world.people.yusuf.id
		};
		await at.send('hilde', 'involvement.ask', { ...QUESTION, ...owner });
		expect(await at.dutiesOf('yusuf')).toEqual([]);
		const [action] = (await at.viewOf('yusuf')).actions;
		const actionId = action?.id;
		await at.world.do('yusuf', 'action.accept', { actionId });
		await at.world.do('yusuf', 'action.finish', { actionId, doneOn: '2026-11-24' });
		expect(await at.dutiesOf('yusuf')).toMatchObject([
			{ kind: 'answer', group: 'wait', detail: { party: 'gp' } }
		]);
		expect(await at.dutiesOf('hilde')).toEqual([]);
		await at.send('yusuf', 'involvement.set-standing', {
			...{ ...seen(await at.party('yusuf', 'gp')), standing: 'asked-not-involved' }
		});
		expect(await at.dutiesOf('yusuf')).toEqual([]);
	});
});

it('FA4 the time line has an involvement on its day, or on the day it was recorded', async () => {
	const at = await atFamily();
	await at.send('hilde', 'involvement.record', { ...GP, since: '2024-03-15' });
	await at.send('hilde', 'involvement.record', { party: 'school', standing: 'involved' });
	await at.send('hilde', 'involvement.record', {
		...{ party: 'housing', standing: 'asked-not-involved' }
	});
	const school = await at.party('hilde', 'school');
	await at.send('hilde', 'involvement.set-standing', {
		...{ ...seen(school), standing: 'ended', on: '2026-11-20' }
	});
	const debt = { party: 'debt-help', standing: 'involved' };
	await at.send('hilde', 'involvement.record', debt);
	await at.send('hilde', 'involvement.set-standing', {
		...{ ...seen(await at.party('hilde', 'debt-help')), standing: 'taken-back' }
	});
	expect(
		(await at.timelineOf('wim')).map(({ kind, on, detail }) => [
			kind,
			on,
			(detail as { party: string }).party
		])
	).toEqual(
		expect.arrayContaining([
			['involved', '2024-03-15', 'gp'],
			['involved', '2026-11-24', 'school'],
			['ended', '2026-11-20', 'school'],
			['asked-not-involved', '2026-11-24', 'housing']
		])
	);
	expect(await at.timelineOf('wim')).toHaveLength(4);
});
