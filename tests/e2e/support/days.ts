/** The day in the Netherlands, so many days from now: YYYY-MM-DD. */
export function dayFromNow(days: number): string {
	const moment = new Date(Date.now() + days * 86_400_000);
	return moment.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
}
