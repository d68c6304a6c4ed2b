import { describe, expect, test } from 'vitest';
import { at, ID } from './fixture.ts';
import { STORES } from './implementations.ts';

const hilde = {
	personId: ID.hilde,
	organisationId: ID.cjg,
	administers: 'nothing' as const,
	client: 'mark',
	address: '192.0.2.7'
};
const reading = {
	event: 'read-item',
	objectKind: 'item' as const,
	objectId: ID.item,
	caseId: ID.case,
	ground: 'chair'
};

describe.each(STORES)('access log: %s', (_, open) => {
	test('AL4 a row in the terms of NEN 7513', async () => {
		const store = await open();
		await store.write(({ log }) => log.add(hilde, at(0), reading));
		const [row] = await store.read.log.newest();
		expect(row).toEqual({
			seq: 1,
			at: at(0),
			event: 'read-item',
			personId: ID.hilde,
			organisationId: ID.cjg,
			role: 'nothing',
			responsiblePersonId: null,
			client: 'mark',
			clientAddress: '192.0.2.7',
			objectKind: 'item',
			objectId: ID.item,
			caseId: ID.case,
			ground: 'chair',
			outcome: 'allowed'
		});
	});

	test('AL4 an organisation’s system is named as such, never as a person', async () => {
		const store = await open();
		const connector = { ...hilde, connectorId: 'connector' };
		await store.write(({ log }) => log.add(connector, at(0), { ...reading, outcome: 'refused' }));
		expect((await store.read.log.newest())[0]).toMatchObject({
			personId: null,
			role: 'connector',
			outcome: 'refused'
		});
	});

	test('newest first, of a case only its own, never more than asked', async () => {
		const store = await open();
		await store.write(async ({ log }) => {
			for (const [minutes, caseId] of [ID.case, 'another', ID.case].entries())
				await log.add(hilde, at(minutes), { ...reading, caseId });
		});
		expect((await store.read.log.ofCase(ID.case)).map((row) => row.at)).toEqual([at(2), at(0)]);
		expect((await store.read.log.newest(2)).map((row) => row.caseId)).toEqual([ID.case, 'another']);
	});
});
