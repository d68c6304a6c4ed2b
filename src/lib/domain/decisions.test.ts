import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionsText, isRatified, waitingFor, type Decisions } from './decisions.ts';

const decisions: Decisions = {
	caseCode: '26-5038',
	judgements: [
		{
			firstName: 'Lotte',
			safety: 'undetermined',
			grade: 5,
			risk: 'undetermined',
			motivation: 'Niemand sprak haar.',
			dissents: []
		},
		{
			firstName: 'Daan',
			safety: 'acutely-unsafe',
			grade: 2,
			risk: 'high',
			motivation: 'Tweede melding.',
			dissents: [{ name: 'Yusuf Aydin', reason: 'Niemand sprak de kinderen.' }]
		}
	],
	actions: [
		{
			title: 'De kinderen zien en spreken',
			owner: 'GGD Noorderveld',
			due: '2026-11-26',
			tellTo: 'Hilde Kremer'
		},
		{ title: 'Regisseur zoeken', owner: null, due: '2026-12-01', tellTo: '' },
		{
			title: 'Met beide ouders een veiligheidsafspraak maken',
			owner: 'Roos van Dalen',
			due: '2026-11-24',
			tellTo: ''
		}
	]
};

describe('the text of the decisions', () => {
	test('DE1 is this exact text', () => {
		expect(decisionsText(decisions)).toBe(
			`Besluiten bij casus 26-5038

Oordeel
- Daan: Acuut onveilig, veiligheidscijfer 2.
  Risico in de komende zes maanden: Hoog.
  Motivering: Tweede melding.
  Afwijkend oordeel van Yusuf Aydin: Niemand sprak de kinderen.
- Lotte: Niet vast te stellen, veiligheidscijfer 5.
  Risico in de komende zes maanden: Niet te bepalen.
  Motivering: Niemand sprak haar.

Afspraken
- Met beide ouders een veiligheidsafspraak maken
  Wie: Roos van Dalen
  Uiterlijk: 24 november 2026
- De kinderen zien en spreken
  Wie: GGD Noorderveld
  Uiterlijk: 26 november 2026
  Hoort het resultaat: Hilde Kremer
- Regisseur zoeken
  Wie: niemand pakt dit op; de voorzitter houdt dit vast
  Uiterlijk: 1 december 2026
`
		);
	});

	test('DE1 says so when nothing is decided yet', () => {
		expect(decisionsText({ caseCode: '26-5038', judgements: [], actions: [] })).toBe(
			'Besluiten bij casus 26-5038\n\nOordeel\nNog geen gezamenlijk oordeel.\n\nAfspraken\nGeen afspraken.\n'
		);
	});

	test('DE2 the same decisions in any order give the same text', () => {
		const sameDay = { title: 'Bellen', owner: 'Roos', due: '2026-11-24', tellTo: '' };
		const actions = [...decisions.actions, sameDay, { ...sameDay, owner: 'Wim' }];
		const shuffled = fc.record({
			caseCode: fc.constant(decisions.caseCode),
			judgements: fc.shuffledSubarray([...decisions.judgements], { minLength: 2 }),
			actions: fc.shuffledSubarray(actions, { minLength: actions.length })
		});
		fc.assert(
			fc.property(shuffled, (other) => {
				expect(decisionsText(other)).toBe(decisionsText({ ...decisions, actions }));
			})
		);
	});

	test('DE2 any other decision gives another text', () => {
		const [lotte, daan] = decisions.judgements;
		const [first, ...rest] = decisions.actions;
		if (!lotte || !daan || !first) throw new Error('fixture');
		const texts = [
			decisions,
			{ ...decisions, caseCode: '26-5039' },
			{ ...decisions, judgements: [daan] },
			{ ...decisions, judgements: [daan, { ...lotte, grade: 6 }] },
			{ ...decisions, judgements: [daan, { ...lotte, safety: 'safe' as const }] },
			{ ...decisions, judgements: [daan, { ...lotte, risk: 'low' as const }] },
			{ ...decisions, judgements: [{ ...daan, dissents: [] }, lotte] },
			{ ...decisions, actions: rest },
			{ ...decisions, actions: [...rest, { ...first, title: 'De kinderen zien' }] },
			{ ...decisions, actions: [...rest, { ...first, owner: 'Tirza Oosting' }] },
			{ ...decisions, actions: [...rest, { ...first, due: '2026-11-27' }] },
			{ ...decisions, actions: [...rest, { ...first, tellTo: '' }] },
			{ ...decisions, actions: [...decisions.actions, first] }
		].map(decisionsText);
		expect(new Set(texts).size).toBe(texts.length);
	});

	test('DE3 a line break cannot pass for another decision', () => {
		const forged = 'Bellen\n- Daan: Voldoende veilig\u2028  Wie: niemand';
		const text = decisionsText({
			...decisions,
			actions: [{ title: forged, owner: 'Roos', due: '2026-11-24', tellTo: '' }]
		});
		expect(text).toContain('- Bellen - Daan: Voldoende veilig Wie: niemand\n');
		expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3);
	});
});

describe('ratifying', () => {
	const of = (version: number, ...people: string[]) =>
		people.map((personId) => ({ personId, version }));

	test('DE4 everyone who was at the item, this very version', () => {
		const attendees = ['hilde', 'roos', 'wim'];
		expect(isRatified(attendees, of(2, 'hilde', 'roos', 'wim'), 2)).toBe(true);
		expect(isRatified(attendees, of(2, 'hilde', 'roos'), 2)).toBe(false);
		expect(waitingFor(attendees, of(2, 'hilde', 'roos'), 2)).toEqual(['wim']);
	});

	test('DE5 a later version reopens it for all', () => {
		const first = of(1, 'hilde', 'roos');
		expect(isRatified(['hilde', 'roos'], first, 1)).toBe(true);
		expect(isRatified(['hilde', 'roos'], first, 2)).toBe(false);
		expect(waitingFor(['hilde', 'roos'], [...first, ...of(2, 'roos')], 2)).toEqual(['hilde']);
	});

	test('DE4 who was not there does not count, and nobody there is never ratified', () => {
		expect(isRatified(['hilde'], of(1, 'sanne'), 1)).toBe(false);
		expect(isRatified([], of(1, 'hilde'), 1)).toBe(false);
	});
});
