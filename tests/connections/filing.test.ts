import { expect, test } from 'vitest';
import type { PersonKey } from '#lib/server/demo/people.ts';
import { dayInTheNetherlands } from '#lib/server/days.ts';
import { transact } from '#lib/server/transact.ts';
import { duties } from '#lib/server/views/duties/duties.ts';
import { review } from '#lib/server/views/review.ts';
import { changeTitle, deliveryWorld, type DeliveryWorld } from '../delivery/world.ts';
import { run, stored } from '../support/test-app.ts';

/** Everyone at the item ratifies the list as it stands; gives its version. */
async function ratified(at: DeliveryWorld): Promise<number> {
	const { noor: itemId } = at.world.item;
	const current = await stored(at.app).decisions.current(itemId);
	if (!current) throw new Error('nothing to ratify');
	const { version, hash } = current;
	for (const person of ['marjan', 'tirza', 'bas'] as const)
		await at.world.do(person, 'decisions.ratify', { itemId, version, hash });
	return version;
}

const asked = async (at: DeliveryWorld, person: PersonKey) =>
	(
		await duties(stored(at.app), at.world.actor(person), dayInTheNetherlands(at.app.clock.now()))
	).value.filter(({ kind }) => kind === 'file-list');

async function shown(at: DeliveryWorld, person: PersonKey) {
	const read = await transact(
		at.app,
		at.world.actor(person),
		(work) => review(work, at.world.meeting.oneTwoThree),
		'read-review'
	);
	return read.ok ? read.value.items.find(({ itemId }) => itemId === at.world.item.noor) : null;
}

test('KO30 each organisation at the item is asked once whether the ratified list is in its own dossier', async () => {
	const at = await deliveryWorld();
	const { noor: itemId } = at.world.item;
	await at.propose('Bellen met school');
	expect(await asked(at, 'tirza')).toEqual([]);
	const version = await ratified(at);
	for (const person of ['marjan', 'tirza', 'bas'] as const)
		expect(await asked(at, person)).toMatchObject([
			{ group: 'wait', code: '26-4187', href: expect.stringContaining(`#dossier-${itemId}`) }
		]);
	// Who takes no part is asked nothing.
	expect(await asked(at, 'wim')).toEqual([]);
	await at.world.do('tirza', 'action-list.filed', { itemId, version, filed: true });
	expect(await asked(at, 'tirza')).toEqual([]);
	expect(await asked(at, 'bas')).toHaveLength(1);
	expect((await stored(at.app).log.newest(1))[0]).toMatchObject({
		...{ event: 'action-list.filed', objectId: itemId, caseId: at.world.case.noor }
	});
});

test('KO31 a new version asks again; an answer to an old one is refused', async () => {
	const at = await deliveryWorld();
	const { noor: itemId } = at.world.item;
	const id = await at.propose('Bellen met school');
	const first = await ratified(at);
	await at.world.do('tirza', 'action-list.filed', { itemId, version: first, filed: true });
	await changeTitle(at, id, 'Langsgaan bij school');
	expect(
		await run(at.app, at.world.actor('bas'), 'action-list.filed', {
			...{ itemId, version: first, filed: true }
		})
	).toMatchObject({ error: 'list-not-ratified' });
	const second = await ratified(at);
	expect(second).toBeGreaterThan(first);
	expect(await asked(at, 'tirza')).toHaveLength(1);
	expect(
		await run(at.app, at.world.actor('tirza'), 'action-list.filed', {
			...{ itemId, version: first, filed: true }
		})
	).toMatchObject({ error: 'stale' });
});

test('KO32 "nee, niet nodig" with its reason is in the ledger, and may still become "ja"', async () => {
	const at = await deliveryWorld();
	const { noor: itemId } = at.world.item;
	await at.propose('Bellen met school');
	const version = await ratified(at);
	// From a form: the button that was pressed, and what was typed.
	await at.world.do('bas', 'action-list.filed', {
		...{ itemId, version: String(version), filed: 'no', reason: 'Wij houden geen dossier bij' }
	});
	expect(await asked(at, 'bas')).toEqual([]);
	const list = async (person: PersonKey) =>
		(await shown(at, person))?.ledger.find(
			(line) => line.version === version && line.organisation.name === 'Welzijn Noorderveld'
		)?.filed;
	expect(await list('marjan')).toMatchObject({
		...{ filed: false, reason: 'Wij houden geen dossier bij', name: 'Bas Wolters' }
	});
	expect((await shown(at, 'bas'))?.toFile).toMatchObject({ version, answer: { filed: false } });
	expect((await shown(at, 'tirza'))?.toFile).toMatchObject({ version, answer: null });
	await at.world.do('bas', 'action-list.filed', { itemId, version, filed: 'yes' });
	expect(await list('marjan')).toMatchObject({ filed: true, reason: '' });
});
