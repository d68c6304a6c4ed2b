import { expect, test } from 'vitest';
import { ageBand, tellingIn } from './anonymous-question.ts';

test('GC13 of a child its age is told: years, and months in the first year alone', () => {
	expect(ageBand('2021-04', '2026-11-24')).toEqual({ years: 5, months: null });
	expect(ageBand('2026-03', '2026-11-24')).toEqual({ years: 0, months: 8 });
	expect(ageBand('2025-11', '2026-11-24')).toEqual({ years: 1, months: null });
});

test.each([
	['Wat is gewoon bij een kind dat slecht slaapt?', []],
	['Kent u Daans moeder?', ['Daan']],
	['De familie de Wit is verhuisd.', ['de Wit']],
	['Het gaat om 26-5038.', ['26-5038']],
	['Zie casus 265038 en Daan.', ['Daan', '26-5038']],
	['Zie 26–5038', ['26-5038']],
	['Op 26-11-2026 is er overleg, tel. 06 12650389.', []]
])('GC13 "%s" tells %j', (text, telling) => {
	expect(tellingIn(text, ['Daan', 'de Wit'], '26-5038')).toEqual(telling);
});
