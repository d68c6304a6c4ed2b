import { describe, expect, test } from 'vitest';
import { at, ID, ids, settle } from './fixture.ts';
import { STORES } from './implementations.ts';

const another = { id: 'case-amir', tableId: ID.table, code: '26-3391', openedAt: at(0) };

describe.each(STORES)('cases: %s', (_, open) => {
	test('by id, by code, of a table in the order of their codes', async () => {
		const store = await settle(await open());
		await store.write(({ cases }) => cases.add(another));
		expect((await store.read.cases.find(ID.case))?.code).toBe('26-8452');
		expect((await store.read.cases.byCode('26-3391'))?.id).toBe(another.id);
		expect(await store.read.cases.byCode('26-0000')).toBeNull();
		expect(ids(await store.read.cases.ofTable(ID.table))).toEqual([another.id, ID.case]);
		expect(ids(await store.read.cases.findMany([ID.case]))).toEqual([ID.case]);
		expect(await store.read.cases.findMany([])).toEqual([]);
	});

	test('a code is there once', async () => {
		const store = await settle(await open());
		await expect(
			store.write(({ cases }) => cases.add({ ...another, code: '26-8452' }))
		).rejects.toThrow();
	});

	test('a family in its order, each corrected alone', async () => {
		const store = await settle(await open());
		await store.write(async ({ cases }) => {
			const child = { caseId: ID.case, firstName: 'Jip', birthMonth: '2024-01' };
			await cases.addChild({ id: 'child-jip', ...child, position: 2 });
			await cases.addChild({ id: 'child-bo', ...child, firstName: 'Bo', position: 1 });
			await cases.changeChild('child-jip', { birthMonth: '2024-02' });
			await cases.changeCaregiver(ID.joyce, { lastName: 'Dekker' });
		});
		const family = await store.read.cases.family(ID.case);
		expect(family?.children.map((child) => [child.firstName, child.birthMonth])).toEqual([
			['Mila', '2022-08'],
			['Bo', '2024-01'],
			['Jip', '2024-02']
		]);
		expect(family?.caregivers).toMatchObject([{ firstName: 'Joyce', lastName: 'Dekker' }]);
		expect(await store.read.cases.family('no-such')).toBeNull();
	});

	test('each organisation has its own dossier reference; empty when it has none', async () => {
		const store = await settle(await open());
		await store.write(({ cases }) => cases.setDossierReference(ID.case, ID.cjg, 'CJG-1'));
		await store.write(({ cases }) => cases.setDossierReference(ID.case, ID.cjg, 'CJG-2'));
		expect(await store.read.cases.dossierReference(ID.case, ID.cjg)).toBe('CJG-2');
		expect(await store.read.cases.dossierReference(ID.case, ID.police)).toBe('');
	});
});
