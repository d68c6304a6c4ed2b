import { describe, expect, test } from 'vitest';
import {
	chooseLines,
	EXTRACT_KINDS,
	goesAlways,
	isChosenBeforehand,
	mayMove,
	type OfferedLine,
	watchPlace
} from './moving.ts';

const line = (kind: OfferedLine['kind'], key: string, of: string | null = null): OfferedLine => ({
	kind,
	key,
	of,
	about: '',
	text: key,
	facts: {}
});
const OFFERED = [
	line('child', 'child:a'),
	line('child', 'child:b'),
	line('question', 'question'),
	line('judgement', 'judgement:b', 'child:b'),
	line('watch', 'watch')
];
const choose = (...keys: string[]) => chooseLines(OFFERED, new Set(keys));

describe('MV3 what goes along', () => {
	test('ticked beforehand is the least that is needed', () => {
		expect(EXTRACT_KINDS.filter(isChosenBeforehand)).toEqual([
			...['child', 'caregiver', 'question', 'news', 'judgement', 'watch']
		]);
		expect(EXTRACT_KINDS.filter(goesAlways)).toEqual(['watch']);
	});

	test('the chosen lines, in their order, and without what refers back', () => {
		expect(choose('watch', 'child:a')).toEqual({
			ok: true,
			value: [
				{ kind: 'child', about: '', text: 'child:a', facts: {} },
				{ kind: 'watch', about: '', text: 'watch', facts: {} }
			]
		});
	});

	test.each([
		['no child', ['question', 'watch'], 'no-child-chosen'],
		['what is about a child that stays', ['child:a', 'judgement:b', 'watch'], 'child-not-chosen'],
		['without the watch', ['child:a'], 'extract-changed'],
		['a line that is not there', ['child:a', 'watch', 'news'], 'extract-changed']
	])('not %s', (_, keys, error) => {
		expect(choose(...keys)).toEqual({ ok: false, error });
	});
});

test('MV6 one at a time, and not again to a table that has it', () => {
	const move = (status: Parameters<typeof mayMove>[0][number]['status'], toTableId = 'cjg') => ({
		status,
		toTableId
	});
	expect(mayMove([], 'cjg')).toEqual({ ok: true });
	expect(mayMove([move('waiting')], 'zat')).toEqual({ ok: false, error: 'already-moving' });
	expect(mayMove([move('received')], 'cjg')).toEqual({ ok: false, error: 'already-moved-there' });
	expect(mayMove([move('received')], 'zat')).toEqual({ ok: true });
	expect(mayMove([move('returned'), move('taken-back')], 'cjg')).toEqual({ ok: true });
});

test.each([
	[true, false, 'old-table'],
	[true, true, 'new-table'],
	[false, true, 'new-table'],
	[false, false, 'nobody']
])('MV11 held at the old table %s, at the new one %s: %s', (atOld, atNew, place) => {
	expect(watchPlace({ atOld, atNew })).toBe(place);
});
