const netherlands = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Amsterdam',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

/** The calendar day in the Netherlands at a moment, `YYYY-MM-DD`: what "vandaag" means to the professionals. */
export function dayInTheNetherlands(moment: Date): string {
	return netherlands.format(moment);
}

/** The moment of a day and a time ("9:30", "09.30") on the clock in the Netherlands; null when it is neither. */
export function momentInTheNetherlands(day: string, time: string): Date | null {
	const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim());
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !clock) return null;
	const asUtc = Date.parse(`${day}T${clock[1]?.padStart(2, '0')}:${clock[2]}:00Z`);
	if (Number.isNaN(asUtc)) return null;
	// The offset at that moment is one or two hours; the second look settles the day the clocks change.
	const first = asUtc - offsetAt(asUtc);
	return new Date(asUtc - offsetAt(first));
}

const parts = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Amsterdam',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23'
});

function offsetAt(moment: number): number {
	const part = Object.fromEntries(
		parts.formatToParts(moment).map(({ type, value }) => [type, Number(value)])
	);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}
