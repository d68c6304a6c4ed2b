const CASE_CODE = /^\d{2}-\d{4}$/;

/**
 * A code for a new case, such as '26-7714'. The four digits come from `number` and never count up:
 * a counting code would tell how many cases there are. The caller tries again when it is taken.
 */
export function caseCode(year: number, number: (below: number) => number): string {
	const short = String(year % 100).padStart(2, '0');
	return `${short}-${String(number(10_000)).padStart(4, '0')}`;
}

export function isCaseCode(value: string): boolean {
	return CASE_CODE.test(value);
}

/** Age in whole years and months; only the month of birth is kept. Not yet born counts as 0. */
export function ageAt(birthMonth: string, day: string): { years: number; months: number } {
	const total = Math.max(0, monthsOf(day) - monthsOf(birthMonth));
	return { years: Math.floor(total / 12), months: total % 12 };
}

function monthsOf(day: string): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** The most people of one family in a case. */
export const FAMILY = { children: 12, caregivers: 8 } as const;
