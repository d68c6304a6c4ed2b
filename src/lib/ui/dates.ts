import { daysBetween } from '#lib/domain/day.ts';
import { m } from '#lib/paraglide/messages.js';

/** Days are 'YYYY-MM-DD'; moments are ISO strings, said in the time of Amsterdam. */
export type Locale = 'nl' | 'en';
export type DueTone = 'red' | 'amber' | 'green';

const zone = 'Europe/Amsterdam';
const tags = { nl: 'nl-NL', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	let found = formats.get(key);
	if (!found) formats.set(key, (found = new Intl.DateTimeFormat(tags[locale], options)));
	return found;
}

/** Noon UTC of a day: far from every change of day or clock. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** The day in Amsterdam of a moment (now, unless given). */
export function dayOf(moment: Date | string = new Date()): string {
	const parts = format('nl', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
		.formatToParts(new Date(moment))
		.map((part) => [part.type, part.value]);
	const { year, month, day } = Object.fromEntries(parts) as Record<string, string>;
	return `${year}-${month}-${day}`;
}

function weekdayAndDate(day: string, today: string, locale: Locale, width: 'short' | 'long') {
	const sameYear = day.slice(0, 4) === today.slice(0, 4);
	const said = format(locale, {
		weekday: width,
		day: 'numeric',
		month: width,
		...(sameYear ? {} : { year: 'numeric' }),
		timeZone: 'UTC'
	}).format(noon(day));
	return said.replaceAll(/[.,]/g, '');
}

/** "vandaag", "morgen", "gisteren", else "do 26 nov" (with the year when it is another one). */
export function sayDay(day: string, today: string, locale: Locale): string {
	switch (daysBetween(today, day)) {
		case 0:
			return m.date_today({}, { locale });
		case 1:
			return m.date_tomorrow({}, { locale });
		case -1:
			return m.date_yesterday({}, { locale });
		default:
			return weekdayAndDate(day, today, locale, 'short');
	}
}

/** A last day for something not done yet: "2 dagen over tijd", "vandaag", "morgen", "op tijd". */
export function sayDue(
	day: string,
	today: string,
	locale: Locale
): { text: string; tone: DueTone } {
	const left = daysBetween(today, day);
	if (left < 0) return { text: m.date_overdue({ count: -left }, { locale }), tone: 'red' };
	if (left <= 1) return { text: sayDay(day, today, locale), tone: 'amber' };
	return { text: m.date_on_time({}, { locale }), tone: 'green' };
}

/** "dinsdag 24 november", with the year when it is not this one. */
export function sayDayLong(day: string, locale: Locale, today: string = day): string {
	return weekdayAndDate(day, today, locale, 'long');
}

/** "09:42" */
export function sayTime(moment: string | Date, locale: Locale = 'nl'): string {
	return format(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
		new Date(moment)
	);
}

/** "vandaag 09:42", "do 26 nov 09:42" */
export function sayDateTime(moment: string | Date, today: string, locale: Locale): string {
	return `${sayDay(dayOf(moment), today, locale)} ${sayTime(moment, locale)}`;
}
