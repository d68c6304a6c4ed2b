import type { Day } from './day.ts';

const DAY_MS = 86_400_000;

/** `count` days later (earlier when negative). */
export function dayPlus(day: Day, count: number): Day {
	return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Monday to Friday, and no public holiday in the Netherlands. */
export function isWorkDay(day: Day): boolean {
	const weekday = new Date(day).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !holidays(Number(day.slice(0, 4))).has(day);
}

/** On which offices of government are closed (Algemene termijnenwet, art. 3; Liberation Day by its collective agreement). */
function holidays(year: number): ReadonlySet<Day> {
	const easter = easterOf(year);
	// King's Day moves to the Saturday before when it falls on a Sunday; that is no work day either way.
	const fixed = ['01-01', '04-27', '05-05', '12-25', '12-26'].map((rest) => `${year}-${rest}`);
	// Good Friday, Easter Monday, Ascension Day, Whit Monday.
	return new Set([...fixed, ...[-2, 1, 39, 50].map((count) => dayPlus(easter, count))]);
}

/** Easter Sunday in the Gregorian calendar (Butcher's rule). */
function easterOf(year: number): Day {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const moon =
		(19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const week = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
	const late = Math.floor((a + 11 * moon + 22 * week) / 451);
	const both = moon + week - 7 * late + 114;
	const month = String(Math.floor(both / 31)).padStart(2, '0');
	return `${year}-${month}-${String((both % 31) + 1).padStart(2, '0')}`;
}
