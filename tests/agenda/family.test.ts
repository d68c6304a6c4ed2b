import type { HeadPart } from '#lib/protocol/views.ts';
import { describe, expect, test } from 'vitest';
import { intake, open, type Who } from './support.ts';

describe('the family', () => {
	test('MA17 people are corrected and added; who is left out stays', async () => {
		const at = await intake();
		const caseId = at.world.case.deWitBakker;
		const [daan] = at.world.children.deWitBakker;
		await at.world.do('roos', 'case.change-family', {
			caseId,
			children: [
				{ id: daan, firstName: 'Daan', birthMonth: '2021-05' },
				{ firstName: 'Fee', birthMonth: '2026-10' }
			],
			caregivers: []
		});
		const family = await at.store.cases.family(caseId);
		expect(family?.children.map((child) => [child.firstName, child.birthMonth])).toEqual([
			['Daan', '2021-05'],
			['Lotte', '2015-01'],
			['Fee', '2026-10']
		]);
		expect(family?.caregivers.length).toBe(2);
	});

	test('MA17 an id of another case is refused, and nothing is changed', async () => {
		const at = await intake();
		const [mila] = at.world.children.mila;
		const outcome = await at.try('hilde', 'case.change-family', {
			caseId: at.world.case.deWitBakker,
			children: [
				{ firstName: 'Fee', birthMonth: '2026-10' },
				{ id: mila, firstName: 'Anders', birthMonth: '2020-01' }
			],
			caregivers: []
		});
		expect(outcome).toEqual({ ok: false, error: 'not-found' });
		expect((await at.store.cases.family(at.world.case.mila))?.children[0]?.firstName).toBe('Mila');
		expect((await at.store.cases.family(at.world.case.deWitBakker))?.children.length).toBe(2);
	});

	test('MA17 the id of an adult does not pass for that of a child', async () => {
		const at = await intake();
		const [adult] = at.world.caregivers.deWitBakker;
		const outcome = await at.try('hilde', 'case.change-family', {
			caseId: at.world.case.deWitBakker,
			children: [{ id: adult, firstName: 'Fee', birthMonth: '2026-10' }],
			caregivers: []
		});
		expect(outcome).toEqual({ ok: false, error: 'not-found' });
	});
});

describe('the dossier reference', () => {
	test('VI11 is seen by the own organisation only', async () => {
		const at = await intake();
		const caseId = at.world.case.deWitBakker;
		const itemId = at.world.item.deWitBakker;
		await at.world.do('wim', 'case.set-dossier-reference', { caseId, reference: 'PL-2026-114' });
		await at.world.do('hilde', 'case.set-dossier-reference', { caseId, reference: 'CJG-77' });
		const seenBy = async (person: Who) => {
			const view = await open(at, person, `item:${itemId}`);
			if (!view.ok) throw new Error(view.error);
			const all = JSON.stringify(view.value);
			const { dossierReference } = (view.value as { head: HeadPart }).head;
			return {
				dossierReference,
				others: ['PL-2026-114', 'CJG-77'].filter((one) => all.includes(one))
			};
		};
		expect(await seenBy('wim')).toEqual({
			dossierReference: 'PL-2026-114',
			others: ['PL-2026-114']
		});
		expect(await seenBy('hilde')).toEqual({ dossierReference: 'CJG-77', others: ['CJG-77'] });
		expect(await seenBy('yusuf')).toEqual({ dossierReference: 'CJG-77', others: ['CJG-77'] });
		expect(await seenBy('roos')).toEqual({ dossierReference: '', others: [] });
	});
});
