import { expect, test } from 'vitest';
import { FORMATS, MEETING_FORMATS } from './format.ts';

test('AG13 minutes, minutes per case and required seats of each format', () => {
	const summary = MEETING_FORMATS.map((id) => {
		const { minutes, minutesPerCase, requiredSeats } = FORMATS[id];
		return [id, minutes, minutesPerCase, requiredSeats.map(({ kind }) => kind)];
	});
	expect(summary).toEqual([
		['one-two-three', 60, 12, ['school', 'youth-health', 'social-work']],
		['cjg-intake', 90, 12, ['cjg', 'cjg', 'veilig-thuis']],
		[
			'care-advisory-team',
			120,
			15,
			['school', 'youth-health', 'social-work', 'school-partnership']
		],
		['case-conference', 90, 12, []]
	]);
});

test('AG13 every format opens, takes open actions first, closes, and leaves time for cases', () => {
	for (const { minutes, minutesPerCase, generalItems, requiredSeats } of Object.values(FORMATS)) {
		const keys = generalItems.map(({ key }) => key);
		expect(keys.slice(0, 2)).toEqual(['opening', 'open_actions']);
		expect(keys.at(-1)).toBe('close');
		expect(generalItems.map(({ place }) => place)).toEqual(
			generalItems
				.map(({ place }) => place)
				.toSorted((a, b) => (a === b ? 0 : a === 'before' ? -1 : 1))
		);
		const general = generalItems.reduce((sum, item) => sum + item.minutes, 0);
		expect((minutes - general) / minutesPerCase).toBeGreaterThan(3);
		expect(new Set(requiredSeats.map(({ id }) => id)).size).toBe(requiredSeats.length);
	}
});
