import { describe, expect, it } from 'vitest';
import { type CopyMaterial, familyCopy, mayHaveCopy } from './family-copy.ts';

const TODAY = '2026-11-24';
const material: CopyMaterial = {
	reason: 'Wie pakt dit nu echt op?',
	news: 'De woningcorporatie belde over de huur.',
	children: [
		{ id: 'daan', firstName: 'Daan', birthMonth: '2021-04' },
		{ id: 'lotte', firstName: 'Lotte', birthMonth: '2014-01' },
		{ id: 'sem', firstName: 'Sem', birthMonth: '2010-02' }
	],
	caregivers: [
		{ id: 'mark', firstName: 'Mark', lastName: 'de Wit', relation: 'vader' },
		{ id: 'sandra', firstName: 'Sandra', lastName: 'Bakker', relation: 'moeder' }
	],
	attendees: [{ name: 'Hilde Kremer', function: 'CJG-intaker', organisation: 'CJG Noorderveld' }],
	judgements: [
		{
			childId: 'daan',
			safety: 'structurally-unsafe',
			grade: 3,
			motivation: 'Het geweld gaat door.',
			worries: 'Dat het weer gebeurt bij de overdracht.',
			grounds: 'Twee meldingen.'
		},
		{
			childId: 'sem',
			safety: 'safe',
			grade: 8,
			motivation: 'Woont bij zijn tante.',
			worries: '',
			grounds: ''
		}
	],
	childSays: [{ childId: 'lotte', text: 'Ik wil dat het ophoudt.' }],
	adultSays: [
		{ adultId: 'mark', choice: 'deny' },
		{ adultId: 'sandra', choice: 'recognise' }
	],
	aboutAdults: [
		{ adultId: 'mark', questionId: 'C11', choice: 'suspected' },
		{ adultId: 'sandra', questionId: 'C12', choice: 'observed' }
	],
	actions: [
		{ id: 'see', title: 'De kinderen zien en spreken', owner: 'GGD', due: '2026-12-01' },
		{ id: 'talk', title: 'Met vader praten over de overdracht', owner: 'CJG', due: '2026-12-02' },
		{ id: 'house', title: 'Langsgaan aan de Dorpsstraat 12', owner: 'CJG', due: '2026-12-03' }
	],
	coordinator: { name: 'Yusuf Aydin', organisation: 'CJG Noorderveld', phone: '0500-123456' },
	safetyWatch: null,
	signallers: ['woningcorporatie']
};
const copyFor = (subjectId: string, of = material) => familyCopy(of, subjectId, TODAY);
const shown = (subjectId: string) =>
	copyFor(subjectId)
		.filter(({ withheld }) => !withheld)
		.map(({ text }) => text)
		.join('\n');
const withheld = (subjectId: string) =>
	Object.fromEntries(copyFor(subjectId).map(({ id, withheld }) => [id, withheld]));

describe('a copy for the family', () => {
	it('RX3 is for caregivers and for children from twelve on, to the month', () => {
		const may = (id: string, today = TODAY) => mayHaveCopy(material, id, today);
		expect(['mark', 'sandra', 'lotte', 'daan', 'a stranger'].map((id) => may(id))).toEqual([
			...[true, true, true],
			...[false, false]
		]);
		expect(may('lotte', '2025-12-31')).toBe(false);
		expect(may('lotte', '2026-01-01')).toBe(true);
	});

	it('RX4 leaves out the other adult: answers, words, and actions that name him by relation or name', () => {
		const text = shown('sandra');
		expect(text).not.toMatch(/vader|Mark|Wit|alcohol/);
		expect(text).toContain('De kinderen zien en spreken');
		expect(text).toContain('schulden');
		expect(withheld('sandra')).toMatchObject({
			'action-talk': 'other-person',
			'C11-mark': 'other-person',
			'adult-mark': 'other-person',
			'C12-sandra': null,
			'adult-sandra': null
		});
		expect(withheld('mark')['action-talk']).toBeNull();
	});

	it('RX4 leaves out addresses, the signaller and what the child said', () => {
		expect(withheld('sandra')).toMatchObject({
			'action-house': 'address',
			news: 'signaller',
			'child-lotte': 'child-voice'
		});
		expect(withheld('lotte')['child-lotte']).toBeNull();
		const street = { ...material, reason: 'Zij woont nu op 9999 XA.' };
		expect(copyFor('mark', street)[0]?.withheld).toBe('address');
	});

	it('RX4 a signaller is found within a longer word; the name of the town gives nobody away', () => {
		const of = { ...material, signallers: ['Politie Noorderveld', 'Veilig Thuis Noorderveld'] };
		const why = (reason: string) => copyFor('sandra', { ...of, reason })[0]?.withheld;
		expect(why('Er kwam een tweede politiemelding.')).toBe('signaller');
		expect(why('Veilig Thuis belde.')).toBe('signaller');
		expect(why('Hoe veilig is het, en wat kan het CJG Noorderveld doen?')).toBeNull();
	});

	it('RX4 one family name of both parents does not hide everything', () => {
		const same = {
			...material,
			reason: 'Hoe helpen wij het gezin Bakker?',
			caregivers: material.caregivers.map((one) => ({ ...one, lastName: 'Bakker' }))
		};
		expect(copyFor('sandra', same)[0]?.withheld).toBeNull();
	});

	it('RX5 says nothing to a parent about a child of sixteen', () => {
		expect(withheld('sandra')).toMatchObject({ 'judgement-sem': 'sixteen', 'why-sem': 'sixteen' });
		expect(withheld('sem')['judgement-sem']).toBeNull();
		expect(withheld('sandra')['judgement-daan']).toBeNull();
	});
});
