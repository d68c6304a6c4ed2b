import { describe, expect, it } from 'vitest';
import { daysBetween } from '#lib/domain/day.ts';
import { dayOf, sayDateTime, sayDay, sayDayLong, sayDue, sayTime } from './dates.ts';

const today = '2026-11-24';

describe('sayDay', () => {
	it.each([
		['2026-11-24', 'vandaag', 'today'],
		['2026-11-25', 'morgen', 'tomorrow'],
		['2026-11-23', 'gisteren', 'yesterday'],
		['2026-11-26', 'do 26 nov', 'Thu 26 Nov'],
		['2026-11-20', 'vr 20 nov', 'Fri 20 Nov'],
		['2027-03-02', 'di 2 mrt 2027', 'Tue 2 Mar 2027']
	])('%s is said as "%s" and "%s"', (day, nl, en) => {
		expect(sayDay(day, today, 'nl')).toBe(nl);
		expect(sayDay(day, today, 'en')).toBe(en);
	});
});

describe('sayDue', () => {
	it.each([
		['2026-11-22', '2 dagen over tijd', '2 days overdue', 'red'],
		['2026-11-23', '1 dag over tijd', '1 day overdue', 'red'],
		['2026-11-24', 'vandaag', 'today', 'amber'],
		['2026-11-25', 'morgen', 'tomorrow', 'amber'],
		['2026-11-26', 'op tijd', 'on time', 'green']
	])('%s is "%s" and "%s" in %s', (day, nl, en, tone) => {
		expect(sayDue(day, today, 'nl')).toEqual({ text: nl, tone });
		expect(sayDue(day, today, 'en')).toEqual({ text: en, tone });
	});
});

describe('sayDayLong', () => {
	it('says weekday and month in full', () => {
		expect(sayDayLong('2026-11-24', 'nl')).toBe('dinsdag 24 november');
		expect(sayDayLong('2026-11-24', 'en')).toBe('Tuesday 24 November');
	});
	it('says the year when it is another one', () => {
		expect(sayDayLong('2027-01-05', 'nl', today)).toBe('dinsdag 5 januari 2027');
	});
});

describe('moments are said in the time of Amsterdam', () => {
	it('in winter and in summer', () => {
		expect(sayTime('2026-11-24T08:42:00Z')).toBe('09:42');
		expect(sayTime('2026-07-01T08:42:00Z')).toBe('10:42');
		expect(sayTime('2026-11-24T08:42:00Z', 'en')).toBe('09:42');
	});
	it('midnight is 00:00 of the next day', () => {
		expect(dayOf('2026-11-23T23:00:00Z')).toBe('2026-11-24');
		expect(sayDateTime('2026-11-23T23:00:00Z', today, 'nl')).toBe('vandaag 00:00');
		expect(sayDateTime('2026-11-23T23:00:00Z', today, 'en')).toBe('today 00:00');
	});
	it('another day comes with its date', () => {
		expect(sayDateTime('2026-11-20T13:05:00Z', today, 'nl')).toBe('vr 20 nov 14:05');
	});
});

it('days are counted whole over the change of the clock', () => {
	expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
	expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
});
