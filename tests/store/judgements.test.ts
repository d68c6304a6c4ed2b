import { describe, expect, test } from 'vitest';
import { at, ID, ids, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

const words = { safety: 'undetermined', risk: 'raised' } as const;
const of = { itemId: ID.item, childId: ID.mila };
const own = (personId: string, grade: number, revision = 1) => ({
	...of,
	...words,
	personId,
	organisationId: ID.cjg,
	grade,
	safetyReason: 'Zij is gezien.',
	riskReason: 'Moeder staat er alleen voor.',
	revision,
	submittedAt: at(revision)
});
const joint = (revision: number) => ({
	id: `joint-${revision}`,
	...of,
	...words,
	grade: 6,
	motivation: 'Zo zien wij het samen.',
	recordedBy: ID.hilde,
	revision,
	createdAt: at(revision)
});
const decision = (id: string, organisationId: string) => ({
	id,
	...of,
	organisationId,
	decision: 'not' as const,
	because: 'Hulp is er al.',
	decidedOn: '2026-11-24',
	personId: ID.hilde,
	revision: 1,
	createdAt: at(1)
});

describe.each(STORES)('judgements: %s', (_, open) => {
	test('one per person and child: a new one takes its place', async () => {
		const store = await settle(await open());
		await store.write(async ({ judgements }) => {
			await judgements.put(own(ID.yusuf, 4));
			await judgements.put(own(ID.hilde, 7));
			await judgements.put(own(ID.yusuf, 5, 2));
			await judgements.put({ ...own(ID.yusuf, 3), childId: 'child-other' });
		});
		const all = await store.read.judgements.ofItem(ID.item);
		expect(all.length).toBe(3);
		expect(
			all.filter((one) => one.childId === ID.mila).map((one) => [one.personId, one.grade])
		).toEqual([
			[ID.hilde, 7],
			[ID.yusuf, 5]
		]);
	});

	test('revealed twice is revealed once: the first stands', async () => {
		const store = await settle(await open());
		await store.write(async ({ judgements }) => {
			await judgements.reveal({ ...of, revealedAt: at(1), revealedBy: ID.hilde });
			await judgements.reveal({ ...of, revealedAt: at(2), revealedBy: null });
		});
		expect(await store.read.judgements.reveals(ID.item)).toEqual([
			{ ...of, revealedAt: at(1), revealedBy: ID.hilde }
		]);
	});

	test('of the joint judgements the newest stands; a revision is there once', async () => {
		const store = await settle(await open());
		await store.write(async ({ judgements }) => {
			await judgements.addJoint(joint(1));
			await judgements.supersedeJoint('joint-1', at(2));
			await judgements.addJoint(joint(2));
		});
		expect(ids(await store.read.judgements.joint(ID.item))).toEqual(['joint-2']);
		await expect(
			store.write(({ judgements }) => judgements.addJoint({ ...joint(2), id: 'again' }))
		).rejects.toThrow();
	});

	test('a dissent is withdrawn by leaving it out, and can be given again', async () => {
		const store = await settle(await open());
		const dissent = { ...of, personId: ID.wim, reason: 'Ik zag iets anders.', createdAt: at(1) };
		await store.write(async ({ judgements }) => {
			await judgements.putDissent(dissent);
			await judgements.withdrawDissent(ID.item, ID.mila, ID.wim, at(2));
		});
		expect(await store.read.judgements.dissents(ID.item)).toEqual([]);
		await store.write(({ judgements }) =>
			judgements.putDissent({ ...dissent, reason: 'Nog steeds.', createdAt: at(3) })
		);
		expect(await store.read.judgements.dissents(ID.item)).toMatchObject([
			{ reason: 'Nog steeds.', createdAt: at(3), withdrawnAt: null }
		]);
	});

	test('what an organisation decided stands until it decides again', async () => {
		const store = await settle(await open());
		await store.write(async ({ judgements }) => {
			await judgements.addMeldcode(decision('first', ID.cjg));
			await judgements.addMeldcode(decision('theirs', ID.police));
			await judgements.supersedeMeldcode('first', at(2));
			await judgements.addMeldcode({ ...decision('second', ID.cjg), createdAt: at(2) });
		});
		expect(ids(await store.read.judgements.meldcode(ID.item))).toEqual(['theirs', 'second']);
	});
});
