import { keepStatements } from '#lib/server/store/kept-statements.ts';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

test('a kept statement gives rows as objects and as arrays, whichever was asked for first', () => {
	const connection = keepStatements(new Database(':memory:'));
	const text = 'select 1 as one, ? as two';
	expect(connection.prepare(text).raw().all('a')).toEqual([[1, 'a']]);
	expect(connection.prepare(text).all('b')).toEqual([{ one: 1, two: 'b' }]);
	expect(connection.prepare(text).raw().get('c')).toEqual([1, 'c']);
	expect(connection.prepare(text).get('d')).toEqual({ one: 1, two: 'd' });
});

test('more texts than are kept still answer', () => {
	const connection = keepStatements(new Database(':memory:'));
	for (let round = 0; round < 2; round += 1)
		for (let number = 0; number < 1000; number += 1)
			expect(connection.prepare(`select ${number} as n`).get()).toEqual({ n: number });
});

test('a table that changed is read as it is now', () => {
	const connection = keepStatements(new Database(':memory:'));
	connection.exec('create table t (a)');
	connection.prepare('insert into t values (?)').run(1);
	expect(connection.prepare('select * from t').all()).toEqual([{ a: 1 }]);
	connection.exec('alter table t add b default 2');
	expect(connection.prepare('select * from t').all()).toEqual([{ a: 1, b: 2 }]);
	expect(connection.prepare('select * from t').raw().all()).toEqual([[1, 2]]);
});
