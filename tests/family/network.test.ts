import { describe, expect, it } from 'vitest';
import { atFamily } from './support.ts';

const TRUUS = {
	firstName: 'Truus',
	relation: 'oma',
	circle: 'network',
	strength: 'Past op dinsdag op'
};
const BELLEN = (at: Awaited<ReturnType<typeof atFamily>>, name = 'Truus') => ({
	title: `Met ${name} bellen`,
	ownerOrganisationId: at.world.organisation.cjg,
	due: '2026-12-02'
});

describe('who counts for the child', () => {
	it('FA1 stands with a first name, a relation and a line, for everyone at the item', async () => {
		const at = await atFamily();
		expect(await at.send('wim', 'family.add-member', TRUUS)).toMatchObject({ ok: true });
		const [truus] = (await at.familyOf('roos')).network;
		expect(truus).toMatchObject(TRUUS);
		const seen = { memberId: truus?.id, expected: truus?.version };
		const changed = { ...TRUUS, strength: 'Past op dinsdag en vrijdag op', ...seen };
		expect(await at.send('roos', 'family.change-member', changed)).toMatchObject({ ok: true });
		expect(await at.send('hilde', 'family.change-member', changed)).toMatchObject({
			error: 'stale'
		});
		const [now] = (await at.familyOf('hilde')).network;
		expect(now).toMatchObject({ strength: 'Past op dinsdag en vrijdag op', id: truus?.id });
		const gone = { memberId: now?.id, expected: now?.version };
		expect(await at.send('hilde', 'family.remove-member', gone)).toMatchObject({ ok: true });
		expect((await at.familyOf('roos')).network).toEqual([]);
	});

	it('FA2 a BSN is refused in every text, and nothing is kept', async () => {
		const at = await atFamily();
		for (const field of ['firstName', 'relation', 'strength'])
			expect(
				await at.send('hilde', 'family.add-member', { ...TRUUS, [field]: 'bsn 1112.22.333' })
			).toEqual({ ok: false, error: 'bsn-in-text' });
		const gp = { party: 'gp', standing: 'involved' };
		for (const field of ['name', 'purpose', 'contactName', 'contactPhone'])
			expect(await at.send('hilde', 'involvement.record', { ...gp, [field]: '123456782' })).toEqual(
				{ ok: false, error: 'bsn-in-text' }
			);
		expect(await at.familyOf('hilde')).toEqual({ network: [], involvements: [] });
	});

	it('FA3 their names stand in no title of an action, also after they were taken off', async () => {
		const at = await atFamily();
		await at.send('hilde', 'family.add-member', TRUUS);
		const refused = { error: 'names-in-title', detail: { names: 'Truus', field: 'title' } };
		expect(await at.send('roos', 'action.propose', BELLEN(at))).toMatchObject(refused);
		const [truus] = (await at.familyOf('hilde')).network;
		await at.send('hilde', 'family.remove-member', {
			...{ memberId: truus?.id, expected: truus?.version }
		});
		expect(await at.send('roos', 'action.propose', BELLEN(at))).toMatchObject(refused);
		expect(await at.send('roos', 'action.propose', BELLEN(at, 'oma'))).toMatchObject({ ok: true });
	});

	it('FA3 a name recorded where someone takes no part is not told, and still does not leave', async () => {
		const at = await atFamily();
		await at.at('yusuf', at.later, 'family.add-member', TRUUS);
		expect(await at.send('roos', 'action.propose', BELLEN(at))).toEqual({
			ok: false,
			error: 'names-in-title',
			detail: { names: '', field: 'title' }
		});
		expect(await at.send('yusuf', 'action.propose', BELLEN(at))).toMatchObject({
			detail: { names: 'Truus' }
		});
	});

	it('FA1 there is an end to how many', async () => {
		const at = await atFamily();
		for (let made = 0; made < 20; made += 1) await at.send('hilde', 'family.add-member', TRUUS);
		expect(await at.send('hilde', 'family.add-member', TRUUS)).toMatchObject({
			error: 'family-too-large'
		});
	});
});
