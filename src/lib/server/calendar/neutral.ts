import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

/**
 * What stands in someone's calendar is seen by whoever sees that calendar: a fixed title, no case
 * code, no names, and a link that asks to sign in.
 */
export const ACTION_TITLE = 'Actie Casustafel, uiterlijk vandaag';
export const MEETING_TITLE = 'Overleg (Casustafel)';

interface Entry {
	uid: string;
	title: string;
	url: string;
	/** DTSTAMP (RFC 5545, 3.8.7.2). */
	stamp: Date;
	sequence: number;
	place?: string;
	when: { day: string } | { start: Date; end: Date };
}

/** An iCalendar file (RFC 5545) of these entries; times are in UTC, days without a time. */
export function calendarOf(entries: readonly Entry[]): string {
	const calendar = ical({
		name: 'Casustafel',
		prodId: { company: 'Casustafel', product: 'Casustafel', language: 'NL' },
		method: ICalCalendarMethod.PUBLISH
	});
	for (const { uid, title, url, stamp, sequence, place, when } of entries)
		calendar.createEvent({
			id: `${uid}@casustafel`,
			summary: title,
			url,
			stamp,
			sequence,
			...(place && { location: place }),
			...('day' in when
				? {
						start: new Date(`${when.day}T00:00:00Z`),
						allDay: true,
						// A last day is no appointment: it leaves the day free.
						transparency: ICalEventTransparency.TRANSPARENT
					}
				: { start: when.start, end: when.end })
		});
	return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, '\r\n');
}
