import { isDay } from './day.ts';

const MONTHS = [
	'jan',
	'feb',
	'm(?:aa|a)r|mrt|march',
	'apr',
	'mei|may',
	'jun',
	'jul',
	'aug',
	'sep',
	'o[kc]t',
	'nov',
	'dec'
];

/**
 * A month or a day as people write it ("3-2024", "15-3-2024", "maart 2024", "2024-03") as '2024-03' or
 * '2024-03-15'; '' for an empty text, null for what is neither.
 */
export function readSince(text: string): string | null {
	const said = text.trim().toLowerCase();
	if (said === '') return '';
	const [, year = '', month = '', day] = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(said) ?? [];
	if (year) return since(year, month, day);
	const [, dayFirst, monthNext = '', yearLast = ''] =
		/^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(said) ?? [];
	if (yearLast) return since(yearLast, monthNext, dayFirst);
	const [, dayOf, name = '', yearOf = ''] =
		/^(?:(\d{1,2}) )?(\p{L}{3,})\.? (\d{4})$/u.exec(said) ?? [];
	const place = name ? MONTHS.findIndex((each) => new RegExp(`^(?:${each})`).test(name)) : -1;
	return place < 0 ? null : since(yearOf, String(place + 1), dayOf);
}

function since(year: string, month: string, day: string | undefined): string | null {
	const said = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
	return isDay(day ? said : `${said}-01`) ? said : null;
}
