import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTION_STATUSES, type ActionStatus } from './action.ts';
import { remindsChair, remindsOwner, type Told } from './reminder.ts';
import { dayPlus, isWorkDay } from './work-day.ts';

/** Due on Thursday 3 December 2026, told on Tuesday 24 November. */
const action = (status: ActionStatus) => ({ status, due: '2026-12-03' });
const told: Told = { toldOn: '2026-11-24', remindedOn: null };

/** The days from the first to the last on which a reminder goes, when one could go every day it is allowed. */
function days(
	status: ActionStatus,
	{ may = () => true, until = 40 }: { may?: (day: string) => boolean; until?: number } = {}
): string[] {
	const sent: string[] = [];
	for (let count = 0; count < until; count++) {
		const today = dayPlus(told.toldOn, count);
		const remindedOn = sent.at(-1) ?? null;
		if (may(today) && remindsOwner(action(status), { ...told, remindedOn }, today))
			sent.push(today);
	}
	return sent;
}

describe('ML30 when an owner is reminded', () => {
	test('ML30 without an answer: after two days, two days before, the day after, each week', () => {
		expect(days('proposed')).toEqual([
			...['2026-11-26', '2026-12-01', '2026-12-04'],
			...['2026-12-11', '2026-12-18', '2026-12-25', '2027-01-01']
		]);
	});

	test('ML30 accepted: not for the answer, for the rest', () => {
		for (const status of ['accepted', 'in-progress'] as const)
			expect(days(status, { until: 20 })).toEqual(['2026-12-01', '2026-12-04', '2026-12-11']);
	});

	test.each(['done', 'declined', 'withdrawn', 'unowned'] as const)('ML30 %s: never', (status) => {
		expect(days(status)).toEqual([]);
	});

	test('ML30 what falls on a day without mail moves, and what moved together is one', () => {
		expect(days('proposed', { may: isWorkDay, until: 26 })).toEqual([
			...['2026-11-26', '2026-12-01', '2026-12-04', '2026-12-11', '2026-12-18']
		]);
		const off = (day: string) => day > '2026-12-07';
		expect(days('proposed', { may: off, until: 20 })).toEqual(['2026-12-08', '2026-12-11']);
	});

	test('ML30 what was told after the moment is not reminded of that moment', () => {
		const late = { toldOn: '2026-12-02', remindedOn: null };
		expect(remindsOwner(action('accepted'), late, '2026-12-02')).toBe(false);
		expect(remindsOwner(action('accepted'), late, '2026-12-03')).toBe(false);
		expect(remindsOwner(action('accepted'), late, '2026-12-04')).toBe(true);
		// Reminded long ago, changed and told again today: a new beginning.
		const again = { toldOn: '2026-12-02', remindedOn: '2026-11-26' };
		expect(remindsOwner(action('proposed'), again, '2026-12-02')).toBe(false);
	});

	test('ML30 whatever comes first: at most once a day, and once it is overdue at least once a week', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...ACTION_STATUSES),
				fc.integer({ min: -30, max: 60 }),
				fc.integer({ min: 0, max: 90 }),
				fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
				(status, dueIn, nowIn, remindedIn) => {
					const due = dayPlus(told.toldOn, dueIn);
					const today = dayPlus(told.toldOn, nowIn);
					const remindedOn = remindedIn === null ? null : dayPlus(told.toldOn, remindedIn);
					const is = remindsOwner({ status, due }, { ...told, remindedOn }, today);
					if (remindedOn !== null && remindedOn >= today) expect(is).toBe(false);
					const isLong =
						remindedIn !== null && nowIn - remindedIn >= 7 && due < today && remindedIn > dueIn;
					if (isLong && ['proposed', 'accepted', 'in-progress'].includes(status))
						expect(is).toBe(true);
				}
			)
		);
	});
});

test('ML41 the chair is told the day after, and then each week, as long as there is no answer', () => {
	const asked: string[] = [];
	for (let count = 0; count < 30; count++) {
		const today = dayPlus('2026-11-24', count);
		if (remindsChair(action('proposed'), asked.at(-1) ?? null, today)) asked.push(today);
	}
	expect(asked).toEqual(['2026-12-04', '2026-12-11', '2026-12-18']);
	for (const status of ACTION_STATUSES.filter((each) => each !== 'proposed'))
		expect(remindsChair(action(status), null, '2026-12-20')).toBe(false);
});

describe('ML32 working days', () => {
	test.each([
		['2026-11-28', 'a Saturday'],
		['2026-11-29', 'a Sunday'],
		['2027-01-01', 'New Year'],
		['2026-04-03', 'Good Friday'],
		['2026-04-06', 'Easter Monday'],
		['2027-03-29', 'Easter Monday'],
		['2024-04-01', 'Easter Monday'],
		['2026-04-27', "King's Day"],
		['2026-05-05', 'Liberation Day'],
		['2026-05-14', 'Ascension Day'],
		['2026-05-25', 'Whit Monday'],
		['2026-12-25', 'Christmas']
	])('ML32 %s (%s) is none', (day) => {
		expect(isWorkDay(day)).toBe(false);
	});

	test.each(['2026-11-27', '2026-04-02', '2026-04-07', '2026-12-24', '2026-12-31'])(
		'ML32 %s is one',
		(day) => {
			expect(isWorkDay(day)).toBe(true);
		}
	);
});
