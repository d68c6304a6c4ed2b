import { documentStore } from '#lib/server/store/documents.ts';
import { describe, expect, test } from 'vitest';
import { intake, question } from './support.ts';
import { NOT_JUDGED } from '../support/not-judged.ts';

describe('putting a case on the agenda', () => {
	test('MA2 the presenter and the chair always take part, beside those who are asked', async () => {
		const at = await intake();
		const { itemId } = await at.broughtByNadia();
		const people = (await at.store.agenda.participants(itemId)).map((one) => one.personId);
		const { nadia, hilde, tirza } = at.world.people;
		expect(people.toSorted()).toEqual([nadia.id, hilde.id, tirza.id].toSorted());
	});

	test.each([
		['no question', { reason: '   ' }],
		['nothing new', { news: '' }],
		['no minutes', { minutes: 0 }]
	])('MA2 refused with %s', async (_, without) => {
		const at = await intake();
		const input = { ...question(at.meetingId, at.world.case.mila), ...without };
		expect(await at.try('hilde', 'item.add-case', input)).toMatchObject({
			ok: false,
			error: 'invalid-input'
		});
	});

	test('MA2 someone who can no longer sign in, or does not exist, cannot be asked', async () => {
		const at = await intake();
		const { tirza } = at.world.people;
		await at.world.do('petra', 'person.disable', { personId: tirza.id });
		const { caseId } = await at.world.do<{ caseId: string }>('nadia', 'case.open', {
			tableId: at.world.table.cjg,
			children: [{ firstName: 'Sem', birthMonth: '2019-09' }],
			caregivers: []
		});
		for (const participants of [[tirza.id], ['aaaaaaaaaaaaaaaaaaaaaa']]) {
			const input = { ...question(at.meetingId, caseId), participants };
			expect(await at.try('nadia', 'item.add-case', input)).toEqual({
				ok: false,
				error: 'unknown-person'
			});
		}
		const { deWitBakker: itemId } = at.world.item;
		expect(await at.try('hilde', 'item.invite', { itemId, personId: tirza.id })).toEqual({
			ok: false,
			error: 'unknown-person'
		});
	});

	test('MA3 a member does not bring a case of others; for her it does not exist', async () => {
		const at = await intake();
		const later = await at.later();
		const input = question(later, at.world.case.mila);
		expect(await at.try('nadia', 'item.add-case', input)).toEqual({
			ok: false,
			error: 'not-found'
		});
		expect(await at.try('roos', 'item.add-case', input)).toMatchObject({ ok: true });
	});

	test('MA3 a case of another table is not brought, not by the chair either', async () => {
		const at = await intake();
		const input = question(at.meetingId, at.world.case.fenna);
		expect(await at.try('hilde', 'item.add-case', input)).toEqual({
			ok: false,
			error: 'not-found'
		});
	});

	test('MA4 a case stands on an agenda once', async () => {
		const at = await intake();
		const input = question(at.meetingId, at.world.case.mila);
		expect(await at.try('hilde', 'item.add-case', input)).toEqual({
			ok: false,
			error: 'already-on-agenda'
		});
	});

	test('MA4 what was carried over does not count', async () => {
		const at = await intake();
		await at.world.do('hilde', 'item.carry-over', { itemId: at.world.item.mila, ...NOT_JUDGED });
		const input = question(at.meetingId, at.world.case.mila);
		expect(await at.try('hilde', 'item.add-case', input)).toMatchObject({ ok: true });
	});

	test('MA5 a new item comes after the last one before the closing items', async () => {
		const at = await intake();
		await at.world.do('nadia', 'item.add-general', {
			meetingId: at.meetingId,
			title: 'Nieuwe sociale kaart',
			minutes: 5
		});
		expect((await at.order()).slice(-2)).toEqual(['Nieuwe sociale kaart', 'Afsluiting']);
	});
});

describe('taking an item off the agenda', () => {
	test('MA13 while nothing hangs on it', async () => {
		const at = await intake();
		const { itemId } = await at.broughtByNadia();
		expect(await at.try('nadia', 'item.remove', { itemId, ...NOT_JUDGED })).toMatchObject({
			ok: true
		});
		expect(await at.store.agenda.find(itemId)).toBeNull();
		expect(await at.try('nadia', 'item.remove', { itemId, ...NOT_JUDGED })).toEqual({
			ok: false,
			error: 'not-found'
		});
	});

	test('MA13 not with an answer', async () => {
		const at = await intake();
		const itemId = at.world.item.deWitBakker;
		await at.world.do('wim', 'answer.give', {
			itemId,
			subjectId: at.world.children.deWitBakker[0],
			questionId: 'A4',
			value: { kind: 'scale', choice: 'observed' },
			source: 'zelf gezien',
			observedOn: '2026-11-21',
			expected: 0
		});
		expect(await at.try('hilde', 'item.remove', { itemId, ...NOT_JUDGED })).toEqual({
			ok: false,
			error: 'item-has-content'
		});
	});

	test('MA13 not with shared text: what someone wrote beforehand would be lost', async () => {
		const at = await intake();
		const itemId = at.world.item.deWitBakker;
		await documentStore(at.app.database).append([
			{ kind: 'update', documentId: itemId, seq: 1, bytes: new Uint8Array([1, 2, 3]) }
		]);
		expect(await at.try('hilde', 'item.remove', { itemId, ...NOT_JUDGED })).toEqual({
			ok: false,
			error: 'item-has-content'
		});
	});

	test('MA13 not once it was live', async () => {
		const at = await intake();
		const itemId = at.world.item.mila;
		await at.world.goLive('mila');
		at.app.clock.advance(60_000);
		expect(await at.try('hilde', 'item.remove', { itemId, ...NOT_JUDGED })).toMatchObject({
			ok: false,
			error: 'wrong-status'
		});
		await at.world.do('hilde', 'item.set-live', { itemId: at.world.item.amir });
		expect(await at.try('hilde', 'item.remove', { itemId, ...NOT_JUDGED })).toMatchObject({
			ok: false,
			error: 'wrong-status'
		});
	});
});
