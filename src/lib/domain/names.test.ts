import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registeredNamesIn } from './names.ts';

const family = ['Daan', 'Lotte', 'De Wit', 'Bakker', 'Zoë', 'van den Berg', 'Anne-Marie', 'El'];

describe('names in the title of an action', () => {
	test.each<[string, string[]]>([
		['De kinderen zien en spreken', []],
		['Daan zien en spreken', ['Daan']],
		['daan en LOTTE zien', ['Daan', 'Lotte']],
		['Met Zoe praten', ['Zoë']],
		['Met Zoe\u0308 praten', ['Zoë']],
		['Familie de Wit bellen', ['De Wit']],
		['Mevrouw Wit bellen', ['De Wit']],
		['Gezin De Wit–Bakker bezoeken', ['De Wit', 'Bakker']],
		['Marie van school bellen', ['Anne-Marie']],
		["Fenna's mentor bellen", []],
		["Lotte's mentor bellen", ['Lotte']],
		['Daans mentor bellen', ['Daan']],
		['(Daan) bellen', ['Daan']],
		['Oom Bergsma bellen', []],
		['Meneer Berg bellen', ['van den Berg']],
		['Een brief van de school aan den Haag', []],
		['El bellen', []],
		['Daantje, Bakkerij en witte was', []],
		['Da\u200ban bellen', ['Daan']],
		['Da\u00adan bellen', ['Daan']],
		['Ｄａａｎ bellen', ['Daan']],
		['Ⓓⓐⓐⓝ bellen', ['Daan']],
		['Daan™ bellen', ['Daan']],
		['ℹ️Daan bellen', ['Daan']],
		['1️⃣Daan2️⃣ bellen', ['Daan']],
		['Daan² en Lotte8 bellen', ['Daan', 'Lotte']],
		['👨‍👩‍👧Daan👍🏽 bellen', ['Daan']],
		['Daan\u200bbellen', ['Daan']],
		['Lotteʼs mentor bellen', ['Lotte']],
		['Lotteꞌs en Daanʹs mentor bellen', ['Daan', 'Lotte']]
	])('AC13 "%s" holds %j', (title, hits) => {
		expect(registeredNamesIn(title, family, [])).toEqual(hits);
	});

	test("AC14 the owner's own name may stand, and does not hide another's", () => {
		expect(registeredNamesIn('Roos belt de moeder', ['Roos', 'Daan'], ['Roos van Dalen'])).toEqual(
			[]
		);
		expect(registeredNamesIn('Roos belt Daan', ['Roos', 'Daan'], ['Roos van Dalen'])).toEqual([
			'Daan'
		]);
		expect(registeredNamesIn('Van Daan bellen', ['Daan'], ['Roos van Dalen'])).toEqual(['Daan']);
	});

	test('AC13 letters that are not taken apart by Unicode', () => {
		expect(registeredNamesIn('Soren en Lukasz zien', ['Søren', 'Łukasz'], [])).toEqual([
			'Søren',
			'Łukasz'
		]);
		expect(registeredNamesIn('İLYAS zien', ['Ilyas'], [])).toEqual(['Ilyas']);
	});

	test('AC13 an initial is no name: "S. Visser" does not forbid every genitive', () => {
		expect(registeredNamesIn("Fenna's mentor bellen", ['S. Visser'], [])).toEqual([]);
		expect(registeredNamesIn('Meneer Visser bellen', ['S. Visser'], [])).toEqual(['S. Visser']);
	});

	const letters = fc.stringMatching(/^[a-z]{3,10}$/);
	const name = letters
		.filter(
			(word) =>
				!'dal dalla del della dei degli den der des het los onder over ten ter tot uit uijt van vanden vander ver von vom voor zum zur aan bij lo'
					.split(' ')
					.includes(word)
		)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	const glue = fc.constantFrom(' ', ', ', '. ', '-', ' (', '/', ' "', '\n', '\t');

	test('AC13 a registered name standing as a word is always found, in any case, between any marks', () => {
		fc.assert(
			fc.property(name, letters, letters, glue, glue, fc.boolean(), (own, a, b, g, h, loud) => {
				const title = `${a}${g}${loud ? own.toUpperCase() : own.toLowerCase()}${h}${b}`;
				expect(registeredNamesIn(title, [own], [])).toEqual([own]);
			})
		);
	});

	test('AC13 of plain words it finds exactly what someone finds who takes them apart by hand', () => {
		const particles = ['van', 'de', 'den', 'der', 'el', 'in', 'het'];
		const apart = (text: string) =>
			text
				.normalize('NFD')
				.replace(/\p{M}/gu, '')
				.toLowerCase()
				.split(/[^\p{L}]+/u)
				.filter((word) => word.length > 1);
		const byHand = (title: string, names: readonly string[]) => {
			const said = new Set(apart(title));
			return names.filter((one) =>
				apart(one)
					.filter((word) => !particles.includes(word))
					.some((word) => said.has(word) || said.has(`${word}s`))
			);
		};
		const letter = fc.constantFrom(...'abcdszéëïñÇ');
		const word = fc.string({ unit: letter, minLength: 1, maxLength: 3 });
		const many = fc.array(fc.oneof(word, fc.constantFrom(...particles)), {
			minLength: 1,
			maxLength: 4
		});
		const joined = (by: fc.Arbitrary<string>) =>
			fc
				.tuple(many, by, fc.constantFrom('NFC', 'NFD'))
				.map(([all, glueing, form]) => all.join(glueing).normalize(form));
		const title = joined(fc.constantFrom(' ', ', ', "'", '’', '-', '/', ' (', '🎉'));
		const names = fc.uniqueArray(joined(fc.constantFrom(' ', '-')), { maxLength: 4 });
		fc.assert(
			fc.property(title, names, (said, registered) => {
				expect(registeredNamesIn(said, registered, [])).toEqual(byHand(said, registered));
			}),
			{ numRuns: 1000 }
		);
	});

	test('AC13 a name inside a longer word is never found', () => {
		fc.assert(
			fc.property(name, letters, letters, (own, before, after) => {
				const inside = `x${before}${own.toLowerCase()}${after}x`;
				expect(registeredNamesIn(inside, [own], [])).toEqual([]);
			})
		);
	});

	test('AC13 what it returns are registered names, each once, and any title is safe to check', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (title, names) => {
				const hits = registeredNamesIn(title, names, []);
				expect(new Set(hits).size).toBe(hits.length);
				expect(hits.every((hit) => names.includes(hit))).toBe(true);
				expect(registeredNamesIn(title, names, names)).toEqual([]);
			})
		);
	});
});
