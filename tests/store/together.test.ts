import { Together } from '#lib/server/store/together.ts';
import { StorageReadOnly } from '#lib/server/store/disk.ts';
import type { Statement } from '#lib/server/store/writer-thread.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';

const row = (sql: string): Statement[] => [{ sql, params: [] }];

/** A writer that keeps each transaction until it is let through. */
function writer(refuses: (sql: string) => Error | null = () => null) {
	const stored: string[][] = [];
	const gate = Promise.withResolvers<void>();
	const appends = new Together<Statement[]>(async (group) => {
		await gate.promise;
		const texts = group.flat().map(({ sql }) => sql);
		const refusal = texts.map(refuses).find((error) => error !== null);
		if (refusal) throw refusal;
		stored.push(texts);
	});
	return { appends, stored, open: () => gate.resolve() };
}

test('what is asked while a group is on its way to disk goes together in the next, in order', async () => {
	const { appends, stored, open } = writer();
	const all = ['first', 'second', 'third'].map((text) => appends.add(row(text)));
	open();
	await Promise.all(all);
	expect(stored).toEqual([['first'], ['second', 'third']]);
});

test('where a commit blocks, what ended in one turn of the event loop still goes together', async () => {
	const stored: string[][] = [];
	const together = new Together<string>(async (group) => {
		stored.push([...group]);
	}, nextTurn);
	// Each comes when the one before it has done all it could do: as answers from the network do.
	const all: Promise<void>[] = [];
	for (const text of ['first', 'second', 'third']) {
		all.push(together.add(text));
		await Promise.resolve();
	}
	await Promise.all(all);
	expect(stored).toEqual([['first', 'second', 'third']]);
});

test('one that cannot be stored costs the others nothing', async () => {
	const { appends, stored, open } = writer((sql) =>
		sql === 'bad' ? new Error('constraint') : null
	);
	const all = ['first', 'good', 'bad', 'better'].map((text) => appends.add(row(text)));
	open();
	const ended = await Promise.allSettled(all);
	expect(ended.map(({ status }) => status)).toEqual([
		'fulfilled',
		'fulfilled',
		'rejected',
		'fulfilled'
	]);
	expect(stored).toEqual([['first'], ['good'], ['better']]);
	await appends.add(row('later'));
	expect(stored.at(-1)).toEqual(['later']);
});

test('a disk that takes no writes is asked once for a whole group', async () => {
	const asked: number[] = [];
	const appends = new Together<Statement[]>(async (group) => {
		asked.push(group.length);
		throw new StorageReadOnly();
	});
	const all = ['first', 'second', 'third'].map((text) => appends.add(row(text)));
	const ended = await Promise.allSettled(all);
	expect(ended.every(({ status }) => status === 'rejected')).toBe(true);
	expect(asked).toEqual([1, 2]);
});
