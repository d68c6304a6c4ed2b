import { expect, it } from 'vitest';
import { duties } from '#lib/server/views/duties/duties.ts';
import { atDeWitBakker } from '../assessment/support.ts';
import { everythingStored } from '../security/world.ts';
import { stored } from '../support/test-app.ts';

const OMA = { what: 'Haalt de kinderen op vrijdag uit school.', who: 'oma', due: '2026-12-04' };

it('CO12 who of the family, by when, followed by a professional at the item, who finds it on "Vandaag"', async () => {
	const at = await atDeWitBakker();
	const { yusuf, bas } = at.world.people;
	expect(await at.send('hilde', 'family-action.add', { ...OMA, followedBy: bas.id })).toMatchObject(
		{ error: 'not-a-participant' }
	);
	await at.send('hilde', 'family-action.add', { ...OMA, followedBy: yusuf.id });
	const theirs = async () => (await at.viewOf('wim')).coordination.familyActions;
	const [one] = await theirs();
	expect(one).toMatchObject({ ...OMA, status: 'open', followedBy: { name: 'Yusuf Aydin' } });
	const dutyOf = async () =>
		(await duties(stored(at.app), at.world.actor('yusuf'), '2026-11-24')).value.find(
			({ kind }) => kind === 'family-does'
		);
	expect(await dutyOf()).toMatchObject({ group: 'hold', due: OMA.due });
	const settle = { familyActionId: one?.id, status: 'done', expected: 1 };
	await at.send('yusuf', 'family-action.settle', settle);
	expect(await at.send('wim', 'family-action.settle', settle)).toMatchObject({ error: 'stale' });
	expect(await theirs()).toMatchObject([{ status: 'done' }]);
	expect(await dutyOf()).toBeUndefined();
});

it('CO13 what the family does itself is in a table of its own: in no outbox, and in nothing that is made of actions', async () => {
	const at = await atDeWitBakker();
	const before = await everythingStored(at.app);
	await at.send('hilde', 'family-action.add', {
		...OMA,
		followedBy: at.world.people.yusuf.id
	});
	const after = await everythingStored(at.app);
	const changed = [...after].filter(([name, rows]) => rows !== before.get(name));
	expect(changed.map(([name]) => name).toSorted()).toEqual([
		'access_log',
		'commands',
		'family_actions'
	]);
	for (const [name, rows] of after)
		if (name !== 'family_actions') expect(rows, name).not.toContain(OMA.what);
});
