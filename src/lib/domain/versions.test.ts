import { expect, test } from 'vitest';
import { laterItem, newestKnown } from './versions.ts';

const version = (id: string, recordId: string, itemId: string) => ({ id, recordId, itemId });

test('FA8 each viewer has the newest version that he or she may know', () => {
	const versions = [
		version('1', 'gp', 'first'),
		version('2', 'school', 'first'),
		version('3', 'gp', 'second')
	];
	const ids = (...known: string[]) => newestKnown(versions, new Set(known)).map(({ id }) => id);
	expect(ids('first', 'second')).toEqual(['3', '2']);
	expect(ids('first')).toEqual(['1', '2']);
	expect(ids()).toEqual([]);
});

test('FA8 a change is recorded at the later item of what it changes and where it is made', () => {
	const order = ['first', 'second'];
	expect(laterItem(order, 'first', 'second')).toBe('second');
	expect(laterItem(order, 'second', 'first')).toBe('second');
	expect(laterItem(order, 'first', 'first')).toBe('first');
});
