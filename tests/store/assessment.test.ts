import type { AnswerValue } from '#lib/domain/answer.ts';
import { describe, expect, test } from 'vitest';
import { at, ID, ids, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

const A1 = { itemId: ID.item, subjectId: ID.mila, questionId: 'A1' };
const scale = (choice: 'observed' | 'suspected' | 'not-checked'): AnswerValue => ({
	kind: 'scale',
	choice
});

const answer = (personId: string, revision: number, minutes = revision) => ({
	id: `${personId}-${revision}`,
	...A1,
	personId,
	organisationId: ID.cjg,
	enteredBy: ID.hilde,
	value: scale('observed'),
	source: 'zelf gezien',
	observedOn: '2026-11-21',
	revision,
	createdAt: at(minutes)
});
const tableAnswer = (revision: number) => ({
	id: `table-${revision}`,
	...A1,
	value: scale('suspected'),
	recordedBy: ID.hilde,
	revision,
	createdAt: at(revision)
});

describe.each(STORES)('answers: %s', (_, open) => {
	test('each person has one standing answer; the earlier one is history', async () => {
		const store = await settle(await open());
		await store.write(async ({ assessment }) => {
			await assessment.add(answer(ID.hilde, 1));
			await assessment.add(answer(ID.yusuf, 1, 2));
			await assessment.supersede(`${ID.hilde}-1`, at(3));
			await assessment.add({ ...answer(ID.hilde, 2, 3), value: scale('not-checked') });
		});
		const { assessment } = store.read;
		expect(ids(await assessment.standing(ID.item))).toEqual([`${ID.yusuf}-1`, `${ID.hilde}-2`]);
		expect((await assessment.standingOf(A1, ID.hilde))?.value).toEqual(scale('not-checked'));
		expect(await assessment.standingOf({ ...A1, questionId: 'A2' }, ID.hilde)).toBeNull();
		expect(await assessment.standingOf({ ...A1, subjectId: 'child-other' }, ID.hilde)).toBeNull();
		expect((await assessment.history(A1)).length).toBe(3);
		expect((await assessment.history(A1))[0]).toMatchObject({
			revision: 1,
			supersededAt: at(3),
			source: 'zelf gezien',
			observedOn: '2026-11-21'
		});
	});

	test('a value of every kind comes back as it was given', async () => {
		const store = await settle(await open());
		const values: AnswerValue[] = [
			scale('suspected'),
			{ kind: 'list', items: [] },
			{ kind: 'text-otherwise', because: 'Zij slaapt bij oma; "morgen" weer thuis.' },
			{
				kind: 'contacts',
				contacts: [{ name: 'Roos', function: 'arts', date: '2026-11-20', how: 'both' }]
			}
		];
		await store.write(async ({ assessment }) => {
			for (const [index, value] of values.entries())
				await assessment.add({ ...answer(ID.hilde, index + 1), questionId: `F${index}`, value });
		});
		const standing = await store.read.assessment.standing(ID.item);
		expect(standing.map((one) => one.value)).toEqual(values);
	});

	test('a revision of someone’s answer is there once', async () => {
		const store = await settle(await open());
		await store.write(({ assessment }) => assessment.add(answer(ID.hilde, 1)));
		await expect(
			store.write(({ assessment }) => assessment.add({ ...answer(ID.hilde, 1), id: 'again' }))
		).rejects.toThrow();
	});

	test('the table’s answer: one stands, and a number given up is not given again', async () => {
		const store = await settle(await open());
		expect(await store.read.assessment.tableAnswer(A1)).toBeNull();
		expect(await store.read.assessment.lastTableRevision(A1)).toBe(0);
		await store.write(async ({ assessment }) => {
			await assessment.addTableAnswer(tableAnswer(1));
			await assessment.supersedeTableAnswer('table-1', at(2));
		});
		expect(await store.read.assessment.tableAnswer(A1)).toBeNull();
		expect(await store.read.assessment.lastTableRevision(A1)).toBe(1);
		await store.write(({ assessment }) => assessment.addTableAnswer(tableAnswer(2)));
		expect((await store.read.assessment.tableAnswer(A1))?.id).toBe('table-2');
		expect(ids(await store.read.assessment.tableAnswers(ID.item))).toEqual(['table-2']);
	});
});
