import { ageAt } from './case.ts';
import type { Day } from './day.ts';
import { registeredNamesIn } from './names.ts';

/** All that is told of a child outside the case: years, and months only in the first year (GC13). */
export interface AgeBand {
	years: number;
	/** Null from the first birthday on. */
	months: number | null;
}

export function ageBand(birthMonth: string, today: Day): AgeBand {
	const { years, months } = ageAt(birthMonth, today);
	return { years, months: years === 0 ? months : null };
}

/** What in a question tells which case it is about: registered names, and the case's code. */
export function tellingIn(text: string, names: readonly string[], code: string): string[] {
	const found = registeredNamesIn(text, names, []);
	const [year = '', number = ''] = code.split('-');
	const written = new RegExp(`(?<!\\d)${year}\\s?[-–./]?\\s?${number}(?!\\d)`);
	return written.test(text) ? [...found, code] : found;
}
