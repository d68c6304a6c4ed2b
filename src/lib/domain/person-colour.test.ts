import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';
import { personColour, personColourVar } from './person-colour.ts';

it('the same id always has the same colour', () => {
	expect(personColour('hilde')).toBe(personColour('hilde'));
	expect(personColourVar('hilde')).toBe(`var(--person-${personColour('hilde')})`);
});

it('all eight colours are used, none by far too often', () => {
	const counts = new Map<number, number>();
	for (let i = 0; i < 800; i++) {
		const colour = personColour(`person-${i}`);
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	expect(Math.max(...counts.values())).toBeLessThan(150);
});

it.each([
	['Hilde Kremer', 'HK'],
	['Roos van Dalen', 'RD'],
	['Élodie', 'É'],
	['  ', '']
])('the initials of "%s" are "%s"', (name, initials) => {
	expect(initialsOf(name)).toBe(initials);
});
