import { expect, test } from 'vitest';
import { mayTakeBack, standingMarks } from './straight.ts';

const mark = {
	childId: 'lotte',
	kind: 'honour',
	itemId: 'first',
	setBy: 'wim',
	takenBackAt: null
} as const;

test('ME13 a mark stands for who knows its item, also when taken back where one was not', () => {
	expect(standingMarks([mark], new Set(['first']))).toEqual([mark]);
	expect(standingMarks([mark], new Set(['second']))).toEqual([]);
	const back = { ...mark, takenBackAt: 'second' };
	expect(standingMarks([back], new Set(['first']))).toEqual([back]);
	expect(standingMarks([back], new Set(['first', 'second']))).toEqual([]);
});

test('ME14 it is taken back by who set it, or who runs the table', () => {
	expect(mayTakeBack(mark, 'wim', false).ok).toBe(true);
	expect(mayTakeBack(mark, 'hilde', true).ok).toBe(true);
	expect(mayTakeBack(mark, 'yusuf', false)).toMatchObject({ error: 'not-yours-to-take-back' });
	expect(mayTakeBack(undefined, 'hilde', true)).toMatchObject({ error: 'not-marked' });
});
