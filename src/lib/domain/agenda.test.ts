import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	ITEM_STATUSES,
	carryOver,
	clock,
	expectedAt,
	mayClose,
	mayStart,
	meetingClock,
	moved,
	plan,
	plannedMinutes,
	putBack,
	setDone,
	setLive,
	type AgendaItem,
	type ItemStatus
} from './agenda.ts';

const startsAt = '2026-11-24T08:00:00.000Z';
const at = (minutes: number, seconds = 0) =>
	new Date(Date.parse(startsAt) + (minutes * 60 + seconds) * 1000);

function item(id: string, position: number, changes: Partial<AgendaItem> = {}): AgendaItem {
	return {
		id,
		position,
		minutes: 12,
		status: 'planned',
		spentSeconds: 0,
		liveSince: null,
		...changes
	};
}

describe('setting an item live', () => {
	const items = [item('opening', 0, { status: 'live', liveSince: startsAt }), item('26-5038', 1)];

	test('AG1 one item is live at a time: the other goes back to planned and keeps its time', () => {
		expect(setLive('running', items, '26-5038', at(4))).toEqual({
			ok: true,
			value: [
				{ id: 'opening', status: 'planned', spentSeconds: 240, liveSince: null },
				{ id: '26-5038', status: 'live', spentSeconds: 0, liveSince: at(4) }
			]
		});
	});

	test('AG1 a finished item stays finished when another goes live', () => {
		const done = [item('opening', 0, { status: 'done', spentSeconds: 300 }), item('26-5038', 1)];
		const result = setLive('running', done, '26-5038', at(5));
		expect(result.ok && result.value.map(({ id }) => id)).toEqual(['26-5038']);
	});

	test('AG2 a carried-over or finished item may be taken up again, its time goes on', () => {
		for (const status of ['carried-over', 'done'] as const) {
			const result = setLive('running', [item('a', 0, { status, spentSeconds: 60 })], 'a', at(9));
			expect(result.ok && result.value[0]).toMatchObject({ status: 'live', spentSeconds: 60 });
		}
	});

	test('AG2 only in a running meeting, only an item of it, and not twice', () => {
		expect(setLive('planned', items, '26-5038', at(0))).toMatchObject({
			error: 'meeting-not-running'
		});
		expect(setLive('closed', items, '26-5038', at(0))).toMatchObject({
			error: 'meeting-not-running'
		});
		expect(setLive('running', items, 'elsewhere', at(0))).toMatchObject({ error: 'not-found' });
		expect(setLive('running', items, 'opening', at(0))).toMatchObject({ error: 'wrong-status' });
	});
});

describe('the other steps', () => {
	const from = (allowed: (status: ItemStatus) => boolean) => ITEM_STATUSES.filter(allowed);

	test('AG3 which step is possible from which status', () => {
		const a = (status: ItemStatus) => item('a', 0, { status });
		expect(from((status) => setDone('running', a(status), at(1)).ok)).toEqual(['live']);
		expect(from((status) => carryOver('running', a(status), at(1)).ok)).toEqual([
			'planned',
			'live'
		]);
		expect(from((status) => putBack('running', a(status), at(1)).ok)).toEqual([
			'live',
			'carried-over'
		]);
	});

	test('AG3 carrying over is possible before the meeting, nothing after it', () => {
		expect(carryOver('planned', item('a', 0), at(0)).ok).toBe(true);
		expect(carryOver('closed', item('a', 0), at(0)).ok).toBe(false);
		expect(putBack('closed', item('a', 0, { status: 'carried-over' }), at(0)).ok).toBe(false);
		const live = item('a', 0, { status: 'live' });
		expect(setDone('planned', live, at(0)).ok).toBe(false);
	});

	test('AG3 ending an item keeps the time it took', () => {
		const live = item('a', 0, { status: 'live', spentSeconds: 30, liveSince: at(1) });
		expect(setDone('running', live, at(2, 15))).toMatchObject({
			value: { status: 'done', spentSeconds: 105, liveSince: null }
		});
	});

	test('AG4 a meeting starts once and closes only with no case item left lying', () => {
		expect(mayStart('planned').ok).toBe(true);
		expect(mayStart('running').ok || mayStart('closed').ok).toBe(false);
		const left = { kind: 'case' as const, status: 'planned' as const };
		const close = { kind: 'general' as const, status: 'live' as const };
		const over = { kind: 'case' as const, status: 'carried-over' as const };
		expect(mayClose('running', [close, over]).ok).toBe(true);
		expect(mayClose('running', [close, left, left])).toMatchObject({
			error: 'items-left',
			detail: { left: 2 }
		});
		expect(mayClose('planned', []).ok || mayClose('closed', []).ok).toBe(false);
	});
});

describe('the order', () => {
	test('AG5 an item moves one place, and stops at either end', () => {
		expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
		expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
		expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
		expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
		expect(moved(['a', 'b'], 'z', 1)).toEqual(['a', 'b']);
	});
});

describe('the clock', () => {
	test('AG6 an item counts its turns, and says when it is over', () => {
		const live = item('a', 0, { spentSeconds: 400, liveSince: at(10) });
		expect(clock(live, at(10))).toEqual({ spentSeconds: 400, leftSeconds: 320, over: false });
		expect(clock(live, at(15, 20))).toEqual({ spentSeconds: 720, leftSeconds: 0, over: false });
		expect(clock(live, at(16))).toEqual({ spentSeconds: 760, leftSeconds: -40, over: true });
	});

	test('AG6 a browser whose clock is behind shows no negative time spent', () => {
		expect(clock(item('a', 0, { liveSince: at(10) }), at(9)).spentSeconds).toBe(0);
	});

	test('AG6 the meeting counts against its planned end', () => {
		expect(meetingClock(startsAt, 90, at(42))).toEqual({
			endsAt: at(90).toISOString(),
			elapsedSeconds: 2520,
			leftSeconds: 2880,
			over: false
		});
		expect(meetingClock(startsAt, 90, at(91)).over).toBe(true);
		expect(meetingClock(startsAt, 90, at(-5)).elapsedSeconds).toBe(0);
		const items = [item('a', 0), item('b', 1, { status: 'carried-over' }), item('c', 2)];
		expect(plannedMinutes(items)).toBe(24);
	});
});

describe('the plan', () => {
	test('AG7 before the meeting items follow one another from its start', () => {
		const items = [item('b', 1), item('a', 0, { minutes: 5 }), item('c', 2)];
		expect(plan(items, startsAt, at(-60))).toEqual([
			{ id: 'a', expectedAt: at(0).toISOString() },
			{ id: 'b', expectedAt: at(5).toISOString() },
			{ id: 'c', expectedAt: at(17).toISOString() }
		]);
	});

	test('AG7 during it, they follow what is live: early when it was quick, late when it is over', () => {
		const agenda = (live: Partial<AgendaItem>) => [
			item('live', 0, { status: 'live', ...live }),
			item('next', 1),
			item('over', 2, { status: 'carried-over' }),
			item('last', 3)
		];
		expect(plan(agenda({ liveSince: at(3) }), startsAt, at(8))).toEqual([
			{ id: 'next', expectedAt: at(15).toISOString() },
			{ id: 'last', expectedAt: at(27).toISOString() }
		]);
		expect(plan(agenda({ liveSince: at(0) }), startsAt, at(20))[0]?.expectedAt).toBe(
			at(20).toISOString()
		);
	});

	test('AG7 an item that was interrupted only asks for the time it has left', () => {
		const items = [item('half', 0, { spentSeconds: 600 }), item('next', 1)];
		expect(plan(items, startsAt, at(0))[1]?.expectedAt).toBe(at(2).toISOString());
	});

	test('AG8 the own expected time is rounded to five minutes and never in the past', () => {
		const items = [item('a', 0, { minutes: 12 }), item('mine', 1)];
		expect(expectedAt(items, 'mine', startsAt, at(-60))).toBe(at(10).toISOString());
		expect(expectedAt(items, 'mine', startsAt, at(1))).toBe(at(15).toISOString());
		expect(expectedAt([item('mine', 0)], 'mine', startsAt, at(6, 30))).toBe(at(10).toISOString());
	});

	test('AG8 there is none once the item has begun, ended, or is not there', () => {
		for (const status of ['live', 'done', 'carried-over'] as const) {
			expect(expectedAt([item('a', 0, { status })], 'a', startsAt, at(0))).toBeNull();
		}
		expect(expectedAt([], 'a', startsAt, at(0))).toBeNull();
	});

	test('AG8 it depends on minutes and progress only, not on how many items are hidden', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (minutes) => {
				const total = minutes.reduce((sum, each) => sum + each, 0);
				const many = minutes.map((each, index) => item(`x${index}`, index, { minutes: each }));
				const one = [item('x', 0, { minutes: total })];
				const mine = item('mine', minutes.length);
				expect(expectedAt([...many, mine], 'mine', startsAt, at(0))).toBe(
					expectedAt([...one, mine], 'mine', startsAt, at(0))
				);
			})
		);
	});
});
